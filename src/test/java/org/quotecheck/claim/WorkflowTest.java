package org.quotecheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quotecheck.Api;

/**
 * The table over HTTP: from each status, to each, by each role; a refusal changes nothing and says what is possible.
 */
@QuarkusTest
class WorkflowTest {

    /** Rita is the assignee and proposer of what is in review or proposed; nobody else has worked on anything. */
    private static final Map<String, String> PEOPLE =
            Map.of("sam", "submitter", "rita", "reviewer", "otto", "reviewer", "ed", "editor", "pia", "publisher");

    /** What each of them may choose. */
    private static final Map<ClaimStatus, Map<String, Set<String>>> CHOICES = Map.of(
            ClaimStatus.SUBMITTED, all("in_review", "duplicate", "not_checkable", "rejected"),
            ClaimStatus.IN_REVIEW,
                    Map.of(
                            "rita",
                            Set.of("in_review", "submitted", "proposed", "duplicate", "not_checkable"),
                            "otto",
                            Set.of("duplicate", "not_checkable"),
                            "ed",
                            Set.of("in_review", "submitted", "duplicate", "not_checkable")),
            ClaimStatus.PROPOSED,
                    Map.of("rita", Set.of("in_review"), "otto", Set.of(), "ed", Set.of("in_review", "published")),
            ClaimStatus.PUBLISHED, editors("in_review", "retracted"),
            ClaimStatus.RETRACTED, editors("in_review"),
            ClaimStatus.DUPLICATE, editors("submitted"),
            ClaimStatus.NOT_CHECKABLE, editors("submitted"),
            ClaimStatus.REJECTED, editors("submitted"));

    @ParameterizedTest
    @EnumSource(ClaimStatus.class)
    void everybodyGoesWhereTheTableLetsThemAndNowhereElse(ClaimStatus status) {
        var claim = claim(status);
        var etag = Api.etag(claim);
        var ways = CHOICES.get(status).values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        PEOPLE.forEach((person, role) -> Arrays.stream(ClaimStatus.values())
                .map(ClaimStatus::toString)
                .forEach(to -> {
                    var choices = CHOICES.get(status).get(person);
                    if (choices == null) {
                        refused(move(person, claim, etag, to), 403);
                    } else if (!ways.contains(to)) {
                        var refusal = refused(move(person, claim, etag, to), 409);
                        assertThat(refusal.jsonPath().<String>getList("allowed"))
                                .as("%s from %s", person, status)
                                .containsExactlyInAnyOrderElementsOf(choices);
                    } else if (!choices.contains(to)) {
                        refused(move(person, claim, etag, to), 403);
                    }
                }));
        refused(
                Api.nobody()
                        .contentType(ContentType.JSON)
                        .header("If-Match", etag)
                        .body(Map.of("to", "in_review"))
                        .post("/v1/claims/" + claim + "/transitions"),
                401);
        assertThat(Api.etag(claim)).as("what was refused changed nothing").isEqualTo(etag);
    }

    private static Response move(String person, String claim, String etag, String to) {
        return Api.as(person, PEOPLE.get(person))
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(Map.of("to", to))
                .post("/v1/claims/" + claim + "/transitions");
    }

    private static String claim(ClaimStatus status) {
        var claim = Api.claim(Api.unique("We won"));
        switch (status) {
            case SUBMITTED -> {}
            case IN_REVIEW ->
                Api.move(Api.reviewer(), claim, Map.of("to", "in_review"))
                        .then()
                        .statusCode(201);
            case PROPOSED -> Api.propose(claim, "false");
            case PUBLISHED -> Api.publish(claim, "false");
            case RETRACTED -> {
                Api.publish(claim, "false");
                Api.move(Api.editor(), claim, Map.of("to", "retracted", "publicNote", "Wrong."))
                        .then()
                        .statusCode(202);
                Api.move(Api.as("eva", "editor"), claim, Map.of("to", "retracted"))
                        .then()
                        .statusCode(201);
            }
            case DUPLICATE ->
                Api.move(
                                Api.reviewer(),
                                claim,
                                Map.of("to", "duplicate", "duplicateOf", Api.claim(Api.unique("They won"))))
                        .then()
                        .statusCode(201);
            case NOT_CHECKABLE ->
                Api.move(Api.reviewer(), claim, Map.of("to", "not_checkable", "reason", "opinion"))
                        .then()
                        .statusCode(201);
            case REJECTED ->
                Api.move(Api.reviewer(), claim, Map.of("to", "rejected", "reason", "spam"))
                        .then()
                        .statusCode(201);
        }
        return claim;
    }

    private static Map<String, Set<String>> all(String... choices) {
        return Map.of("rita", Set.of(choices), "otto", Set.of(choices), "ed", Set.of(choices));
    }

    private static Map<String, Set<String>> editors(String... choices) {
        return Map.of("rita", Set.of(), "otto", Set.of(), "ed", Set.copyOf(List.of(choices)));
    }
}
