package org.quotecheck.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.quotecheck.Problems.refused;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.Walk;

/** What a court has removed is nowhere, but where the operator is told that it still is. */
@QuarkusTest
class RemovalTest {

    @Inject
    AgroalDataSource database;

    @Inject
    Removal removal;

    private final String name = "Ann Q" + UUID.randomUUID().toString().replace("-", "");
    private final String words = "the wall of " + UUID.randomUUID() + " is „falling“ \\ down";
    private final String excerpt = "A note on " + UUID.randomUUID();

    @Test
    void wordsAreNowhereElse() throws SQLException {
        var claim = publish();
        assertThat(tablesWith(words))
                .contains("claim", "history_entry", "verdict_revision", "appearance", "idempotency_record");
        var done = removal.remove(UUID.fromString(claim), 1);
        assertThat(done).containsEntry("removed", true);
        for (var removed : List.of(words, name, excerpt, "Summary of " + words)) {
            assertThat(tablesWith(removed)).as(removed).isEmpty();
        }
        assertThat(done.get("purge").toString())
                .contains("/v1/claims/" + claim + "/verdict-revisions/1", "/claims/" + claim);
        Api.nobody()
                .get("/v1/claims/" + claim)
                .then()
                .statusCode(200)
                .body("verdict.removed", equalTo(true))
                .body("text", nullValue());
        Api.nobody()
                .get("/embed/v1/claims?ids=" + claim)
                .then()
                .body("claims[0].removed", equalTo(true))
                .body("claims[0].text", nullValue());
        refused(Api.nobody().get("/claims/" + claim + ".jsonld"), 410);
        Api.nobody()
                .queryParam("q", words.substring(12, 48))
                .get("/v1/claims")
                .then()
                .body("items.size()", equalTo(0));
        Api.reviewer().get("/v1/claims/" + claim + "/history").then().statusCode(200);
        Api.reviewer().get("/v1/claims/" + claim).then().statusCode(200).body("text", equalTo("[removed]"));
    }

