package org.quotecheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.quotecheck.Problems.invalid;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.IDN;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** Nobody adds to a claim unseen: what joins one waits for a reviewer, and is public only when confirmed. */
@QuarkusTest
class AppearancesTest {

    @Inject
    DataSource database;

    private final String words = Api.unique("The ferry ran late on nine days");

    @Test
    void placeThatJoinsAPublishedClaimIsSeenNowhereUntilItIsConfirmed() {
        var claim = published();
        var etag = Api.nobody().get("/v1/claims/" + claim).header("ETag");
        var url = Api.uniqueUrl();
        join("sue", url).then().statusCode(200);
        hidden(claim, url);
        assertThat(Api.nobody().get("/v1/claims/" + claim).header("ETag")).isEqualTo(etag);
        Api.reviewer().get("/v1/claims/" + claim).then().body("pendingAppearances", equalTo(1));
        Api.reviewer()
                .get("/v1/review-queue?limit=100")
                .then()
                .body(
                        "items.find { it.claim.id == '" + claim + "' }.reason",
                        containsString("a place is waiting to be confirmed"));
        Api.confirm(claim);
        Api.nobody().get("/v1/claims/" + claim).then().body("appearances.url", hasItem(url));
        Api.nobody().get("/v1/claims/" + claim + "/appearances").then().body("items.url", hasItem(url));
        Api.nobody().get("/embed/v1/articles?url=" + url).then().body("claims.id", contains(claim));
        Api.nobody().get("/v1/claims?articleUrl=" + url).then().body("items.id", contains(claim));
        assertThat(Api.nobody().get("/claims/" + claim).asString()).contains(url);
        assertThat(Api.nobody().get("/v1/claims/" + claim).header("ETag")).isNotEqualTo(etag);
        Api.reviewer().get("/v1/review-queue?limit=100").then().body("items.claim.id", not(hasItem(claim)));
    }

    @Test
    void droppedPlaceStaysHiddenAndComesNotAgain() {
        var claim = published();
        var url = Api.uniqueUrl();
        join("sue", url).then().statusCode(200);
        var id = pending(claim).getFirst();
        invalid(Api.settle(claim, id, Map.of("state", "dropped")), "/reason");
        Api.settle(claim, id, Map.of("state", "dropped", "reason", "not_there"))
                .then()
                .statusCode(200)
                .body("state", equalTo("dropped"))
                .body("addedBy.id", equalTo("sue"));
        hidden(claim, url);
        join("sue", url).then().statusCode(200);
        join("sid", url).then().statusCode(200);
        hidden(claim, url);
        Api.reviewer().get("/v1/claims/" + claim).then().body("pendingAppearances", equalTo(0));
        submissions("sue")
                .then()
                .body("items[0].status", equalTo("dropped"))
                .body("items[0].reason", equalTo("not_there"))
                .body("items[0].text", equalTo(words))
                .body("items[0].appearanceId", equalTo(id));
    }

    @Test
    void joinersReadTheirOwnPlaceAndNoMore() {
        var first = Api.uniqueUrl();
        submit(Api.submitter(), first).then().statusCode(201);
        var url = Api.uniqueUrl();
        var joined = join("sue", url);
        joined.then().statusCode(200).body("appearances.url", contains(url)).body("text", nullValue());
        var read = Api.as("sue", "submitter").get(joined.header("Location"));
        read.then().statusCode(200);
        assertThat(read.asString()).isEqualTo(joined.asString()).doesNotContain(words, first, "sam");
        assertThat(read.header("ETag")).isEqualTo(joined.header("ETag"));
        Api.as("sue", "submitter")
                .header("If-None-Match", read.header("ETag"))
                .get(joined.header("Location"))
                .then()
                .statusCode(304);
        refused(Api.as("sid", "submitter").get(joined.header("Location")), 404);
        refused(Api.nobody().get(joined.header("Location")), 404);
        refused(Api.as("sue", "submitter").get(joined.header("Location") + "/sources"), 404);
        refused(Api.as("sue", "submitter").get(joined.header("Location") + "/appearances"), 404);
    }

