package org.quotecheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.quotecheck.Problems.refused;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;
import org.quotecheck.Browser;

/** Who sent a report learns what became of it, and nobody else does. */
@QuarkusTest
class FollowUpTest {

    @Inject
    AgroalDataSource database;

    @Inject
    SessionFactory sessions;

    private final String address = "10." + ThreadLocalRandom.current().nextInt(256) + "."
            + ThreadLocalRandom.current().nextInt(256) + ".1";
    private String claim;

    @BeforeEach
    void publish() {
        claim = Api.claim(Api.unique("We won"));
        Api.publish(claim, "false");
    }

    @Test
    void senderReadsWhatBecameOfIt() {
        var sent = send("The yearbook says otherwise.");
        var path = path(sent.path("followUp"));
        read(path)
                .then()
                .body("kind", equalTo("error"))
                .body("status", equalTo("open"))
                .body("claim", equalTo(sent.<String>path("followUp").replaceAll("/reports/.*", "/claims/" + claim)))
                .body("answer", nullValue());
        close(sent.path("id"), "We put it right.");
        var answered = read(path);
        answered.then().body("status", equalTo("closed")).body("answer", equalTo("We put it right."));
        assertThat(answered.asString()).doesNotContain("yearbook", "rita", sent.<String>path("id"));
    }

    @Test
    void browsersGetAPage() {
        var path = path(send("The yearbook says otherwise.").path("followUp"));
        var page =
                Api.nobody().accept("text/html,application/xhtml+xml,*/*;q=0.8").get(path);
        hidden(page);
        page.then()
                .contentType(ContentType.HTML)
                .body(containsString("We have your report"), containsString("/claims/" + claim))
                .body(not(containsString("yearbook")));
    }

    @Test
    void oneStatementReadsIt() {
        var path = path(send("The year is wrong.").path("followUp"));
        sessions.getStatistics().clear();
        read(path);
        assertThat(sessions.getStatistics().getPrepareStatementCount()).isEqualTo(1);
    }

