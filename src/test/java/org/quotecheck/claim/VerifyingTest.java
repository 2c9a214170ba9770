package org.quotecheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** What docs/verifying.md promises: anyone can tell whether history was rewritten. */
@QuarkusTest
class VerifyingTest {

    @Inject
    AgroalDataSource database;

    @TempDir
    Path directory;

    private String claim;

    @BeforeEach
    void publishAndRetract() {
        claim = Api.claim(Api.unique("Zürich has „grown“ by 3 % \uD83C\uDF89 & more"));
        Api.publish(claim, "false");
        Api.move(Api.editor(), claim, Map.of("to", "retracted", "publicNote", "It was wrong."))
                .then()
                .statusCode(202);
        Api.move(Api.as("eva", "editor"), claim, Map.of("to", "retracted"))
                .then()
                .statusCode(201);
    }

    @Test
    void chainHolds() throws Exception {
        var checked = check(revisions());
        assertThat(checked.output).contains("revision 1: holds", "revision 2: holds", "The chain of 2 holds.");
        assertThat(checked.code).isZero();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "What was found., What was not found., revision 1: its content",
        "\"kind\":\"initial\", \"kind\":\"update\", revision 1: its digest",
        "Table 1, Table 2, revision 1: its content",
        "\"number\":2, \"number\":3, revision 3: is number 3 where 2 is due",
        "It was wrong., It was right., revision 2: its content"
    })
    void changeShows(String was, String becomes, String told) throws Exception {
        var revisions = revisions();
        assertThat(revisions).contains(was);
        var checked = check(revisions.replace(was, becomes));
        assertThat(checked.output).contains(told, "The chain does not hold.");
        assertThat(checked.code).isEqualTo(1);
    }

    @Test
    void omittedRevisionIsDetected() throws Exception {
        var second =
                Api.nobody().get("/v1/claims/" + claim + "/verdict-revisions/2").asString();
        assertThat(check("[" + second + "]").code).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "null",
                "<!doctype html><title>Not found</title>",
                "{\"type\":\"/problems/not-found\",\"title\":\"Not found\",\"status\":404}",
                "{\"items\":[{\"id\":\"one\"}]}",
                "[null]",
                "7"
            })
    void whatIsNoListIsNotAccused(String content) throws Exception {
        var checked = check(content);
        assertThat(checked.output)
                .contains("This is not a list of revisions: " + directory.resolve("revisions.json"))
                .doesNotContain("does not hold", "at ");
        assertThat(checked.code).isEqualTo(2);
    }

    @Test
    void missingFileIsNotAccused() throws Exception {
        var checked = run(directory.resolve("nowhere.json"));
        assertThat(checked.output).contains("This is not a list of revisions: " + directory.resolve("nowhere.json"));
        assertThat(checked.code).isEqualTo(2);
    }

    @Test
    void removedContentLeavesAChainThatHolds() throws Exception {
        change("alter table verdict_revision disable trigger verdict_revision_written_once;"
                + "update verdict_revision set content = '{}' where claim_id = '" + claim + "' and number = 1;"
                + "alter table verdict_revision enable trigger verdict_revision_written_once");
        Api.nobody()
                .get("/v1/claims/" + claim + "/verdict-revisions/1")
                .then()
                .statusCode(200)
                .body("summary", nullValue())
                .body("kind", equalTo("initial"));
        Api.nobody().get("/v1/claims/" + claim).then().statusCode(200);
        Api.nobody().get("/claims/" + claim).then().statusCode(200);
        var checked = check(revisions());
        assertThat(checked.output).contains("revision 1: holds; its content was removed", "The chain of 2 holds.");
    }

    @Test
    void removedCorrectionStaysInTheLogWithoutItsWords() throws Exception {
        var corrected = Api.claim(Api.unique("We won"));
        Api.publish(corrected, "false");
        Api.move(Api.editor(), corrected, Map.of("to", "in_review")).then().statusCode(201);
        Api.move(Api.editor(), corrected, Map.of("to", "proposed")).then().statusCode(201);
        Api.move(
                        Api.as("eva", "editor"),
                        corrected,
                        Map.of("to", "published", "kind", "correction", "publicNote", "We misread it."))
                .then()
                .statusCode(201);
        var etag = Api.nobody()
                .get("/v1/claims/" + corrected + "/verdict-revisions")
                .header("ETag");
        change("alter table verdict_revision disable trigger verdict_revision_written_once;"
                + "update verdict_revision set content = '{}' where claim_id = '" + corrected + "' and number = 2;"
                + "alter table verdict_revision enable trigger verdict_revision_written_once");
        Api.nobody()
                .get("/v1/corrections?limit=100")
                .then()
                .statusCode(200)
                .body("items.find { it.claimId == '" + corrected + "' }.text", nullValue())
                .body("items.find { it.claimId == '" + corrected + "' }.revision", equalTo(2));
        Api.nobody()
                .header("If-None-Match", etag)
                .get("/v1/claims/" + corrected + "/verdict-revisions")
                .then()
                .statusCode(200);
    }

    @Test
    void databaseRefusesToRewrite() {
        for (var sql : new String[] {
            "update verdict_revision set content = '{}' where claim_id = '" + claim + "'",
            "delete from verdict_revision where claim_id = '" + claim + "'"
        }) {
            assertThatThrownBy(() -> change(sql)).hasMessageContaining("verdict_revision is written once");
        }
    }

    private String revisions() {
        return Api.nobody()
                .get("/v1/claims/" + claim + "/verdict-revisions")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private void change(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private record Checked(int code, String output) {}

    private Checked check(String revisions) throws IOException, InterruptedException {
        return run(Files.writeString(directory.resolve("revisions.json"), revisions, StandardCharsets.UTF_8));
    }

    private static Checked run(Path file) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("node", "docs/verify-revisions.mjs", file.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return Assumptions.abort("There is no Node here.");
        }
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Checked(process.waitFor(), output);
    }
}
