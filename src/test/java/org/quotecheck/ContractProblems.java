package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.quotecheck.problem.ProblemType;

/** Each problem that a client can cause is one that openapi.yaml declares for that operation. */
final class ContractProblems {

    private static final Contract CONTRACT = new Contract();
    /**
     * A race, a defect, a database that is away, a day's quota and settings that are not these are not to be made here,
     * and no operation refuses a media type (AcceptTest).
     */
    private static final Set<String> ELSEWHERE = Set.of(
            "identity-not-configured",
            "edge-only",
            "address-not-configured",
            "request-in-progress",
            "gone",
            "not-acceptable",
            "quota-exceeded",
            "uri-too-long",
            "headers-too-large",
            "internal-error",
            "unavailable");

    private final Set<String> seen = new TreeSet<>();

    void run() {
        var claim = Api.claim(Api.unique("The bridge was closed for 30 days"));
        requests(claim);
        versions(claim);
        persons(claim);
        rejected();
        repeated("{}", 422);
        repeated("{\"text\":\"" + Api.unique("Three") + "\"}", 201);
        var all = new TreeSet<>(
                Arrays.stream(ProblemType.values()).map(ProblemType::slug).toList());
        all.removeAll(ELSEWHERE);
        assertThat(seen).isEqualTo(all);
    }

    private void requests(String claim) {
        problem("readClaim", Api.nobody().get("/v1/claims/one"), 400, "malformed-request");
        problem("listClaims", Api.nobody().get("/v1/claims?limit=101"), 400, "malformed-request");
        problem("matchClaim", json(Api.nobody(), "{").post("/v1/claims/match"), 400, "malformed-request");
        problem("findArticle", Api.nobody().get("/v1/articles/by-url"), 400, "malformed-request");
        problem("embedClaims", Api.nobody().get("/embed/v1/claims?ids=" + "0".repeat(9)), 400, "malformed-request");
        problem("embedArticle", Api.nobody().get("/embed/v1/articles"), 400, "malformed-request");
        problem("submitArticle", json(Api.submitter(), "{").post("/v1/articles"), 400, "malformed-request");
        problem("submitArticle", json(Api.nobody(), "{}").post("/v1/articles"), 401, "unauthenticated");
        problem(
                "readClaim",
                Api.nobody().header("Authorization", "Bearer x.y.z").get("/v1/claims/" + claim),
                401,
                "unauthenticated");
        problem("addSource", json(Api.submitter(), "{}").post("/v1/claims/" + claim + "/sources"), 403, "forbidden");
        problem("readClaim", Api.nobody().get("/v1/claims/" + UUID.randomUUID()), 404, "not-found");
        problem("readClaim", Api.nobody().get("/v1/claims/" + claim), 404, "not-found");
        problem(
                "listVerdictRevisions",
                Api.nobody().get("/v1/claims/" + claim + "/verdict-revisions"),
                404,
                "not-found");
        problem("showClaim", Api.nobody().accept(ContentType.JSON).get("/claims/" + claim), 404, "not-found");
        CONTRACT.check(
                CONTRACT.operation("showClaim"),
                Api.nobody().accept(ContentType.HTML).get("/claims/" + claim));
        problem("loadWidgetOfHash", Api.nobody().get("/embed/v1/quotecheck.0.js"), 404, "not-found");
        problem("loadArticleWidgetOfHash", Api.nobody().get("/embed/v1/quotecheck-article.0.js"), 404, "not-found");
        problem("frameClaim", Api.nobody().get("/embed/claims/" + UUID.randomUUID()), 404, "not-found");
        problem("embedByAddress", Api.nobody().get("/oembed?url=x"), 404, "not-found");
        problem("embedByAddress", Api.nobody().get("/oembed"), 400, "malformed-request");
        problem("embedByAddress", Api.nobody().get("/oembed?url=x&format=xml"), 501, "not-implemented");
        problem("submitArticle", Api.submitter().delete("/v1/articles"), 405, "method-not-allowed");
        problem(
                "extractQuotes",
                json(Api.submitter(), "{\"text\":\"" + "x".repeat(1024 * 1024 + 1) + "\"}")
                        .post("/v1/extractions"),
                413,
                "too-large");
        problem(
                "submitArticle",
                Api.submitter().contentType("text/plain").body("{}").post("/v1/articles"),
                415,
                "unsupported-media-type");
        problem("submitClaim", json(Api.submitter(), "{}").post("/v1/claims"), 422, "invalid-input");
        var text = "\"The bridge was closed for 30 days,\" said Ann Lee.";
        var article = json(Api.submitter(), Map.of("url", Api.uniqueUrl(), "text", text))
                .post("/v1/articles")
                .<String>path("id");
        var other = json(Api.submitter(), Map.of("url", Api.uniqueUrl(), "text", text))
                .post("/v1/articles");
        problem(
                "describeArticle",
                json(Api.reviewer(), Map.of("aliases", List.of(other.<String>path("url"))))
                        .header(
                                "If-Match",
                                Api.nobody().get("/v1/articles/" + article).header("ETag"))
                        .patch("/v1/articles/" + article),
                409,
                "address-taken");
        var near = json(Api.submitter(), Map.of("exact", "The bridge was closed for 31 days"))
                .post("/v1/articles/" + article + "/quotes");
        problem("addQuote", near, 422, "invalid-input");
        assertThat(near.<String>path("bestMatch.exact")).isEqualTo("The bridge was closed for 30 days");
        var quoted = json(Api.submitter(), Map.of("exact", "The bridge was closed"));
        quoted.post("/v1/articles/" + article + "/quotes").then().statusCode(201);
        problem(
                "addQuote",
                json(Api.submitter(), Map.of("exact", "The bridge was closed", "speaker", Map.of("name", "Ida Holm")))
                        .post("/v1/articles/" + article + "/quotes"),
                409,
                "quote-exists");
        var key = UUID.randomUUID().toString();
        json(Api.submitter(), "{\"text\":\"" + Api.unique("One") + "\"}")
                .header("Idempotency-Key", key)
                .post("/v1/claims")
                .then()
                .statusCode(201);
        problem(
                "submitClaim",
                json(Api.submitter(), "{\"text\":\"" + Api.unique("Two") + "\"}")
                        .header("Idempotency-Key", key)
                        .post("/v1/claims"),
                422,
                "idempotency-key-reused");
    }

