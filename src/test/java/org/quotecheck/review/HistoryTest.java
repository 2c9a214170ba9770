package org.quotecheck.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;

/** Who changed what, when, from what to what; and who may know. */
@QuarkusTest
class HistoryTest {

    @Test
    void everyChangeIsThereOldestFirst() {
        var claim = Api.claim(Api.unique("We won"));
        Api.reviewer()
                .contentType(ContentType.JSON)
                .header("If-Match", Api.etag(claim))
                .body(Map.of("claimDate", "2024-01-01"))
                .patch("/v1/claims/" + claim);
        Api.publish(claim, "false");
        Api.move(Api.editor(), claim, Map.of("to", "retracted", "publicNote", "Wrong."))
                .then()
                .statusCode(202);
        Api.move(Api.as("eva", "editor"), claim, Map.of("to", "retracted"))
                .then()
                .statusCode(201);
        var history = Api.reviewer()
                .get("/v1/claims/" + claim + "/history?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(history.<String>getList("items.action"))
                .containsExactly(
                        "submitted",
                        "claim_changed",
                        "transition",
                        "source_added",
                        "draft_written",
                        "transition",
                        "transition",
                        "retraction_requested",
                        "transition");
        assertThat(history.<String>getList("items.actor.id"))
                .containsExactly("sam", "rita", "rita", "rita", "rita", "rita", "ed", "ed", "eva");
        assertThat(history.getString("items[1].before.claimDate")).isNull();
        assertThat(history.getString("items[1].after.claimDate")).isEqualTo("2024-01-01");
        assertThat(history.getString("items[6].before.status")).isEqualTo("proposed");
        assertThat(history.getString("items[6].after.status")).isEqualTo("published");
        assertThat(history.getInt("items[6].after.revision")).isEqualTo(1);
        assertThat(history.getString("items[8].after.status")).isEqualTo("retracted");
        assertThat(history.getString("items[5].after.publicNote"))
                .as("what a move does not use")
                .isNull();
        assertThat(history.<String>getList("items.at")).isSorted();
    }

    @Test
    void submitterSeesWhereTheClaimWentAndNoMore() {
        var claim = Api.claim(Api.unique("We won"));
        Api.move(Api.reviewer(), claim, Map.of("to", "in_review", "comment", "Odd one."))
                .then()
                .statusCode(201);
        Api.addSource(claim);
        Api.move(Api.reviewer(), claim, Map.of("to", "not_checkable", "reason", "opinion", "comment", "Silly."))
                .then()
                .statusCode(201);
        var answer = Api.submitter().get("/v1/claims/" + claim + "/history");
        answer.then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items.after.status", contains("submitted", "in_review", "not_checkable"))
                .body("items[2].after.reason", equalTo("opinion"))
                .body("items[0].actor", nullValue());
        assertThat(answer.asString()).doesNotContain("rita", "Odd one.", "Silly.", "source");
    }

    @Test
    void othersSeeNothing() {
        var claim = Api.claim(Api.unique("We won"));
        refused(Api.nobody().get("/v1/claims/" + claim + "/history"), 401);
        refused(Api.as("pia", "publisher").get("/v1/claims/" + claim + "/history"), 403);
        refused(Api.as("sue", "submitter").get("/v1/claims/" + claim + "/history"), 404);
        Api.publish(claim, "false");
        refused(Api.as("sue", "submitter").get("/v1/claims/" + claim + "/history"), 403);
    }

    @Test
    void pagesFollowEachOther() {
        var claim = Api.claim(Api.unique("We won"));
        Api.publish(claim, "false");
        var actions = new ArrayList<String>();
        var page = "/v1/claims/" + claim + "/history?limit=2";
        while (page != null) {
            var answer = Api.reviewer().get(page);
            actions.addAll(answer.then().statusCode(200).extract().path("items.action"));
            var link = answer.header("Link");
            page = link == null ? null : link.replaceAll(".*<([^>]+)>.*", "$1");
        }
        assertThat(actions)
                .containsExactly(
                        "submitted", "transition", "source_added", "draft_written", "transition", "transition");
    }
}
