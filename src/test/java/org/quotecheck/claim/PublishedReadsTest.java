package org.quotecheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.deployment.ReviewRules;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Role;
import org.quotecheck.task.RemoveContent;

/** The one statement and the entities say the same of a claim. */
@QuarkusTest
class PublishedReadsTest {

    @Inject
    PublishedReads reads;

    @Inject
    ReviewRules rules;

    @Inject
    ClaimTags tags;

    @Inject
    AgroalDataSource database;

    @Test
    void claimWithoutAnAppearance() {
        assertSame(published(), Actor.PUBLIC);
    }

    @Test
    void appearancesArePublicInOneOrder() {
        var words = Api.unique("We won");
        var claim = Api.claim(words, Api.uniqueUrl());
        IntStream.range(0, 24)
                .forEach(i -> Api.as("sue", "submitter")
                        .contentType("application/json")
                        .body(Map.of(
                                "text",
                                words,
                                "article",
                                i % 2 == 0
                                        ? Map.of("url", Api.uniqueUrl())
                                        : Map.of(
                                                "url",
                                                Api.uniqueUrl(),
                                                "title",
                                                "Page \"" + i + "\"",
                                                "publisher",
                                                Map.of("site", "news.example"))))
                        .post("/v1/claims")
                        .then()
                        .statusCode(200));
        Api.confirm(claim);
        Api.publish(claim, "false");
        var view = assertSame(claim, Actor.PUBLIC);
        assertThat(view.appearances()).hasSize(20);
        assertThat(view.appearancesTotal()).isEqualTo(25);
        List<String> known = Api.reviewer()
                .get("/v1/claims/" + claim + "/appearances?limit=100")
                .path("items.id");
        Api.settle(claim, known.get(12), Map.of("first", true, "date", "2026-03-01"))
                .then()
                .statusCode(200);
        assertThat(assertSame(claim, Actor.PUBLIC).appearances().getFirst().id())
                .hasToString(known.get(12));
    }

    @Test
    void correctedTaggedRetractedAndUnderReview() {
        var claim = published();
        RemoveContent.correct(claim, "Corrected.");
        Api.reviewer()
                .contentType("application/json")
                .header("If-Match", Api.etag(claim))
                .body(Map.of("tags", List.of("votes", "audit")))
                .patch("/v1/claims/" + claim)
                .then()
                .statusCode(200);
        assertThat(assertSame(claim, Actor.PUBLIC).tags()).containsExactly("audit", "votes");
        assertThat(assertSame(claim, new Actor("reader", "Rae", Set.of(Role.SUBMITTER))))
                .isNotNull();
        Api.move(Api.editor(), claim, Map.of("to", "in_review")).then().statusCode(201);
        assertThat(assertSame(claim, Actor.PUBLIC).underReview()).isTrue();
    }

    @Test
    void removedContentStaysRemoved() throws Exception {
        var claim = published();
        RemoveContent.byHand(database, claim, 1);
        assertThat(assertSame(claim, Actor.PUBLIC).removed()).isTrue();
    }

    @Test
    void whatIsNotPlainIsLeftToTheEntities() {
        var id = UUID.fromString(published());
        var unpublished = UUID.fromString(Api.claim(Api.unique("We lost")));
        assertThat(reads.claim(unpublished, Actor.PUBLIC)).isEmpty();
        assertThat(reads.etag(unpublished, Actor.PUBLIC)).isEmpty();
        assertThat(reads.claim(UUID.randomUUID(), Actor.PUBLIC)).isEmpty();
        for (var viewer :
                List.of(new Actor("rev", "Rita", Set.of(Role.SUBMITTER, Role.REVIEWER)), claim(id).submitter)) {
            assertThat(reads.claim(id, viewer)).isEmpty();
            assertThat(reads.etag(id, viewer)).isEmpty();
        }
    }

    private record Read(ClaimView view, String etag, Actor submitter) {}

    private Read claim(UUID id) {
        return claim(id, Actor.PUBLIC);
    }

    private Read claim(UUID id, Actor viewer) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Claim claim = Claim.findById(id);
            return new Read(
                    Sight.of(claim, viewer, rules),
                    tags.of(claim, viewer),
                    new Actor(claim.submittedBy().id(), null, Set.of(Role.SUBMITTER)));
        });
    }

    private ClaimView assertSame(String claim, Actor viewer) {
        var id = UUID.fromString(claim);
        var expected = claim(id, viewer);
        var found = reads.claim(id, viewer).orElseThrow();
        assertThat(found.view()).isEqualTo(expected.view);
        assertThat(found.etag()).isEqualTo(expected.etag);
        assertThat(reads.etag(id, viewer)).hasValue(expected.etag);
        return found.view();
    }

    private static String published() {
        var claim = Api.claim(Api.unique("We won"));
        Api.publish(claim, "false");
        return claim;
    }
}