    @Test
    void submissionsAreOnesOwn() {
        var me = "s-" + UUID.randomUUID();
        var own = submit(Api.as(me, "submitter"), null)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var other = Api.unique("The ferry ran on time");
        var claim = Api.claim(other);
        Api.as(me, "submitter")
                .contentType(ContentType.JSON)
                .body(Map.of("text", other))
                .post("/v1/claims")
                .then()
                .statusCode(200);
        submissions(me)
                .then()
                .body("items.claimId", contains(claim, own))
                .body("items.status", contains("submitted", "submitted"))
                .body("items[0].appearanceId", nullValue());
        Api.move(Api.reviewer(), claim, Map.of("to", "not_checkable", "reason", "opinion"))
                .then()
                .statusCode(201);
        Api.as(me, "submitter")
                .get("/v1/submissions?status=not_checkable")
                .then()
                .body("items.claimId", contains(claim))
                .body("items.reason", contains("opinion"));
        var page = Api.as(me, "submitter").get("/v1/submissions?limit=1");
        Api.as(me, "submitter")
                .get("/v1/submissions?limit=1&cursor=" + page.path("nextCursor"))
                .then()
                .body("items.claimId", contains(own));
        refused(Api.as(me, "submitter").get("/v1/submissions?status=lost"), 400);
        refused(Api.nobody().get("/v1/submissions"), 401);
    }

    @Test
    void reviewerAddsCorrectsAndRemoves() {
        var claim = published();
        var before = Api.etag(claim);
        var url = Api.uniqueUrl();
        var added = Api.reviewer()
                .contentType(ContentType.JSON)
                .body(Map.of("url", url + "#top", "title", "<b>A</b> \"page\"", "date", "2025-03-01"))
                .post("/v1/claims/" + claim + "/appearances");
        added.then().statusCode(201).body("state", equalTo("confirmed")).body("url", equalTo(url));
        assertThat(Api.etag(claim)).isNotEqualTo(before);
        Api.reviewer()
                .contentType(ContentType.JSON)
                .body(Map.of("url", url))
                .post("/v1/claims/" + claim + "/appearances")
                .then()
                .statusCode(200)
                .body("title", equalTo("<b>A</b> \"page\""));
        assertThat(Api.nobody().get("/claims/" + claim).asString()).doesNotContain("<b>A</b>");
        Api.settle(claim, added.path("id"), Map.of("first", true))
                .then()
                .statusCode(200)
                .body("first", equalTo(true));
        Api.nobody()
                .get("/v1/claims/" + claim)
                .then()
                .body("appearances.url[0]", equalTo(url))
                .body("appearances.findAll { it.first }", hasSize(1))
                .body("appearancesTotal", equalTo(2));
        refused(Api.reviewer().delete("/v1/claims/" + claim + "/appearances/" + added.path("id")), 428);
        Api.reviewer()
                .header("If-Match", Api.etag(claim))
                .delete("/v1/claims/" + claim + "/appearances/" + added.path("id"))
                .then()
                .statusCode(204);
        Api.nobody().get("/v1/claims/" + claim).then().body("appearances.url", not(hasItem(url)));
        refused(Api.settle(claim, added.path("id"), Map.of("state", "confirmed")), 404);
    }

    @Test
    void wrongCorrectionsAreRefusedByName() {
        var claim = published();
        join("sue", Api.uniqueUrl());
        var id = pending(claim).getFirst();
        invalid(Api.settle(claim, id, Map.of("state", "lost")), "/state");
        invalid(Api.settle(claim, id, Map.of("date", "yesterday")), "/date");
        invalid(Api.settle(claim, id, Map.of("date", "0999-01-01")), "/date");
        invalid(Api.settle(claim, id, Map.of("title", "x".repeat(501))), "/title");
        invalid(Api.settle(claim, id, Map.of("first", true)), "/first");
        invalid(Api.settle(claim, id, Map.of("url", "https://x.example/")), "/url");
        refused(Api.settle(claim, UUID.randomUUID().toString(), Map.of("state", "confirmed")), 404);
        refused(Api.nobody().get("/v1/claims/" + claim + "/appearances?state=lost"), 400);
        refused(
                Api.submitter()
                        .contentType(ContentType.JSON)
                        .body(Map.of("url", Api.uniqueUrl()))
                        .post("/v1/claims/" + claim + "/appearances"),
                403);
    }

