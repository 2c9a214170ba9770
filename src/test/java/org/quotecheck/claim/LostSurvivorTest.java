package org.quotecheck.claim;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** A duplicate whose survivor's row is lost, by an operator's slip, is read, joined and restored through the API. */
@QuarkusTest
class LostSurvivorTest {

    private static final String NULL = "null";
    private static final String NOBODY = "'00000000-0000-7000-8000-000000000000'";

    @Inject
    AgroalDataSource database;

    private String words;
    private String claim;

    @BeforeEach
    void submit() {
        words = Api.unique("They won");
        claim = Api.claim(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {NOBODY, NULL})
    void duplicateComesBack(String survivor) throws SQLException {
        merge();
        lose(survivor);
        Api.reviewer().get("/v1/claims/" + claim).then().statusCode(200).body("status", equalTo("duplicate"));
        Api.reviewer().get("/v1/claims/" + claim + "/history").then().statusCode(200);
        Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("text", words))
                .post("/v1/claims")
                .then()
                .statusCode(200);
        restore();
        Api.reviewer().get("/v1/claims/" + claim).then().statusCode(200).body("status", equalTo("submitted"));
    }

    @ParameterizedTest
    @ValueSource(strings = {NOBODY, NULL})
    void reportsComeBack(String survivor) throws SQLException {
        Api.publish(claim, "false");
        var report = report();
        Api.move(Api.editor(), claim, Map.of("to", "in_review")).then().statusCode(201);
        mergeInto(published());
        lose(survivor);
        change("update reader_report set claim_id = " + NOBODY + " where own_claim_id = '" + claim + "'");
        restore();
        var found = Api.reviewer().get("/v1/reports/" + report);
        found.then().statusCode(200).body("claimId", equalTo(claim));
        Api.reviewer().get("/v1/reports?claimId=" + claim).then().body("items.id", hasItem(report));
    }

    @Test
    void reportOfALostClaimIsClosed() throws SQLException {
        Api.publish(claim, "false");
        var report = report();
        change("update reader_report set claim_id = " + NOBODY + " where own_claim_id = '" + claim + "'");
        var found = Api.reviewer().get("/v1/reports/" + report);
        Api.reviewer()
                .contentType(ContentType.JSON)
                .header("If-Match", found.header("ETag"))
                .body(Map.of("status", "closed"))
                .patch("/v1/reports/" + report)
                .then()
                .statusCode(200);
        change("update reader_report set claim_id = own_claim_id where own_claim_id = '" + claim + "'");
        Api.reviewer().get("/v1/reports?status=open&claimId=" + claim).then().body("items", empty());
    }

    private String report() {
        return Api.nobody()
                .contentType(ContentType.JSON)
                .header("X-Forwarded-For", "198.18." + (claim.hashCode() & 255) + ".7")
                .body(Map.of("kind", "error", "text", "No."))
                .post("/v1/claims/" + claim + "/reports")
                .path("id");
    }

    private void merge() {
        mergeInto(Api.claim(Api.unique("They won by far")));
    }

    private void mergeInto(String survivor) {
        Api.move(Api.editor(), claim, Map.of("to", "duplicate", "duplicateOf", survivor))
                .then()
                .statusCode(201);
    }

    private static String published() {
        var survivor = Api.claim(Api.unique("They won by far"));
        Api.publish(survivor, "false");
        return survivor;
    }

    private void restore() {
        Api.move(Api.editor(), claim, Map.of("to", "submitted", "reason", "Not the same."))
                .then()
                .statusCode(201);
    }

    private void lose(String survivor) throws SQLException {
        change("update claim set duplicate_of = " + survivor + " where id = '" + claim + "'");
    }

    /** As where an operator restores single tables: no reference is looked at. */
    private void change(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            try {
                statement.execute(sql);
            } finally {
                statement.execute("set session_replication_role = origin");
            }
        }
    }
}
