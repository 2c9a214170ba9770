package org.quotecheck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** The Idempotency-Key header: one effect, and the first answer again. */
@QuarkusTest
class IdempotencyTest {

    private static final Map<String, String> SOURCE =
            Map.of("url", "https://source.example/", "title", "Table", "role", "context");

    private final String key = UUID.randomUUID().toString();

    @Test
    void sameRequestGetsTheFirstAnswerAgain() {
        var body = Map.of("text", Api.unique("We won"));
        var first = post(Api.submitter(), key, "/v1/claims", body);
        var again = post(Api.submitter(), key, "/v1/claims", body);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertReplayed(again, first);
        assertThat(again.header("Location")).isEqualTo(first.header("Location")).isNotNull();
        assertThat(post(Api.submitter(), UUID.randomUUID().toString(), "/v1/claims", body)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void effectHappensOnce() {
        var path = "/v1/claims/" + Api.claim(Api.unique("We won")) + "/sources";
        var first = post(Api.reviewer(), key, path, SOURCE);
        assertReplayed(post(Api.reviewer(), key, path, SOURCE), first);
        assertThat(Api.reviewer().get(path).jsonPath().getList("items")).hasSize(1);
    }

    @Test
    void severalKeysAreRefused() {
        var body = Map.of("text", Api.unique("We won"));
        for (var second : List.of(UUID.randomUUID().toString(), key)) {
            refused(post(Api.submitter().header("Idempotency-Key", second), key, "/v1/claims", body), 400);
        }
    }

    @Test
    void conflictIsKept() {
        var claim = Api.claim(Api.unique("We won"));
        var move = Map.of("to", "submitted");
        var first = refused(post(matching(claim), key, "/v1/claims/" + claim + "/transitions", move), 409);
        Api.move(Api.reviewer(), claim, Map.of("to", "in_review")).then().statusCode(201);
        assertReplayed(refused(post(matching(claim), key, "/v1/claims/" + claim + "/transitions", move), 409), first);
    }

    @Test
    void invalidInputIsKept() {
        var path = "/v1/claims/" + Api.claim(Api.unique("We won")) + "/sources";
        var first = refused(post(Api.reviewer(), key, path, Map.of("url", "x")), 422);
        assertReplayed(refused(post(Api.reviewer(), key, path, Map.of("url", "x")), 422), first);
    }

    @Test
    void whatTheCallerCanCorrectIsNotKept() {
        var claim = Api.claim(Api.unique("We won"));
        var path = "/v1/claims/" + claim + "/transitions";
        var move = Map.of("to", "in_review");
        refused(post(Api.submitter(), key, path, move), 403);
        refused(post(Api.nobody(), key, path, move), 401);
        refused(post(Api.reviewer(), key, path, move), 428);
        refused(post(Api.reviewer().header("If-Match", "\"99\""), key, path, move), 412);
        refused(post(Api.reviewer(), key, "/v1/claims/" + UUID.randomUUID() + "/transitions", move), 404);
        var done = post(matching(claim), key, path, move);
        assertThat(done.statusCode()).isEqualTo(201);
        assertThat(done.header("Idempotency-Replayed")).isNull();
    }

    @Test
    void keyStandsForOneRequest() {
        var path = "/v1/claims/" + Api.claim(Api.unique("We won")) + "/sources";
        post(Api.reviewer(), key, path, SOURCE).then().statusCode(201);
        for (var other : List.of(
                post(
                        Api.reviewer(),
                        key,
                        path,
                        Map.of("url", "https://other.example/", "title", "Table", "role", "context")),
                post(Api.reviewer(), key, "/v1/claims/" + Api.claim(Api.unique("We won")) + "/sources", SOURCE),
                post(Api.reviewer(), key, path, Map.of()))) {
            assertThat(refused(other, 422).<String>path("type")).isEqualTo("/problems/idempotency-key-reused");
        }
        assertThat(post(Api.reviewer(), key, path, SOURCE).header("Idempotency-Replayed"))
                .isEqualTo("true");
        assertThat(Api.reviewer().get(path).jsonPath().getList("items")).hasSize(1);
    }

    @Test
    void callersDoNotMeet() {
        var path = "/v1/claims/" + Api.claim(Api.unique("We won")) + "/sources";
        post(Api.reviewer(), key, path, SOURCE).then().statusCode(201);
        var other = post(Api.as("otto", "reviewer"), key, path, SOURCE);
        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(other.header("Idempotency-Replayed")).isNull();
        assertThat(Api.reviewer().get(path).jsonPath().getList("items")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "é", "tab\there", "256"})
    void malformedKeyIsRefused(String malformed) {
        var words = "w" + UUID.randomUUID().toString().replace("-", "");
        refused(
                post(
                        Api.submitter(),
                        malformed.equals("256") ? "k".repeat(256) : malformed,
                        "/v1/claims",
                        Map.of("text", words)),
                400);
        assertThat(Api.reviewer()
                        .queryParam("q", words)
                        .get("/v1/claims")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void longestKeyIsAccepted() {
        var longest = "~!".repeat(100) + key + key.substring(0, 19);
        assertThat(longest).hasSize(255);
        assertThat(post(Api.submitter(), longest, "/v1/claims", Map.of("text", Api.unique("We won")))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void requestsAtOnceHaveOneEffect() throws Exception {
        var path = "/v1/claims/" + Api.claim(Api.unique("We won")) + "/sources";
        var answers = atOnce(() -> post(Api.reviewer(), key, path, SOURCE));
        var ids = answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .map(answer -> answer.<String>path("id"))
                .toList();
        assertThat(ids).isNotEmpty().containsOnly(ids.getFirst());
        answers.stream()
                .filter(answer -> answer.statusCode() != 201)
                .forEach(answer ->
                        assertThat(refused(answer, 409).header("Retry-After")).isEqualTo("1"));
        assertThat(Api.reviewer().get(path).jsonPath().getList("items")).hasSize(1);
        assertThat(post(Api.reviewer(), key, path, SOURCE).header("Idempotency-Replayed"))
                .isEqualTo("true");
    }

    @Test
    void submissionsAtOnceHaveOneEffect() throws Exception {
        var url = Api.uniqueUrl();
        var answers = atOnce(() ->
                post(Api.submitter(), key, "/v1/articles", Map.of("url", url, "text", "\"We won,\" said Ann Lee.")));
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 201 && answer.header("Idempotency-Replayed") == null))
                .hasSize(1);
        answers.stream()
                .filter(answer -> answer.statusCode() != 201)
                .forEach(answer ->
                        assertThat(refused(answer, 409).header("Retry-After")).isEqualTo("1"));
        Api.nobody()
                .queryParam("url", url)
                .get("/v1/articles/by-url")
                .then()
                .statusCode(200)
                .body("version", org.hamcrest.Matchers.equalTo(1));
    }

    private static void assertReplayed(Response again, Response first) {
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.contentType()).isEqualTo(first.contentType());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }

    private static List<Response> atOnce(Callable<Response> request) throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = new java.util.ArrayList<Response>();
            for (Future<Response> answer : threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(i -> request).toList())) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static RequestSpecification matching(String claim) {
        return Api.reviewer().header("If-Match", Api.etag(claim));
    }

    private static Response post(RequestSpecification caller, String key, String path, Map<String, ?> body) {
        return caller.contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path);
    }
}
