package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A deployment with one reviewer, whose name is shown, a quota, and a content delivery network before it. */
@QuarkusTest
@TestProfile(SmallNewsroomTest.Profile.class)
public class SmallNewsroomTest {

    private static final String SECRET = "s3cret-of-the-edge";
    private static final String NEXT_SECRET = "the-one,that-follows";
    /** Of the edge: one follows the other. */
    public static final String SECRETS = NEXT_SECRET + " " + SECRET;

    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quotecheck.review.second-person",
                    "false",
                    "quotecheck.review.names-shown",
                    "true",
                    "quotecheck.quota.submissions-per-day",
                    "3",
                    "quotecheck.quota.questions-per-minute",
                    "4",
                    "quotecheck.edge.secret",
                    SECRETS);
        }
    }

    private final String editor = "ed-" + UUID.randomUUID();

    @BeforeEach
    void throughTheEdge() {
        RestAssured.requestSpecification = new RequestSpecBuilder()
                .addHeader("X-Origin-Verify", SECRET)
                .addHeader("CloudFront-Viewer-Address", "198.51.100." + (editor.hashCode() & 255) + ":4711")
                .build();
    }

    @AfterEach
    void forget() {
        RestAssured.requestSpecification = null;
    }

    @Test
    void oneReviewerPublishesAndTheVerdictSaysSo() {
        var claim = published();
        Api.nobody()
                .get("/v1/claims/" + claim)
                .then()
                .body("verdict.singleReviewer", equalTo(true))
                .body("verdict.proposedBy", nullValue())
                .body("verdict.approvedBy", nullValue());
        Api.reviewer()
                .get("/v1/claims/" + claim)
                .then()
                .body("verdict.proposedBy.id", equalTo(editor))
                .body("verdict.approvedBy.id", equalTo(editor));
        Api.nobody().get("/embed/v1/claims?ids=" + claim).then().body("claims[0].singleReviewer", equalTo(true));
        assertThat(Api.nobody().get("/claims/" + claim).asString()).contains("Single reviewer");
    }

    @Test
    void oneReviewerLetsAVerdictStandAndTakesItBack() {
        var claim = published();
        move(claim, Map.of("to", "in_review"));
        move(claim, Map.of("to", "published", "reason", "It stands."));
        move(claim, Map.of("to", "retracted", "publicNote", "It was wrong."));
        Api.nobody()
                .get("/v1/claims/" + claim)
                .then()
                .body("status", equalTo("retracted"))
                .body("verdict.singleReviewer", equalTo(true));
    }

    @Test
    void submissionsOfADayAreCounted() {
        var sender = "s-" + UUID.randomUUID();
        var text = Api.unique("We won");
        submit(sender, text).then().statusCode(201);
        submit(sender, text).then().statusCode(200);
        json(sender)
                .body(Map.of("url", Api.uniqueUrl(), "text", "He said: \"We won.\""))
                .post("/v1/articles")
                .then()
                .statusCode(201);
        submit(sender, Api.unique("We won")).then().statusCode(201);
        var refusal = refused(submit(sender, Api.unique("We won")), 429);
        assertThat(refusal.<String>path("type")).isEqualTo("/problems/quota-exceeded");
        assertThat(Integer.parseInt(refusal.header("Retry-After"))).isPositive();
        refused(
                json(sender)
                        .body(Map.of("url", Api.uniqueUrl(), "text", "He said."))
                        .post("/v1/articles"),
                429);
        submit(sender, text).then().statusCode(200);
        json(sender)
                .body(Map.of("text", "He said: \"We won.\""))
                .post("/v1/extractions")
                .then()
                .statusCode(200);
        submit("s-" + UUID.randomUUID(), Api.unique("We won")).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12})
    void joinsAtOnceStayWithinTheQuotaOfEachSender(int senders) throws Exception {
        var text = Api.unique("We won");
        var claim = submit("s-" + UUID.randomUUID(), text)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var names = IntStream.range(0, senders)
                .mapToObj(i -> "s-" + UUID.randomUUID())
                .toList();
        names.forEach(name -> Api.token(name, "submitter"));
        int joined = 0;
        try (var threads = Executors.newFixedThreadPool(20)) {
            for (var status : threads.invokeAll(IntStream.range(0, 5 * senders + 15)
                    .<Callable<Integer>>mapToObj(i -> () -> json(names.get(i % senders))
                            .body(Map.of("text", text, "article", Map.of("url", Api.uniqueUrl())))
                            .post("/v1/claims")
                            .statusCode())
                    .toList())) {
                assertThat(status.get()).isIn(200, 429);
                joined += status.get() == 200 ? 1 : 0;
            }
        }
        assertThat(joined).isEqualTo(3 * senders);
        Api.reviewer().get("/v1/claims/" + claim).then().body("pendingAppearances", equalTo(joined));
    }

    @Test
    void callThatBypassesTheEdgeIsRefused() {
        RestAssured.requestSpecification = null;
        for (var path :
                new String[] {"/v1/claims", "/embed/v1/claims?ids=1", "/", "/assets/quotecheck.css", "/q/openapi"}) {
            assertThat(refused(RestAssured.given().get(path), 403).<String>path("type"))
                    .isEqualTo("/problems/edge-only");
            refused(RestAssured.given().header("X-Origin-Verify", SECRET + "x").get(path), 403);
        }
        RestAssured.given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void bothSecretsOfAnEdgeThatChangesItsOwnAreValid() {
        RestAssured.requestSpecification = null;
        for (var valid : new String[] {SECRET, NEXT_SECRET}) {
            RestAssured.given()
                    .header("X-Origin-Verify", valid)
                    .get("/v1/claims")
                    .then()
                    .statusCode(200);
        }
        for (var invalid : new String[] {NEXT_SECRET + " " + SECRET, NEXT_SECRET + SECRET, " ", ""}) {
            refused(RestAssured.given().header("X-Origin-Verify", invalid).get("/v1/claims"), 403);
        }
    }

    @Test
    void oneNetworkMayAskALimitedNumberOfTimesAMinute() {
        var question = Map.of("texts", java.util.List.of("We won"));
        for (int i = 0; i < 4; i++) {
            ask("/v1/lookup", "203.0.113." + i, question).then().statusCode(200);
        }
        var refusal = refused(ask("/v1/lookup", "203.0.113.9", question), 429);
        assertThat(refusal.<String>path("type")).isEqualTo("/problems/quota-exceeded");
        assertThat(ask("/v1/claims/match", "203.0.113.9", Map.of("text", "We won"))
                        .header("Retry-After"))
                .isEqualTo("60");
        ask("/v1/lookup", "192.0.2.9", question).then().statusCode(200);
    }

    private static Response ask(String path, String address, Object question) {
        RestAssured.requestSpecification = null;
        return RestAssured.given()
                .header("X-Origin-Verify", SECRET)
                .header("CloudFront-Viewer-Address", address + ":4711")
                .contentType(ContentType.JSON)
                .body(question)
                .post(path);
    }

    private String published() {
        var claim = submit("s-" + UUID.randomUUID(), Api.unique("We won"))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        move(claim, Map.of("to", "in_review"));
        Api.addSource(claim);
        Api.as(editor, "editor")
                .contentType(ContentType.JSON)
                .body(Map.of("rating", "false", "summary", "No.", "language", "en"))
                .put("/v1/claims/" + claim + "/verdict-draft")
                .then()
                .statusCode(201);
        move(claim, Map.of("to", "proposed"));
        move(claim, Map.of("to", "published"));
        return claim;
    }

    private void move(String claim, Map<String, ?> transition) {
        Api.move(Api.as(editor, "editor"), claim, transition).then().statusCode(201);
    }

    private static Response submit(String sender, String text) {
        return json(sender).body(Map.of("text", text)).post("/v1/claims");
    }

    private static io.restassured.specification.RequestSpecification json(String sender) {
        return Api.as(sender, "submitter").contentType(ContentType.JSON);
    }
}
