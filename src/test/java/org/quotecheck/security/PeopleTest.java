package org.quotecheck.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;

/** People have names, and are known by their subject alone. */
@QuarkusTest
class PeopleTest {

    private final String id = "u-" + UUID.randomUUID();

    @Test
    void callerIsKnownByTheToken() {
        named(id, "Olga Weiss", "editor")
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("name", equalTo("Olga Weiss"))
                .body("roles", contains("editor", "reviewer", "submitter"))
                .body("quota.used", equalTo(0))
                .body("quota.limit", nullValue());
        Api.as(id, "publisher")
                .get("/v1/me")
                .then()
                .body("roles", contains("publisher"))
                .body("name", nullValue());
        refused(Api.nobody().get("/v1/me"), 401);
    }

    @Test
    void reviewersAreThoseWhoCalledAsSuch() {
        named(id, "Olga Weiss", "reviewer").get("/v1/me").then().statusCode(200);
        var submitter = "s-" + id;
        named(submitter, "Sam Oak", "submitter").get("/v1/me").then().statusCode(200);
        Api.reviewer()
                .get("/v1/reviewers?limit=100")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '" + id + "' }.name", equalTo("Olga Weiss"))
                .body("items.id", not(hasItem(submitter)));
        refused(named(submitter, "Sam Oak", "submitter").get("/v1/reviewers"), 403);
        named(id, "Olga Weiss-Oak", "reviewer").get("/v1/me").then().statusCode(200);
        Api.reviewer().get("/v1/reviewers?limit=100").then().body("items.name", hasItem("Olga Weiss-Oak"));
    }

    @Test
    void pagesOfReviewersFollowEachOther() {
        List.of("1", "2", "3")
                .forEach(n -> named(id + n, "Same Name", "reviewer").get("/v1/me"));
        var found = new ArrayList<String>();
        var path = "/v1/reviewers?limit=2";
        while (path != null) {
            var page = Api.reviewer().get(path);
            found.addAll(page.path("items.id"));
            path = page.path("nextCursor") == null ? null : "/v1/reviewers?limit=2&cursor=" + page.path("nextCursor");
        }
        assertThat(found).doesNotHaveDuplicates().contains(id + "1", id + "2", id + "3");
    }

    @Test
    void namesAreShownNextToWhatPeopleDo() {
        var sender = named("s-" + id, "Sam Oak", "submitter");
        var claim = sender.contentType(ContentType.JSON)
                .body(Map.of("text", Api.unique("We won")))
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Api.move(named(id, "Olga Weiss", "reviewer"), claim, Map.of("to", "in_review"))
                .then()
                .statusCode(201)
                .body("actor.name", equalTo("Olga Weiss"));
        Api.reviewer()
                .get("/v1/claims/" + claim)
                .then()
                .body("assignee", equalTo(Map.of("id", id, "name", "Olga Weiss")))
                .body("submittedBy.name", equalTo("Sam Oak"));
        Api.reviewer()
                .get("/v1/claims/" + claim + "/history")
                .then()
                .body("items.actor.name", contains("Sam Oak", "Olga Weiss"));
        assertThat(named("s-" + id, "Sam Oak", "submitter")
                        .get("/v1/claims/" + claim)
                        .asString())
                .doesNotContain("Olga", "\"" + id);
    }

    @Test
    void namesThatHideSomethingAreShownWithoutIt() {
        named(id, "\u202eOlga\u0007 \u2066Weiss\u200b ", "reviewer")
                .get("/v1/me")
                .then()
                .body("name", equalTo("Olga Weiss"));
        named(id, "\u202e\u200b", "reviewer")
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("name", nullValue());
        named(id, "x".repeat(5_000), "reviewer").get("/v1/me").then().body("name.length()", equalTo(200));
    }

    private static RequestSpecification named(String subject, String name, String... roles) {
        var token = Api.nobody()
                .contentType(ContentType.JSON)
                .body(Map.of("subject", subject, "name", name, "roles", List.of(roles)))
                .post("/dev/tokens")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("token");
        return Api.nobody().header("Authorization", "Bearer " + token);
    }
}
