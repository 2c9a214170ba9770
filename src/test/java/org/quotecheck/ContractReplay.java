package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The main path with the examples of openapi.yaml: what is sent there is taken, what is said there is answered. */
final class ContractReplay {

    private static final Contract CONTRACT = new Contract();

    /** By operation, without what differs from run to run. */
    private final Map<String, Set<JsonNode>> answers = new HashMap<>();

    private final List<String> taken = new ArrayList<>();
    private Response last;

    /** Once for each database: the examples are new there. */
    void run() {
        if (!Api.isProduction()) {
            tokens();
        }
        var article = intake();
        var quote = article.at("/quotes/0/id").asText();
        var claim = write(Api::submitter, "submitClaim", "ofQuote", Map.of("quoteId", quote), 201)
                .path("id")
                .asText();
        write(Api::submitter, "submitClaim", "ofQuote", Map.of("quoteId", quote), 200);
        review(claim);
        reading(claim);
        publicAnswers(claim, article);
        reports(claim);
        correction(claim);
        retraction(claim);
        waitingVersion(article);
        form(claim);
        log(claim);
        feeds(claim);
        operations();
        assertThat(taken)
                .as("mistakes that were not refused as the contract says")
                .isEmpty();
        CONTRACT.operations().values().stream()
                .filter(operation -> !Api.isProduction() || !operation.node().has("x-profiles"))
                .forEach(operation -> {
                    assertThat(answers).containsKey(operation.id());
                    assertThat(answers.get(operation.id()))
                            .as("what " + operation.id() + " answered")
                            .containsAll(CONTRACT.examples(operation).stream()
                                    .map(ContractReplay::masked)
                                    .toList());
                });
    }

    private void tokens() {
        for (var role : Set.of("submitter", "reviewer", "editor")) {
            write(Api::nobody, "issueDevToken", role, Map.of(), 200);
        }
    }

    private JsonNode intake() {
        var article = write(Api::submitter, "submitArticle", "text", Map.of(), 201);
        write(Api::submitter, "submitArticle", "text", Map.of(), 200);
        write(Api::submitter, "submitArticle", "html", Map.of(), 201);
        var id = article.path("id").asText();
        var find = CONTRACT.operation("findArticle");
        var found = send(
                () -> Api.nobody().redirects().follow(false),
                find,
                null,
                "?url=" + CONTRACT.request("submitArticle", "text").path("url").asText());
        assertThat(found.statusCode()).isEqualTo(303);
        answer(find, found);
        read(Api::submitter, "listArticles", "?submittedBy=me");
        read(Api::nobody, "readArticle", "", id);
        var etag = last.header("ETag");
        write(() -> Api.submitter().header("If-Match", etag), "describeArticle", "date", Map.of(), 200, id);
        read(Api::nobody, "listQuotes", "", id);
        read(Api::submitter, "readArticleText", "", id);
        assertThat(last.asString())
                .isEqualTo(
                        CONTRACT.request("submitArticle", "text").path("text").asText());
        var quote = write(Api::submitter, "addQuote", "words", Map.of(), 201, id)
                .path("id")
                .asText();
        write(Api::submitter, "addQuote", "position", Map.of(), 200, id);
        write(ofArticle(id), "correctQuote", "speaker", Map.of(), 200, id, quote);
        var removal = CONTRACT.operation("removeQuote");
        var removed = send(ofArticle(id), removal, null, "", id, quote);
        assertThat(removed.statusCode()).isEqualTo(204);
        answer(removal, removed);
        write(Api::submitter, "extractQuotes", "text", Map.of(), 200);
        return article;
    }

    private void review(String claim) {
        move(Api::reviewer, claim, "take");
        var source = write(Api::reviewer, "addSource", "report", Map.of(), 201, claim)
                .path("id");
        var draft = Map.of("sources", JsonNodeFactory.instance.arrayNode().add(source));
        write(Api::reviewer, "writeVerdictDraft", "draft", draft, 201, claim);
        read(Api::reviewer, "readVerdictDraft", "", claim);
        var etag = last.header("ETag");
        write(() -> Api.reviewer().header("If-Match", etag), "writeVerdictDraft", "draft", draft, 200, claim);
        people(claim);
        move(Api::reviewer, claim, "propose");
        move(Api::editor, claim, "publish");
    }

