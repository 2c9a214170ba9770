package org.quotecheck.task;

import io.restassured.http.ContentType;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.quotecheck.Api;

/** What tests of removed content do to a claim. */
public final class RemoveContent {

    private RemoveContent() {}

    /** As docs/operating.md once had operators do it. */
    public static void byHand(DataSource database, String claim, int number) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter table verdict_revision disable trigger verdict_revision_written_once;"
                    + "update verdict_revision set content = '{}' where claim_id = '" + claim + "' and number = "
                    + number
                    + ";alter table verdict_revision enable trigger verdict_revision_written_once");
        }
    }

    /** One more revision, of kind correction. */
    public static void correct(String claim, String note) {
        Api.move(Api.as("ada", "editor"), claim, Map.of("to", "in_review"))
                .then()
                .statusCode(201);
        Api.as("ada", "editor")
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("rating", "mixed", "summary", note + " is in the summary.", "language", "en"))
                .put("/v1/claims/" + claim + "/verdict-draft")
                .then()
                .statusCode(200);
        Api.move(Api.as("ada", "editor"), claim, Map.of("to", "proposed"))
                .then()
                .statusCode(201);
        Api.move(Api.as("eva", "editor"), claim, Map.of("to", "published", "kind", "correction", "publicNote", note))
                .then()
                .statusCode(201);
    }
}
