package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A claim without a verdict is as if it were not there: every read of the contract, by everybody whom it does not
 * concern.
 */
@QuarkusTest
class VisibilityTest {

    private static final Contract CONTRACT = new Contract();

    /** What nobody else may see, in whatever form. */
    private final String secret = "secret" + UUID.randomUUID().toString().replace("-", "");

    @ParameterizedTest(name = "{0} claim, seen by {1}")
    @MethodSource("strangersAndStates")
    void claimWithoutAVerdictIsNowhere(String state, String stranger, Supplier<RequestSpecification> who) {
        var url = Api.uniqueUrl() + "/" + secret;
        var claim = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "text",
                        "We won " + secret,
                        "claimant",
                        Map.of("name", "Ann " + secret),
                        "article",
                        Map.of("url", url, "title", secret)))
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Api.addSource(claim);
        bring(claim, state);
        for (var path : paths(claim, url)) {
            var answer = who.get().redirects().follow(false).get(path);
            assertThat(answer.statusCode()).as(path + ": " + answer.asString()).isNotEqualTo(500);
            assertThat(answer.asString().replace(url, "").replace(path, ""))
                    .as(path)
                    .doesNotContain(secret);
            if (path.contains(claim) && !path.contains("?")) {
                assertThat(answer.statusCode()).as(path).isIn(401, 403, 404);
            } else if (answer.contentType().contains("json") && answer.statusCode() == 200 && !path.contains("ids=")) {
                assertThat(answer.asString()).as(path).doesNotContain(claim);
            }
        }
        var match = who.get()
                .contentType(ContentType.JSON)
                .body(Map.of("text", "We won " + secret, "claimant", Map.of("name", "Ann " + secret)))
                .post("/v1/claims/match");
        assertThat(match.then().statusCode(200).extract().asString()).doesNotContain(claim, secret);
        who.get().get("/embed/v1/claims?ids=" + claim).then().body("claims", org.hamcrest.Matchers.hasSize(0));
    }

    /**
     * Each GET of the contract, with the claim's id where one is asked for, and lists with every filter that could find
     * it.
     */
    private List<String> paths(String claim, String url) {
        var paths = new ArrayList<String>();
        CONTRACT.operations().values().stream()
                .filter(operation -> operation.method().equals("GET"))
                .map(Contract.Operation::path)
                .forEach(path -> paths.add(path.replace("{id}", claim)
                        .replace("{sourceId}", claim)
                        .replace("{number}", "1")
                        .replace("{slug}", "gone")
                        .replaceAll("\\{[a-zA-Z]+}", "0")));
        paths.add("/v1/claims?limit=100");
        paths.add("/v1/claims?q=" + secret);
        paths.add("/v1/claims?submittedBy=me");
        paths.add("/v1/claims?status=submitted");
        paths.add("/embed/v1/claims?ids=" + claim);
        paths.add("/embed/v1/articles?url=" + url);
        paths.add("/v1/articles/by-url?url=" + url);
        paths.add("/v1/claims/" + claim + "?redirect=false");
        return paths;
    }

    private static void bring(String claim, String state) {
        switch (state) {
            case "in_review" ->
                Api.move(Api.reviewer(), claim, Map.of("to", "in_review"))
                        .then()
                        .statusCode(201);
            case "not_checkable" ->
                Api.move(Api.reviewer(), claim, Map.of("to", "not_checkable", "reason", "opinion"))
                        .then()
                        .statusCode(201);
            case "rejected" ->
                Api.move(Api.reviewer(), claim, Map.of("to", "rejected", "reason", "spam"))
                        .then()
                        .statusCode(201);
            case "duplicate" ->
                Api.move(
                                Api.reviewer(),
                                claim,
                                Map.of("to", "duplicate", "duplicateOf", Api.claim(Api.unique("They won"))))
                        .then()
                        .statusCode(201);
            default -> {}
        }
    }

    static Stream<Arguments> strangersAndStates() {
        return Stream.of("submitted", "in_review", "not_checkable", "rejected", "duplicate")
                .flatMap(state -> Stream.of(
                        Arguments.of(state, "nobody", (Supplier<RequestSpecification>) Api::nobody),
                        Arguments.of(state, "a publisher", (Supplier<RequestSpecification>)
                                () -> Api.as("pia", "publisher")),
                        Arguments.of(state, "another submitter", (Supplier<RequestSpecification>)
                                () -> Api.as("sue", "submitter"))));
    }
}