    private void reading(String claim) {
        var other = write(Api::submitter, "submitClaim", "ofWords", Map.of(), 201)
                .path("id")
                .asText();
        read(Api::reviewer, "listClaims", "?limit=1");
        assertThat(last.header("Link")).contains("rel=\"next\"");
        changes(other);
        places(other);
        move(Api::reviewer, other, "reject");
        read(Api::submitter, "readClaim", "", other);
        read(Api::submitter, "listHistory", "", other);
        read(Api::reviewer, "listHistory", "?limit=3", claim);
        merge(claim);
        read(Api::nobody, "listClaims", "?limit=100&status=published&q=eastmoor debt");
        read(
                Api::nobody,
                "listClaims",
                "?q=debt&status=published&rating=mostly_false&claimant=clara whitfield&publisher=www.Eastmoor-Courier.example&language=EN"
                        + "&articleUrl="
                        + CONTRACT.request("submitArticle", "text").path("url").asText()
                        + "&updatedSince=2020-01-01T00:00:00Z");
        assertThat(last.<List<String>>path("items.id")).isEqualTo(List.of(claim));
        write(Api::nobody, "matchClaim", "words", Map.of(), 200);
        write(Api::nobody, "lookUp", "pages", Map.of(), 200);
        var tools = CONTRACT.operation("callTools");
        var called = send(Api::nobody, tools, CONTRACT.request("callTools", "search"), "");
        assertThat(called.statusCode()).isEqualTo(200);
        assertThat(called.<List<String>>path("result.structuredContent.factChecks.id"))
                .contains(claim);
        CONTRACT.check(tools, called);
        answer(tools, send(Api::nobody, tools, CONTRACT.request("matchClaim", "words"), ""));
        read(Api::nobody, "listRatings", "?lang=de");
        read(Api::nobody, "readClaim", "", claim);
        read(Api::reviewer, "readClaim", "", claim);
        read(Api::nobody, "listSources", "", claim);
        read(Api::nobody, "listVerdictRevisions", "", claim);
        read(Api::nobody, "readVerdictRevision", "", claim, "1");
    }

    private void changes(String claim) {
        var source = write(Api::reviewer, "addSource", "report", Map.of(), 201, claim)
                .path("id")
                .asText();
        write(current(Api::reviewer, claim), "correctSource", "note", Map.of(), 200, claim, source);
        var removal = CONTRACT.operation("removeSource");
        var removed = send(current(Api::reviewer, claim), removal, null, "", claim, source);
        assertThat(removed.statusCode()).isEqualTo(204);
        answer(removal, removed);
        write(current(Api::submitter, claim), "rewordClaim", "claimant", Map.of(), 200, claim);
    }

    private void merge(String claim) {
        var duplicate = Api.claim(Api.unique("The town's debt is down by 40 percent since 2022"));
        read(Api::reviewer, "listReviewQueue", "?limit=2&status=submitted");
        read(Api::reviewer, "countReviewQueue", "");
        write(current(Api::reviewer, duplicate), "moveClaim", "merge", Map.of("duplicateOf", claim), 201, duplicate);
        var operation = CONTRACT.operation("readClaim");
        var moved = send(() -> Api.nobody().redirects().follow(false), operation, null, "", duplicate);
        assertThat(moved.statusCode()).isEqualTo(308);
        assertThat(moved.header("Location")).endsWith("/v1/claims/" + claim);
        CONTRACT.check(operation, moved);
        read(Api::reviewer, "readClaim", "?redirect=false", duplicate);
        for (var page : List.of("showClaim", "readClaimReview")) {
            var redirected =
                    send(() -> Api.nobody().redirects().follow(false), CONTRACT.operation(page), null, "", duplicate);
            assertThat(redirected.statusCode()).isEqualTo(308);
            CONTRACT.check(CONTRACT.operation(page), redirected);
        }
    }