    /** A reason and being the first belong to one state each. */
    @Test
    void memberThatMeansNothingIsRefused() {
        var claim = published();
        for (var state : List.of("confirmed", "pending")) {
            invalid(add(claim, Map.of("state", state, "reason", "spam")), "/reason");
        }
        invalid(add(claim, Map.of("reason", "spam")), "/reason");
        invalid(add(claim, Map.of("state", "dropped", "reason", "spam", "first", true)), "/first");
        invalid(add(claim, Map.of("state", "pending", "first", true)), "/first");
        add(claim, Map.of("state", "dropped", "reason", "spam", "first", false))
                .then()
                .statusCode(201);

        var id = add(claim, Map.of("first", true))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        invalid(Api.settle(claim, id, Map.of("reason", "spam")), "/reason");
        invalid(Api.settle(claim, id, Map.of("state", "confirmed", "reason", "spam")), "/reason");
        invalid(Api.settle(claim, id, Map.of("first", false)), "/first");
        invalid(Api.settle(claim, id, Collections.singletonMap("first", null)), "/first");
        invalid(Api.settle(claim, id, Map.of("state", "dropped", "reason", "spam", "first", true)), "/first");
        Api.settle(claim, id, Map.of("state", "pending")).then().statusCode(200).body("first", equalTo(false));
        Api.settle(claim, id, Map.of("state", "dropped", "reason", "spam"))
                .then()
                .statusCode(200)
                .body("reason", equalTo("spam"));
        Api.settle(claim, id, Map.of("state", "confirmed", "first", false))
                .then()
                .statusCode(200)
                .body("reason", nullValue())
                .body("first", equalTo(false));
    }

    private static Response add(String claim, Map<String, ?> members) {
        var body = new HashMap<String, Object>(members);
        body.put("url", Api.uniqueUrl());
        return Api.reviewer().contentType(ContentType.JSON).body(body).post("/v1/claims/" + claim + "/appearances");
    }

    @Test
    void mergedPlaceKeepsItsStateWhereTheSurvivorHasNoVerdict() {
        var survivor = Api.claim(Api.unique("Nine ferries ran late"));
        var url = Api.uniqueUrl();
        var duplicate = submit(Api.submitter(), url).then().extract().<String>path("id");
        join("sue", Api.uniqueUrl());
        Api.move(Api.reviewer(), duplicate, Map.of("to", "duplicate", "duplicateOf", survivor))
                .then()
                .statusCode(201);
        Api.reviewer()
                .get("/v1/claims/" + survivor)
                .then()
                .body("appearances.url", contains(url))
                .body("pendingAppearances", equalTo(1));
        Api.as("sue", "submitter")
                .get("/v1/claims/" + duplicate + "?redirect=false")
                .then()
                .statusCode(200);
    }

