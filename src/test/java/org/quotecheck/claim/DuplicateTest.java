package org.quotecheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.quotecheck.Problems.invalid;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;

/** Duplicates over HTTP: what moves to the survivor, what comes back, and who may see what. */
@QuarkusTest
class DuplicateTest {

    @Test
    void readsOfADuplicateAnswer308ToItsSurvivor() {
        var survivor = published();
        var url = Api.uniqueUrl();
        var duplicate = claimAt(url);
        merge(duplicate, survivor);
        var moved = Api.nobody().redirects().follow(false).get("/v1/claims/" + duplicate);
        moved.then().statusCode(308);
        assertThat(moved.header("Location")).endsWith("/v1/claims/" + survivor);
        assertThat(moved.header("ETag"))
                .isNotEqualTo(Api.nobody().get("/v1/claims/" + survivor).header("ETag"));
        Api.nobody().get("/v1/claims/" + survivor).then().body("appearances", hasSize(0));
        Api.nobody().get("/embed/v1/articles?url=" + url).then().body("claims", hasSize(0));
        Api.confirm(survivor);
        Api.nobody()
                .get("/v1/claims/" + survivor)
                .then()
                .statusCode(200)
                .body("appearances.url", hasItem(url))
                .body("appearances.findAll { it.first }", hasSize(1));
        Api.nobody()
                .redirects()
                .follow(false)
                .get("/claims/" + duplicate)
                .then()
                .statusCode(308);
        Api.nobody()
                .redirects()
                .follow(false)
                .get("/claims/" + duplicate + ".jsonld")
                .then()
                .statusCode(308);
        Api.nobody()
                .get("/embed/v1/claims?ids=" + duplicate)
                .then()
                .body("claims[0].id", equalTo(survivor))
                .body("claims[0].requested", contains(duplicate));
        Api.nobody().get("/embed/v1/articles?url=" + url).then().body("claims.id", contains(survivor));
    }

    @Test
    void duplicateItselfIsForThoseWhoKnewIt() {
        var survivor = published();
        var duplicate = Api.claim(Api.unique("We won"));
        merge(duplicate, survivor);
        Api.reviewer()
                .get("/v1/claims/" + duplicate + "?redirect=false")
                .then()
                .statusCode(200)
                .body("duplicateOf", equalTo(survivor))
                .body("status", equalTo("duplicate"));
        Api.submitter()
                .get("/v1/claims/" + duplicate + "?redirect=false")
                .then()
                .statusCode(200)
                .body("duplicateOf", equalTo(survivor));
        refused(Api.nobody().get("/v1/claims/" + duplicate + "?redirect=false"), 404);
        refused(Api.nobody().get("/v1/claims/" + duplicate + "?redirect=perhaps"), 400);
    }

    @Test
    void survivorThatOneMayNotSeeIsNotNamed() {
        var survivor = Api.as("sue", "submitter")
                .contentType(ContentType.JSON)
                .body(Map.of("text", Api.unique("We won")))
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var duplicate = Api.claim(Api.unique("We won"));
        merge(duplicate, survivor);
        Api.submitter()
                .redirects()
                .follow(false)
                .get("/v1/claims/" + duplicate)
                .then()
                .statusCode(200)
                .body("id", equalTo(duplicate))
                .body("status", equalTo("duplicate"));
        refused(Api.nobody().get("/v1/claims/" + duplicate), 404);
    }

    @Test
    void undoneMergeGivesBackWhatWasItsOwn() {
        var survivor = published();
        var url = Api.uniqueUrl();
        var words = Api.unique("We won");
        var duplicate = claim(words, url);
        merge(duplicate, survivor);
        var later = Api.uniqueUrl();
        submit(words, later)
                .then()
                .statusCode(200)
                .body("id", equalTo(survivor))
                .body("appearances.url", hasSize(0));
        Api.reviewer().get("/v1/claims/" + survivor).then().body("pendingAppearances", equalTo(2));
        invalid(Api.move(Api.editor(), duplicate, Map.of("to", "submitted")), "/reason");
        refused(Api.move(Api.reviewer(), duplicate, Map.of("to", "submitted", "reason", "Not the same.")), 403);
        Api.move(Api.editor(), duplicate, Map.of("to", "submitted", "reason", "Not the same."))
                .then()
                .statusCode(201);
        Api.reviewer()
                .get("/v1/claims/" + duplicate)
                .then()
                .statusCode(200)
                .body("status", equalTo("submitted"))
                .body("duplicateOf", nullValue())
                .body("appearances.url", contains(url))
                .body("pendingAppearances", equalTo(1));
        Api.reviewer().get("/v1/claims/" + survivor).then().body("pendingAppearances", equalTo(0));
        Api.nobody().get("/embed/v1/articles?url=" + url).then().body("claims", hasSize(0));
    }

    @Test
    void pageThatBothHaveIsListedOnce() {
        var url = Api.uniqueUrl();
        var survivor = claimAt(url);
        var duplicate = claimAt(url);
        merge(duplicate, survivor);
        Api.reviewer().get("/v1/claims/" + survivor).then().body("appearances.url", contains(url));
        Api.move(Api.editor(), duplicate, Map.of("to", "submitted", "reason", "Not the same."))
                .then()
                .statusCode(201);
        Api.reviewer().get("/v1/claims/" + survivor).then().body("appearances.url", contains(url));
        Api.reviewer().get("/v1/claims/" + duplicate).then().body("appearances.url", contains(url));
    }