    @Test
    void keyIsLongAndKeptNowhere() throws SQLException {
        var key = path(send("The year is wrong.").path("followUp")).replaceAll(".*/", "");
        assertThat(Base64.getUrlDecoder().decode(key)).hasSize(16);
        var other = path(send("The year is wrong.").path("followUp")).replaceAll(".*/", "");
        assertThat(other).isNotEqualTo(key);
        for (var table : tables()) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "select count(*) from " + table + " t where cast(t as text) like '%" + key + "%'")) {
                rows.next();
                assertThat(rows.getLong(1)).as(table).isZero();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"89, 200", "91, 404"})
    void itGoesNinetyDaysAfterClosing(int days, int status) throws SQLException {
        var sent = send("The year is wrong.");
        close(sent.path("id"), "We put it right.");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update reader_report set closed_at = closed_at - interval '" + days
                    + " days' where id = '" + sent.path("id") + "'");
        }
        Api.nobody().get(path(sent.path("followUp"))).then().statusCode(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAA", "%00", "..%2F", "' or 1=1"})
    void otherKeysAreUnknown(String key) {
        refused(Api.nobody().get("/reports/" + key), 404);
    }

    @Test
    void idIsNotAKey() {
        refused(Api.nobody().get("/reports/" + send("The year is wrong.").path("id")), 404);
    }

    @Test
    void pagesFormLeadsThere() {
        assertThat(Api.nobody().get("/claims/" + claim).asString())
                .contains("action=\"/claims/" + claim + "/reports\"", "name=\"kind\"", "name=\"text\"");
        var sent = form("same-origin", Map.of("kind", "new_evidence", "text", "Line one — äöü.\r\nLine two & more"));
        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(303);
        read(path(sent.header("Location"))).then().body("kind", equalTo("new_evidence"));
        Api.reviewer()
                .get("/v1/reports?claimId=" + claim)
                .then()
                .body("items[0].text", equalTo("Line one — äöü.\nLine two & more"));
    }

    @Test
    void formOfAnotherSiteIsRefused() {
        refused(form("cross-site", Map.of("kind", "error", "text", "No.")), 403);
        refused(form("same-site", Map.of("kind", "error", "text", "No.")), 403);
        refused(
                Api.nobody()
                        .header("Origin", "https://elsewhere.example")
                        .formParams(Map.of("kind", "error", "text", "No."))
                        .post("/claims/" + claim + "/reports"),
                403);
    }

    /** An edge calls the service by another host, and passes Origin on, but not what else a browser says. */
    @Test
    void formIsAcceptedBehindAnEdge() {
        for (var origin : List.of(Browser.service(), "https://inside.example")) {
            assertThat(behindAnEdge(origin).statusCode()).as(origin).isEqualTo(303);
        }
        for (var origin : List.of(
                "null",
                "https://elsewhere.example",
                Browser.service() + "0",
                Browser.service() + ".evil.example",
                "http:",
                "")) {
            refused(behindAnEdge(origin), 403);
        }
    }

    private Response behindAnEdge(String origin) {
        return Api.nobody()
                .redirects()
                .follow(false)
                .header("Host", "inside.example")
                .header("Origin", origin)
                .formParams(Map.of("kind", "error", "text", "No."))
                .post("/claims/" + claim + "/reports");
    }

    @Test
    void whatTheFormGetsWrongIsNamed() {
        refused(form("same-origin", Map.of("kind", "praise", "text", "Good.")), 422);
        refused(form("same-origin", Map.of("kind", "error", "text", " ")), 422);
        refused(form("same-origin", Map.of("kind", "error", "text", "x".repeat(2001))), 422);
        refused(form("same-origin", Map.of("text", "No.")), 422);
        refused(form("same-origin", Map.of("kind", "error", "text", "No.", "more", "1")), 422);
        refused(raw("kind=error&text=a&text=b"), 400);
        refused(raw("kind=error&text=%ff"), 400);
        refused(raw("kind=error&text=%zz"), 400);
        refused(raw("text"), 400);
        refused(raw("kind=error&text=" + "x".repeat(70_000)), 413);
        refused(Api.nobody().contentType(ContentType.JSON).body("{}").post("/claims/" + claim + "/reports"), 415);
    }

    @Test
    void formHasTheSameLimits() {
        for (int i = 0; i < 5; i++) {
            assertThat(form("same-origin", Map.of("kind", "error", "text", "No. " + i))
                            .statusCode())
                    .isEqualTo(303);
        }
        refused(form("same-origin", Map.of("kind", "error", "text", "Once more.")), 429);
    }

    private Response raw(String body) {
        return Api.nobody()
                .header("X-Forwarded-For", address)
                .contentType("application/x-www-form-urlencoded")
                .body(body)
                .post("/claims/" + claim + "/reports");
    }

    private Response form(String site, Map<String, String> fields) {
        return Api.nobody()
                .redirects()
                .follow(false)
                .header("X-Forwarded-For", address)
                .header("Sec-Fetch-Site", site)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParams(fields)
                .post("/claims/" + claim + "/reports");
    }

    private Response send(String text) {
        return Api.nobody()
                .contentType(ContentType.JSON)
                .header("X-Forwarded-For", address)
                .body(Map.of("kind", "error", "text", text))
                .post("/v1/claims/" + claim + "/reports")
                .then()
                .statusCode(202)
                .extract()
                .response();
    }

    private static void close(String report, String answer) {
        Api.reviewer()
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("status", "closed", "answer", answer))
                .patch("/v1/reports/" + report)
                .then()
                .statusCode(200);
    }

    private static Response read(String path) {
        return hidden(Api.nobody().get(path));
    }

    private static Response hidden(Response answer) {
        return answer.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .extract()
                .response();
    }

    private static String path(String url) {
        return url.replaceAll("^https?://[^/]+", "");
    }

    private List<String> tables() throws SQLException {
        var names = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select table_name from information_schema.tables where table_schema = 'public'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