    private void reports(String claim) {
        var sent = write(Api::nobody, "sendReport", "error", Map.of(), 202, claim);
        var report = sent.path("id").asText();
        read(Api::nobody, "readFollowUp", "", sent.path("followUp").asText().replaceAll(".*/", ""));
        read(Api::reviewer, "listReports", "?status=open&claimId=" + claim);
        read(Api::reviewer, "readReport", "", report);
        var etag = last.header("ETag");
        write(() -> Api.reviewer().header("If-Match", etag), "closeReport", "corrected", Map.of(), 200, report);
        read(Api::reviewer, "readReport", "", report);
    }

    private void form(String claim) {
        var operation = CONTRACT.operation("sendReportForm");
        var request = Api.nobody().redirects().follow(false);
        CONTRACT.request("sendReport", "error")
                .properties()
                .forEach(field ->
                        request.formParam(field.getKey(), field.getValue().asText()));
        var sent = request.post(path(operation, claim));
        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(303);
        answer(operation, sent);
    }

    private void retraction(String claim) {
        write(current(Api::editor, claim), "moveClaim", "retract", Map.of(), 202, claim);
        read(Api::editor, "readClaim", "", claim);
        move(() -> Api.as("eve", "editor"), claim, "retract");
        for (var operation : List.of("readClaim", "listVerdictRevisions")) {
            read(Api::nobody, operation, "", claim);
        }
        read(Api::nobody, "showClaim", "", claim);
        read(Api::nobody, "embedClaims", "?ids=" + claim);
        var gone = send(Api::nobody, CONTRACT.operation("readClaimReview"), null, "", claim);
        assertThat(gone.statusCode()).isEqualTo(410);
        CONTRACT.check(CONTRACT.operation("readClaimReview"), gone);
    }

    private void publicAnswers(String claim, JsonNode article) {
        read(Api::nobody, "embedClaims", "?lang=en&ids=" + claim + ",0199bd5c-0000-7000-8000-000000000000");
        read(Api::nobody, "embedArticle", "?url=" + article.path("url").asText());
        read(Api::nobody, "embedArticle", "?urlHash=" + article.path("urlHash").asText());
        read(Api::nobody, "embedArticle", "?url=https://unheard-of.example/");
        read(Api::nobody, "loadWidget", "");
        read(Api::nobody, "loadWidgetOfHash", "", last.header("ETag").replace("\"", ""));
        read(Api::nobody, "loadArticleWidget", "");
        read(Api::nobody, "loadArticleWidgetOfHash", "", last.header("ETag").replace("\"", ""));
        read(Api::nobody, "showClaim", "", claim);
        read(Api::nobody, "readClaimReview", "", claim);
        read(Api::nobody, "showRevision", "", claim, "1");
        read(Api::nobody, "drawClaim", "", claim);
        read(Api::nobody, "showArticle", "", article.path("id").asText());
        read(Api::nobody, "showSearch", "?q=tuition&fbclid=1");
        read(Api::nobody, "showRatings", "?lang=de");
        List.of("showCorrections", "showAbout", "showVerify")
                .forEach(operationId -> read(Api::nobody, operationId, ""));
        if (!Api.isProduction()) {
            read(Api::nobody, "showDemo", "");
        }
        // this deployment has none
        answer(CONTRACT.operation("showLogo"), Api.nobody().get("/logo"));
        read(Api::nobody, "frameClaim", "", claim);
        var page = Api.nobody().get("/embed/v1/claims?ids=" + claim).<String>path("claims[0].url");
        read(Api::nobody, "embedByAddress", "?maxwidth=400&format=json&url=" + page);
    }

    private void waitingVersion(JsonNode article) {
        var text = Map.of("text", "Eastmoor keeps its pool shut.");
        var number = write(Api::submitter, "submitArticle", "text", text, 202)
                .path("number")
                .asText();
        var id = article.path("id").asText();
        read(Api::reviewer, "listArticleVersions", "?limit=1", id);
        read(Api::reviewer, "readVersionText", "", id, number);
        write(Api::reviewer, "moveVersion", "accept", Map.of(), 201, id, number);
    }