    @Test
    void duplicatesOfADuplicateFollowIt() {
        var last = published();
        var middle = Api.claim(Api.unique("We won"));
        var first = claimAt(Api.uniqueUrl());
        merge(first, middle);
        var before = Api.etag(first);
        merge(middle, last);
        Api.reviewer().get("/v1/claims/" + first + "?redirect=false").then().body("duplicateOf", equalTo(last));
        assertThat(Api.etag(first)).isNotEqualTo(before);
        Api.reviewer().get("/v1/claims/" + last).then().body("pendingAppearances", equalTo(1));
        Api.move(Api.editor(), middle, Map.of("to", "submitted", "reason", "Not the same."))
                .then()
                .statusCode(201);
        Api.reviewer().get("/v1/claims/" + first + "?redirect=false").then().body("duplicateOf", equalTo(last));
        Api.reviewer().get("/v1/claims/" + last).then().body("pendingAppearances", equalTo(1));
    }

    @Test
    void survivorMustBeAClaimThatStands() {
        var claim = Api.claim(Api.unique("We won"));
        var other = Api.claim(Api.unique("We won"));
        invalid(Api.move(Api.reviewer(), claim, Map.of("to", "duplicate")), "/duplicateOf");
        for (var wrong : List.of(claim, UUID.randomUUID().toString(), "one")) {
            invalid(Api.move(Api.reviewer(), claim, Map.of("to", "duplicate", "duplicateOf", wrong)), "/duplicateOf");
        }
        merge(other, claim);
        invalid(Api.move(Api.reviewer(), claim, Map.of("to", "duplicate", "duplicateOf", other)), "/duplicateOf");
        var rejected = Api.claim(Api.unique("We won"));
        Api.move(Api.reviewer(), rejected, Map.of("to", "rejected", "reason", "spam"))
                .then()
                .statusCode(201);
        invalid(Api.move(Api.reviewer(), claim, Map.of("to", "duplicate", "duplicateOf", rejected)), "/duplicateOf");
        Api.reviewer().get("/v1/claims/" + claim).then().body("status", equalTo("submitted"));
    }

    @Test
    void claimWithAVerdictNeedsAnEditorAndASurvivorWithOne() {
        var claim = published();
        Api.move(Api.editor(), claim, Map.of("to", "in_review")).then().statusCode(201);
        var unchecked = Api.claim(Api.unique("We won"));
        refused(Api.move(Api.reviewer(), claim, Map.of("to", "duplicate", "duplicateOf", unchecked)), 403);
        invalid(Api.move(Api.editor(), claim, Map.of("to", "duplicate", "duplicateOf", unchecked)), "/duplicateOf");
        var retracted = published();
        Api.move(Api.editor(), retracted, Map.of("to", "retracted", "publicNote", "Wrong."))
                .then()
                .statusCode(202);
        Api.move(Api.as("eva", "editor"), retracted, Map.of("to", "retracted"))
                .then()
                .statusCode(201);
        invalid(Api.move(Api.editor(), claim, Map.of("to", "duplicate", "duplicateOf", retracted)), "/duplicateOf");
        var survivor = published();
        Api.move(Api.editor(), claim, Map.of("to", "duplicate", "duplicateOf", survivor))
                .then()
                .statusCode(201);
        Api.nobody().get("/v1/claims/" + claim).then().body("id", equalTo(survivor));
        Api.nobody().get("/v1/claims/" + claim + "/verdict-revisions/1").then().statusCode(200);
        Api.move(Api.editor(), claim, Map.of("to", "submitted", "reason", "Not the same."))
                .then()
                .statusCode(201);
        Api.nobody()
                .get("/v1/claims/" + claim)
                .then()
                .body("id", equalTo(claim))
                .body("underReview", equalTo(true));
    }

    @Test
    void nothingIsWrittenToADuplicateButTransitions() {
        var survivor = published();
        var duplicate = published();
        Api.move(Api.editor(), duplicate, Map.of("to", "in_review")).then().statusCode(201);
        Api.move(Api.editor(), duplicate, Map.of("to", "duplicate", "duplicateOf", survivor))
                .then()
                .statusCode(201);
        refused(
                json(Api.reviewer())
                        .body(Map.of("url", "https://s.example/", "title", "T", "role", "context"))
                        .post("/v1/claims/" + duplicate + "/sources"),
                409);
        refused(
                json(Api.editor())
                        .header("If-Match", "*")
                        .body(Map.of("text", "Other."))
                        .patch("/v1/claims/" + duplicate),
                409);
        refused(
                json(Api.editor())
                        .header("If-Match", "*")
                        .body(Map.of("rating", "true", "summary", "S", "language", "en"))
                        .put("/v1/claims/" + duplicate + "/verdict-draft"),
                409);
        refused(
                json(Api.nobody())
                        .body(Map.of("kind", "error", "text", "No."))
                        .post("/v1/claims/" + duplicate + "/reports"),
                409);
    }

    private static void merge(String duplicate, String survivor) {
        Api.move(Api.reviewer(), duplicate, Map.of("to", "duplicate", "duplicateOf", survivor))
                .then()
                .statusCode(201);
    }

    private static String published() {
        var claim = Api.claim(Api.unique("We won"));
        Api.publish(claim, "false");
        return claim;
    }

    private static String claimAt(String url) {
        return claim(Api.unique("We won"), url);
    }

    private static String claim(String words, String url) {
        return submit(words, url).then().statusCode(201).extract().path("id");
    }

    private static Response submit(String words, String url) {
        return json(Api.submitter())
                .body(Map.of("text", words, "article", Map.of("url", url)))
                .post("/v1/claims");
    }

    private static RequestSpecification json(RequestSpecification actor) {
        return actor.contentType(ContentType.JSON);
    }
}