    /** Whatever a shared cache may hold, and has the words. */
    @Test
    void allThatCachesHoldIsNamed() {
        var word = UUID.randomUUID().toString();
        var article = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("url", Api.uniqueUrl(), "text", "Ann Lee said: \"The wall of " + word + " is falling.\""))
                .post("/v1/articles");
        var claim = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("quoteId", article.path("quotes[0].id")))
                .post("/v1/claims")
                .<String>path("id");
        Api.publish(claim, "false");
        RemoveContent.correct(claim, "It leans, " + word);
        var holding = new TreeSet<String>();
        new Walk(
                        claim,
                        Map.of("/articles/ id", article.path("id"), "/ number", "2"),
                        List.of("/search?q=" + word, "/v1alpha1/claims:search?query=" + word))
                .read(Api::nobody)
                .forEach((path, answer) -> {
                    if (String.valueOf(answer.header("Cache-Control")).startsWith("public")
                            && answer.asString().contains(word)) {
                        holding.add(path);
                    }
                });
        assertThat(holding).hasSizeGreaterThan(12);
        var purged = (List<?>) removal.remove(UUID.fromString(claim), 2).get("purge");
        assertThat(holding).allSatisfy(path -> assertThat(purged).anyMatch(entry -> names(entry.toString(), path)));
    }

    /** Up to an asterisk, or to what is said in words. */
    private static boolean names(String entry, String path) {
        int open = entry.indexOf(" (");
        int end = open < 0 ? entry.indexOf('*') : open;
        return end < 0 ? path.equals(entry) : path.startsWith(entry.substring(0, end));
    }

    @Test
    void secondRunChangesNothing() throws SQLException {
        var claim = publish();
        removal.remove(UUID.fromString(claim), 1);
        var before = everything();
        assertThat(removal.remove(UUID.fromString(claim), 1))
                .containsEntry("removed", false)
                .containsKey("purge");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void chainStillHolds() {
        var claim = publish();
        var digest =
                Api.nobody().get("/v1/claims/" + claim + "/verdict-revisions/1").<String>path("digest");
        var etag =
                Api.nobody().get("/v1/claims/" + claim + "/verdict-revisions/1").header("ETag");
        removal.remove(UUID.fromString(claim), 1);
        Api.nobody()
                .header("If-None-Match", etag)
                .get("/v1/claims/" + claim + "/verdict-revisions/1")
                .then()
                .statusCode(200)
                .body("digest", equalTo(digest));
        assertThatThrownBy(() -> RemovalTest.this.execute("update verdict_revision set kind = 'update' where false"))
                .hasMessageContaining("is written once");
    }

    @Test
    void whatOthersSayIsReportedAndLeft() throws SQLException {
        var claim = publish();
        RemoveContent.correct(claim, "Put right.");
        var done = removal.remove(UUID.fromString(claim), 1);
        assertThat(done.get("left").toString()).contains("/v1/claims/" + claim + "/verdict-revisions/2");
        Api.nobody()
                .get("/v1/claims/" + claim)
                .then()
                .body("text", equalTo(words))
                .body("verdict.number", equalTo(2))
                .body("verdict.removed", nullValue());
        Api.reviewer().get("/v1/claims/" + claim).then().body("text", equalTo(words));
        Api.nobody().get("/claims/" + claim + ".jsonld").then().statusCode(200);
        removal.remove(UUID.fromString(claim), 2);
        assertThat(tablesWith(words)).isEmpty();
    }

    @Test
    void articleVersionsAreReportedAndLeft() {
        var said = "We own " + UUID.randomUUID();
        var article = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("url", Api.uniqueUrl(), "text", "\"" + said + ",\" said Ann Lee."))
                .post("/v1/articles");
        var claim = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("quoteId", article.path("quotes[0].id")))
                .post("/v1/claims")
                .<String>path("id");
        Api.publish(claim, "false");
        assertThat(removal.remove(UUID.fromString(claim), 1).get("left").toString())
                .contains("article " + article.path("id") + ", version 1");
        assertThat(Api.submitter()
                        .get("/v1/articles/" + article.path("id") + "/text")
                        .asString())
                .contains(said);
    }

    @Test
    void whatDoesNotExistIsReported() {
        var claim = publish();
        assertThatThrownBy(() -> removal.remove(UUID.fromString(claim), 2)).hasMessageContaining("no revision 2");
        assertThatThrownBy(() -> removal.remove(UUID.randomUUID(), 1)).hasMessageContaining("no revision 1");
    }

    private String publish() {
        var claim = Api.submitter()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of(
                        "text",
                        words,
                        "claimant",
                        Map.of("name", name),
                        "quote",
                        Map.of("exact", words + ","),
                        "article",
                        Map.of("url", Api.uniqueUrl(), "title", "He says: " + words)))
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Api.move(Api.reviewer(), claim, Map.of("to", "in_review")).then().statusCode(201);
        Api.reviewer()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "url", "https://statistics.example/", "title", "Table", "role", "refutes", "excerpt", excerpt))
                .post("/v1/claims/" + claim + "/sources")
                .then()
                .statusCode(201);
        Api.reviewer()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "rating",
                        "false",
                        "summary",
                        "Summary of " + words,
                        "language",
                        "en",
                        "reasons",
                        List.of("No wall of " + name)))
                .put("/v1/claims/" + claim + "/verdict-draft")
                .then()
                .statusCode(201);
        Api.move(Api.reviewer(), claim, Map.of("to", "proposed", "comment", "I rang " + name + " about this: " + words))
                .then()
                .statusCode(201);
        Api.move(Api.editor(), claim, Map.of("to", "published")).then().statusCode(201);
        return claim;
    }

    /** Tables of which some row holds the text, as it is or as JSON has it. */
    private TreeSet<String> tablesWith(String text) throws SQLException {
        var found = new TreeSet<String>();
        try (var connection = database.getConnection()) {
            var tables = new TreeSet<String>();
            try (var rows = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
                while (rows.next()) {
                    tables.add(rows.getString("TABLE_NAME"));
                }
            }
            for (var table : tables) {
                var row = table.equals("idempotency_record")
                        ? "convert_from(t.body, 'UTF8')"
                        : "cast(to_jsonb(t) as text)";
                try (var statement = connection.prepareStatement("select 1 from \"" + table + "\" t where strpos(" + row
                        + ", ?) > 0 or strpos(" + row + ", ?) > 0 or strpos(" + row + ", ?) > 0 limit 1")) {
                    var json = RemovedWords.inJson(text);
                    statement.setString(1, text);
                    statement.setString(2, json);
                    statement.setString(3, RemovedWords.inJson(json));
                    try (var rows = statement.executeQuery()) {
                        if (rows.next()) {
                            found.add(table);
                        }
                    }
                }
            }
        }
        return found;
    }

    private String everything() throws SQLException {
        var all = new StringBuilder();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var table : List.of(
                    "claim",
                    "verdict_revision",
                    "embed",
                    "history_entry",
                    "appearance",
                    "source",
                    "verdict_draft",
                    "log_entry")) {
                try (var rows = statement.executeQuery(
                        "select md5(string_agg(cast(t as text), '' order by cast(t as text))) from " + table + " t")) {
                    rows.next();
                    all.append(table).append(rows.getString(1));
                }
            }
        }
        return all.toString();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