    private void places(String claim) {
        var place = write(Api::reviewer, "addAppearance", "page", Map.of(), 201, claim)
                .path("id")
                .asText();
        write(Api::reviewer, "addAppearance", "page", Map.of(), 200, claim);
        write(current(Api::reviewer, claim), "correctAppearance", "confirm", Map.of(), 200, claim, place);
        read(Api::reviewer, "listAppearances", "?state=confirmed", claim);
        var removal = CONTRACT.operation("removeAppearance");
        var removed = send(current(Api::reviewer, claim), removal, null, "", claim, place);
        assertThat(removed.statusCode()).isEqualTo(204);
        answer(removal, removed);
        read(Api::submitter, "listSubmissions", "?status=submitted&limit=1");
    }

    private void people(String claim) {
        write(Api::reviewer, "writeComment", "question", Map.of(), 201, claim);
        read(Api::editor, "listComments", "", claim);
        read(Api::reviewer, "previewVerdict", "", claim);
        read(Api::reviewer, "readMe", "");
        read(Api::reviewer, "listReviewers", "");
    }

    private void correction(String claim) {
        move(Api::editor, claim, "take");
        read(Api::nobody, "embedClaims", "?ids=" + claim);
        read(Api::nobody, "readClaim", "", claim);
        move(Api::editor, claim, "propose");
        move(() -> Api.as("eve", "editor"), claim, "correct");
        read(Api::nobody, "readClaim", "", claim);
        read(Api::nobody, "embedClaims", "?ids=" + claim);
        read(Api::nobody, "readClaimReview", "", claim);
        read(Api::nobody, "listVerdictRevisions", "", claim);
        read(Api::nobody, "listCorrections", "?limit=1");
        var newest = (ObjectNode) masked(Contract.read(last.asString()));
        newest.remove("nextCursor"); // there where another test has corrected something before
        answers.get("listCorrections").add(newest);
    }

    private void log(String claim) {
        read(Api::nobody, "readLogHead", "");
        read(Api::nobody, "listLogEntries", "?limit=1");
        assertThat(last.header("Link")).contains("from=1");
        read(Api::nobody, "readLogProof", "?number=1&claimId=" + claim);
        read(Api::nobody, "readLogProof", "?from=1");
        read(Api::nobody, "readLogKeys", "");
    }

    private void operations() {
        read(Api::nobody, "explainProblem", "", "not-found");
        List.of("start", "isAlive", "isReady", "readContract", "readConsoleConfig", "openConsole")
                .forEach(operationId -> read(Api::nobody, operationId, ""));
        read(
                Api::nobody,
                "loadConsoleFile",
                "",
                last.asString().replaceAll("(?s).*/console/(console\\.\\w+\\.js).*", "$1"));
    }

    private void move(Supplier<RequestSpecification> who, String claim, String example) {
        write(current(who, claim), "moveClaim", example, Map.of(), 201, claim);
    }

    /** With the claim's present ETag. */
    private static Supplier<RequestSpecification> ofArticle(String id) {
        var etag = Api.nobody().get("/v1/articles/" + id).header("ETag");
        return () -> Api.submitter().header("If-Match", etag);
    }

    private static Supplier<RequestSpecification> current(Supplier<RequestSpecification> who, String claim) {
        var etag = Api.etag(claim);
        return () -> who.get().header("If-Match", etag);
    }

    /** Sends all that is wrong with an example, and is refused; then the example itself. */
    private JsonNode write(
            Supplier<RequestSpecification> who,
            String operationId,
            String example,
            Map<String, ?> changed,
            int status,
            String... ids) {
        var operation = CONTRACT.operation(operationId);
        var body = CONTRACT.request(operationId, example);
        changed.forEach((name, value) -> body.set(
                name, value instanceof JsonNode node ? node : JsonNodeFactory.instance.textNode(value.toString())));
        for (var mistake :
                Mistakes.in(CONTRACT, CONTRACT.requestContent(operation).path("schema"), body)) {
            try {
                refuse(who, operation, mistake, ids);
            } catch (AssertionError e) {
                taken.add(e.getMessage());
            }
        }
        var response = send(who, operation, body, "", ids);
        assertThat(response.statusCode())
                .as(operationId + ": " + response.asString())
                .isEqualTo(status);
        return answer(operation, response);
    }