    @Test
    void publisherIsFoundByAnyFormOfItsHost() {
        var host = UUID.randomUUID() + "-bücher.example";
        var claim = published();
        Api.reviewer()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "url",
                        Api.uniqueUrl(),
                        "publisher",
                        Map.of("name", "The Shelf", "site", "https://www." + host.toUpperCase(Locale.ROOT) + "/start")))
                .post("/v1/claims/" + claim + "/appearances")
                .then()
                .statusCode(201)
                .body("publisher.site", equalTo("www." + IDN.toASCII(host)));
        for (var form : List.of(
                host, "www." + host, IDN.toASCII(host), "https://" + host + "/a?b=c", "HTTP://WWW." + host + ":8080")) {
            Api.nobody()
                    .queryParam("publisher", form)
                    .get("/v1/claims")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(claim));
        }
        Api.nobody()
                .queryParam("publisher", "x" + host)
                .get("/v1/claims")
                .then()
                .body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void joinsAtOnceAllComeIn(boolean one) throws Exception {
        var claim = published();
        int most = 1_000;
        var base = Api.uniqueUrl();
        Api.token("many", "submitter");
        var senders = IntStream.range(0, 20).mapToObj(i -> "joiner-" + i).toList();
        senders.forEach(sender -> Api.token(sender, "submitter"));
        try (var threads = Executors.newFixedThreadPool(40)) {
            var answers = threads.invokeAll(IntStream.range(0, most)
                    .<Callable<Integer>>mapToObj(i -> () -> join(one ? "many" : senders.get(i % 20), base + "/" + i)
                            .statusCode())
                    .toList());
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        Api.reviewer().get("/v1/claims/" + claim).then().body("pendingAppearances", equalTo(most));
        assertThat(new HashSet<>(pending(claim))).hasSize(100);
    }

    @Test
    void pageWithTenThousandPlacesStaysSmall() throws Exception {
        var claim = published();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into appearance
                          (id, claim_id, own_claim_id, url, url_hash, title, state, added_by, created_at)
                        select
                          cast('01990000-0000-7000-8000-' || lpad(to_hex(n), 8, '0')
                            || substr(md5(cast(? as text)), 1, 4) as uuid), ?, ?,
                          'https://page.example/' || md5(cast(n as text) || ?), encode(sha256(cast(n || ? as bytea)), 'hex'),
                          repeat(md5(cast(n as text)), 15), 'confirmed', 'sue', now()
                        from generate_series(1, 10000) n""")) {
            var id = UUID.fromString(claim);
            insert.setString(1, claim);
            insert.setObject(2, id);
            insert.setObject(3, id);
            insert.setString(4, claim);
            insert.setString(5, claim);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var page = Api.nobody().get("/claims/" + claim).asString();
        assertThat(page).contains("Show all (10001)").contains("/v1/claims/" + claim + "/appearances");
        assertThat(gzipped(page)).isLessThan(30 * 1024);
        assertThat(page.length()).isLessThan(60 * 1024);
        var read = Api.nobody().get("/v1/claims/" + claim);
        read.then().body("appearances", hasSize(20)).body("appearancesTotal", equalTo(10_001));
        assertThat(read.asString().length()).isLessThan(60 * 1024);
        var markup = Api.nobody()
                .get("/claims/" + claim + ".jsonld")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(markup.length()).isLessThan(60 * 1024);
        for (var embed : List.of("/embed/v1/claims?ids=" + claim, "/embed/claims/" + claim)) {
            var answer =
                    Api.nobody().get(embed).then().statusCode(200).extract().asByteArray();
            assertThat(answer.length).as(embed).isLessThan(20 * 1024);
        }
    }

    @Test
    void pageWithManyLongSourcesStaysSmall() throws Exception {
        var claim = Api.claim(words);
        Api.move(Api.reviewer(), claim, Map.of("to", "in_review")).then().statusCode(201);
        for (int i = 0; i < 30; i++) {
            Api.reviewer()
                    .contentType(ContentType.JSON)
                    .body(Map.of(
                            "url",
                            Api.uniqueUrl(),
                            "title",
                            noise(400),
                            "role",
                            "context",
                            "excerpt",
                            noise(2_000),
                            "note",
                            noise(2_000)))
                    .post("/v1/claims/" + claim + "/sources")
                    .then()
                    .statusCode(201);
        }
        var paragraphs = IntStream.range(0, 40).mapToObj(i -> noise(1_000)).collect(Collectors.joining("\n\n"));
        Api.reviewer()
                .contentType(ContentType.JSON)
                .body(Map.of("rating", "false", "summary", "No.", "language", "en", "explanation", paragraphs))
                .put("/v1/claims/" + claim + "/verdict-draft")
                .then()
                .statusCode(201);
        Api.move(Api.reviewer(), claim, Map.of("to", "proposed")).then().statusCode(201);
        Api.move(Api.editor(), claim, Map.of("to", "published")).then().statusCode(201);
        var page = Api.nobody().get("/claims/" + claim).asString();
        assertThat(page).contains("Show all (30)");
        assertThat(gzipped(page)).isLessThan(30 * 1024);
        assertThat(page.length()).isLessThan(60 * 1024);
        Api.nobody()
                .get("/v1/claims/" + claim)
                .then()
                .body("sources", hasSize(30))
                .body("sourcesTotal", equalTo(30));
    }

    private static String noise(int length) {
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(UUID.randomUUID()).append(' ');
        }
        return text.substring(0, length - 1) + ".";
    }

    private static int gzipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    private void hidden(String claim, String url) {
        for (var path : List.of(
                "/v1/claims/" + claim,
                "/v1/claims/" + claim + "/appearances?limit=100",
                "/claims/" + claim,
                "/claims/" + claim + ".jsonld",
                "/embed/v1/claims?ids=" + claim,
                "/v1/claims?limit=100&status=published")) {
            assertThat(Api.nobody().get(path).asString()).as(path).doesNotContain(url);
        }
        Api.nobody().get("/embed/v1/articles?url=" + url).then().body("claims", hasSize(0));
        for (var viewer : List.of(Api.nobody(), Api.reviewer(), Api.submitter())) {
            viewer.get("/v1/claims?articleUrl=" + url).then().body("items", hasSize(0));
        }
        Api.submitter()
                .get("/v1/claims/" + claim + "/appearances?state=pending")
                .then()
                .body("items", hasSize(0));
    }

    private String published() {
        var claim = submit(Api.submitter(), Api.uniqueUrl())
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Api.publish(claim, "false");
        return claim;
    }

    private static List<String> pending(String claim) {
        return Api.reviewer()
                .get("/v1/claims/" + claim + "/appearances?state=pending&limit=100")
                .path("items.id");
    }

    private static Response submissions(String sender) {
        return Api.as(sender, "submitter").get("/v1/submissions");
    }

    private Response join(String sender, String url) {
        return submit(Api.as(sender, "submitter"), url);
    }

    private Response submit(RequestSpecification sender, String url) {
        return sender.contentType(ContentType.JSON)
                .body(url == null ? Map.of("text", words) : Map.of("text", words, "article", Map.of("url", url)))
                .post("/v1/claims");
    }
}