    private void versions(String claim) {
        problem(
                "moveClaim",
                json(Api.reviewer(), "{\"to\":\"in_review\"}").post("/v1/claims/" + claim + "/transitions"),
                428,
                "precondition-required");
        var stale = json(Api.reviewer(), "{\"to\":\"in_review\"}")
                .header("If-Match", "\"7000\"")
                .post("/v1/claims/" + claim + "/transitions");
        problem("moveClaim", stale, 412, "stale-version");
        assertThat(stale.header("ETag")).isEqualTo(Api.etag(claim));
        var noWay = Api.move(Api.editor(), claim, Map.of("to", "published"));
        problem("moveClaim", noWay, 409, "illegal-transition");
        assertThat(noWay.<Iterable<String>>path("allowed")).contains("in_review");
    }

    private void same() {
        var text = Api.unique("Four");
        var first = Api.claim(text);
        var second = Api.claim(Api.unique("Five"));
        problem(
                "rewordClaim",
                json(Api.submitter(), "{\"text\":\"" + text + "!\"}")
                        .header("If-Match", Api.etag(second))
                        .patch("/v1/claims/" + second),
                409,
                "claim-exists");
        Api.move(Api.reviewer(), first, Map.of("to", "in_review")).then().statusCode(201);
        var source = Api.addSource(first);
        json(
                        Api.reviewer(),
                        "{\"rating\":\"mixed\",\"summary\":\"Half.\",\"language\":\"en\",\"sources\":[\"" + source
                                + "\"]}")
                .put("/v1/claims/" + first + "/verdict-draft")
                .then()
                .statusCode(201);
        problem(
                "removeSource",
                Api.reviewer().header("If-Match", Api.etag(first)).delete("/v1/claims/" + first + "/sources/" + source),
                409,
                "source-cited");
    }

    private void persons(String claim) {
        var draft = "{\"rating\":\"mixed\",\"summary\":\"Half of it.\",\"language\":\"en\"}";
        problem(
                "writeVerdictDraft",
                json(Api.reviewer(), draft).put("/v1/claims/" + claim + "/verdict-draft"),
                409,
                "claim-locked");
        Api.addSource(claim);
        Api.move(Api.editor(), claim, Map.of("to", "in_review")).then().statusCode(201);
        problem(
                "writeVerdictDraft",
                json(Api.reviewer(), draft).put("/v1/claims/" + claim + "/verdict-draft"),
                403,
                "not-assignee");
        problem("moveClaim", Api.move(Api.reviewer(), claim, Map.of("to", "proposed")), 403, "not-assignee");
        json(Api.editor(), draft)
                .put("/v1/claims/" + claim + "/verdict-draft")
                .then()
                .statusCode(201);
        Api.move(Api.editor(), claim, Map.of("to", "proposed")).then().statusCode(201);
        problem("addSource", json(Api.reviewer(), "{}").post("/v1/claims/" + claim + "/sources"), 409, "claim-locked");
        same();
        problem("moveClaim", Api.move(Api.editor(), claim, Map.of("to", "published")), 403, "self-approval");
        problem("moveClaim", Api.move(Api.reviewer(), claim, Map.of("to", "published")), 403, "forbidden");
    }

    private void rejected() {
        var words = Api.unique("Buy this");
        Api.move(Api.reviewer(), Api.claim(words), Map.of("to", "rejected", "reason", "spam"))
                .then()
                .statusCode(201);
        problem(
                "submitClaim",
                json(Api.submitter(), "{\"text\":\"" + words + "\"}").post("/v1/claims"),
                409,
                "claim-rejected");
    }

    private static void repeated(String body, int status) {
        var key = UUID.randomUUID().toString();
        for (var replayed : Arrays.asList(null, "true")) {
            var response =
                    json(Api.submitter(), body).header("Idempotency-Key", key).post("/v1/claims");
            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(response.header("Idempotency-Replayed")).isEqualTo(replayed);
            CONTRACT.check(CONTRACT.operation("submitClaim"), response);
        }
    }

    private void problem(String operationId, Response response, int status, String slug) {
        assertThat(response.statusCode())
                .as(operationId + ": " + response.asString())
                .isEqualTo(status);
        var body = CONTRACT.check(CONTRACT.operation(operationId), response);
        assertThat(body.path("type").asText()).isEqualTo("/problems/" + slug);
        seen.add(slug);
    }

    private static RequestSpecification json(RequestSpecification who, Object body) {
        return who.contentType(ContentType.JSON).body(body);
    }
}