    private static void refuse(
            Supplier<RequestSpecification> who, Contract.Operation operation, Mistakes.Mistake mistake, String... ids) {
        var schema = CONTRACT.requestContent(operation).path("schema");
        assertThat(CONTRACT.errors(schema, mistake.body()))
                .as(operation.id() + " forbids " + mistake)
                .isNotEmpty();
        var refused = send(who, operation, mistake.body(), "", ids);
        assertThat(refused.statusCode())
                .as(operation.id() + " refuses " + mistake)
                .isEqualTo(422);
        assertThat(CONTRACT.check(operation, refused).path("errors").findValuesAsText("pointer"))
                .as(operation.id() + " names " + mistake)
                .contains(mistake.pointer());
    }

    private void feeds(String claim) {
        for (var feed : List.of(
                "readVerdictsAtom",
                "readCorrectionsAtom",
                "readVerdictsJsonFeed",
                "readClaimReviewFeed",
                "readSitemap",
                "readRobots",
                "readLlms")) {
            read(Api::nobody, feed, "");
        }
        read(Api::nobody, "readSitemapFile", "", claim);
        Supplier<RequestSpecification> plain = () -> Api.nobody().urlEncodingEnabled(false);
        read(plain, "searchFactChecks", "?query=debt");
        var byForm = CONTRACT.operation("searchFactChecksByForm");
        answer(byForm, plain.get().formParam("query", "debt").post(path(byForm)));
        var images = CONTRACT.operation("searchImages");
        var none = send(plain, images, null, "");
        assertThat(none.statusCode()).isEqualTo(501);
        answer(images, none);
    }

    private void read(Supplier<RequestSpecification> who, String operationId, String query, String... ids) {
        var operation = CONTRACT.operation(operationId);
        last = send(who, operation, null, query, ids);
        assertThat(last.statusCode()).as(operationId + ": " + last.asString()).isEqualTo(200);
        answer(operation, last);
        var etag = last.header("ETag");
        if (etag != null) {
            var again = send(() -> who.get().header("If-None-Match", etag), operation, null, query, ids);
            assertThat(again.statusCode()).as(operationId + " again").isEqualTo(304);
            CONTRACT.check(operation, again);
        }
        assertThat(who.get().head(path(operation, ids) + query).statusCode())
                .as("HEAD " + operation.path())
                .isEqualTo(200);
    }

    private JsonNode answer(Contract.Operation operation, Response response) {
        var body = CONTRACT.check(operation, response);
        answers.computeIfAbsent(operation.id(), id -> new HashSet<>()).add(body == null ? null : masked(body));
        return body;
    }

    private static Response send(
            Supplier<RequestSpecification> who,
            Contract.Operation operation,
            JsonNode body,
            String query,
            String... ids) {
        var request = who.get();
        if (body != null) {
            request.contentType(ContentType.JSON).body(body.toString());
        }
        return request.request(operation.method(), path(operation, ids) + query);
    }

    /** Ids, times, digests, tokens, the address and the extraction's estimates are others each time. */
    private static JsonNode masked(JsonNode body) {
        return Contract.read(body.toString()
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id")
                .replaceAll("\"[0-9]{4}-[0-9-]{5}T[^\"]+\"", "\"time\"")
                .replaceAll("\"[0-9a-f]{64}\"", "\"digest\"")
                .replaceAll("/reports/[\\w-]{22}\"", "/reports/key\"")
                .replaceAll("\"eyJ[^\"]+\"", "\"token\"")
                .replaceAll("\"(x|y|kid)\":\"[\\w-]{43}\"", "\"$1\":\"key\"")
                .replaceAll("\"(size|index|from|to)\":[0-9]+", "\"$1\":1")
                .replaceAll("\\[\"digest\"(,\"digest\")*]", "[\"digest\"]")
                .replaceAll("\"https?://(localhost:[0-9]+|facts\\.example)", "\"https://quotecheck.example")
                .replaceAll("\"(confidence|checkability)\":[0-9.]+", "\"$1\":0"));
    }

    private static String path(Contract.Operation operation, String... ids) {
        var path = operation.path();
        for (var id : ids) {
            path = path.replaceFirst("\\{\\w+}", id);
        }
        return path;
    }
}
