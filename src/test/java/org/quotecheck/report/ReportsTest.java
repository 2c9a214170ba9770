package org.quotecheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.quotecheck.Problems.invalid;
import static org.quotecheck.Problems.refused;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotecheck.Api;

/** Readers say what is wrong, so many times a day, and reviewers answer. */
@QuarkusTest
class ReportsTest {

    @Inject
    AgroalDataSource database;

    private final String network = "10." + ThreadLocalRandom.current().nextInt(256) + "."
            + ThreadLocalRandom.current().nextInt(256);
    private String claim;

    @BeforeEach
    void publish() {
        claim = Api.claim(Api.unique("We won"));
        Api.publish(claim, "false");
    }

    @Test
    void reportIsReadAnsweredAndClosed() {
        var id = send("The year is wrong.").then().statusCode(202).extract().<String>path("id");
        refused(Api.nobody().get("/v1/reports"), 401);
        refused(Api.submitter().get("/v1/reports"), 403);
        list("?status=open").then().body("items.id", contains(id)).body("items[0].text", equalTo("The year is wrong."));
        refused(close(Api.reviewer(), id, Map.of("status", "closed")), 428);
        invalid(close(Api.reviewer().header("If-Match", "*"), id, Map.of("status", "open")), "/status");
        var etag = Api.reviewer().get("/v1/reports/" + id).header("ETag");
        close(Api.reviewer().header("If-Match", etag), id, Map.of("status", "closed", "answer", "Put right."))
                .then()
                .statusCode(200)
                .body("status", equalTo("closed"))
                .body("answer", equalTo("Put right."))
                .body("closedBy.id", equalTo("rita"));
        refused(close(Api.editor().header("If-Match", etag), id, Map.of("status", "closed")), 412);
        list("?status=open").then().body("items", hasSize(0));
        list("").then().body("items", hasSize(1));
    }

    @Test
    void openReportLetsAReviewerLookAgain() {
        refused(Api.move(Api.reviewer(), claim, Map.of("to", "in_review")), 403);
        var etag = Api.etag(claim);
        var id = send("The year is wrong.").then().statusCode(202).extract().<String>path("id");
        assertThat(Api.etag(claim).split("\\.")[0])
                .as("a reader does not change the claim's version")
                .isEqualTo(etag.split("\\.")[0]);
        close(Api.reviewer().header("If-Match", "*"), id, Map.of("status", "closed"))
                .then()
                .statusCode(200);
        refused(Api.move(Api.reviewer(), claim, Map.of("to", "in_review")), 403);
        send("The month too.").then().statusCode(202);
        Api.move(Api.reviewer(), claim, Map.of("to", "in_review")).then().statusCode(201);
    }

    @Test
    void oneNetworkSendsFiveADay() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Response> send = () -> send("The year is wrong.");
            var answers = threads.invokeAll(Collections.nCopies(8, send)).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(answers.stream().filter(answer -> answer.statusCode() == 202))
                    .hasSize(5);
            answers.stream().filter(answer -> answer.statusCode() != 202).forEach(answer -> {
                assertThat(refused(answer, 429).<String>path("type")).isEqualTo("/problems/quota-exceeded");
                assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 24 * 60 * 60 + 1);
            });
        }
        refused(send(network + ".250", "Another address, the same network."), 429);
        var other = Api.claim(Api.unique("They won"));
        Api.publish(other, "false");
        report(network + ".1")
                .body(Map.of("kind", "error", "text", "Another claim, the same network."))
                .post("/v1/claims/" + other + "/reports")
                .then()
                .statusCode(202);
        send("192.0.2." + ThreadLocalRandom.current().nextInt(256), "Another network.")
                .then()
                .statusCode(202);
    }

    @Test
    void allNetworksSendFiftyADay() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads
                    .invokeAll(IntStream.range(0, 56)
                            .<Callable<Response>>mapToObj(i -> () -> send("198.51." + i + ".1", "The year is wrong."))
                            .toList())
                    .stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(answers.stream().filter(answer -> answer.statusCode() == 202))
                    .hasSize(50);
            answers.stream()
                    .filter(answer -> answer.statusCode() != 202)
                    .forEach(answer -> assertThat(refused(answer, 429).<String>path("detail"))
                            .startsWith("Readers have sent 50 reports"));
        }
    }

    @Test
    void reportsAndAnswersAtOnceAreCounted() throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (int round = 0; round < 3; round++) {
                var sent = threads
                        .invokeAll(IntStream.range(0, 6)
                                .<Callable<String>>mapToObj(i ->
                                        () -> send(network.replace("10.", "10" + i + ".") + ".1", "No.")
                                                .then()
                                                .statusCode(202)
                                                .extract()
                                                .path("id"))
                                .toList())
                        .stream()
                        .map(answer -> answer.resultNow())
                        .toList();
                assertThat(openReports()).isEqualTo(6);
                threads.invokeAll(sent.stream()
                                .<Callable<Response>>map(id -> () ->
                                        close(Api.reviewer().header("If-Match", "*"), id, Map.of("status", "closed")))
                                .toList())
                        .forEach(answer ->
                                assertThat(answer.resultNow().statusCode()).isEqualTo(200));
                assertThat(openReports()).isZero();
            }
        }
    }

    private int openReports() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select open_reports from claim where id = '" + claim + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void closingAgainKeepsTheAnswer() {
        var id = send("The year is wrong.").then().statusCode(202).extract().<String>path("id");
        close(Api.reviewer().header("If-Match", "*"), id, Map.of("status", "closed", "answer", "Put right."))
                .then()
                .statusCode(200);
        close(Api.reviewer().header("If-Match", "*"), id, Map.of("status", "closed"))
                .then()
                .statusCode(200)
                .body("answer", equalTo("Put right."));
        close(Api.reviewer().header("If-Match", "*"), id, Map.of("status", "closed", "answer", "Put right today."))
                .then()
                .body("answer", equalTo("Put right today."));
    }

    @Test
    void addressIsKeptNowhere() throws SQLException {
        send(network + ".77", "The year is wrong.").then().statusCode(202);
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select cast(r as text) from reader_report r where claim_id = '" + claim + "'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).doesNotContain(network).containsPattern("[0-9a-f]{64}");
        }
    }

    @Test
    void anonymousRepetitionIsOneReport() {
        var key = UUID.randomUUID().toString();
        var first = report(network + ".1")
                .header("Idempotency-Key", key)
                .body(Map.of("kind", "other", "text", "Once."))
                .post("/v1/claims/" + claim + "/reports");
        var again = report(network + ".2")
                .header("Idempotency-Key", key)
                .body(Map.of("kind", "other", "text", "Once."))
                .post("/v1/claims/" + claim + "/reports");
        first.then().statusCode(202).body("followUp", containsString("/reports/"));
        again.then()
                .statusCode(202)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first.path("id")))
                .body("followUp", nullValue());
        list("").then().body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({"praise, Good., /kind", "error, '', /text", "error, ' ', /text", ", Good., /kind", "error, , /text"})
    void wrongMemberIsNamed(String kind, String text, String pointer) {
        var body = new java.util.HashMap<String, String>();
        body.put("kind", kind);
        body.put("text", text);
        invalid(report(network + ".1").body(body).post("/v1/claims/" + claim + "/reports"), pointer);
        invalid(
                report(network + ".1")
                        .body(Map.of("kind", "error", "text", "x".repeat(2001)))
                        .post("/v1/claims/" + claim + "/reports"),
                "/text");
    }

    @Test
    void onlyPublishedClaimsAreReported() {
        refused(
                report(network + ".1")
                        .body(Map.of("kind", "error", "text", "No."))
                        .post("/v1/claims/" + Api.claim(Api.unique("They won")) + "/reports"),
                404);
    }

    @Test
    void reportsGoWithADuplicateAndComeBack() {
        var survivor = Api.claim(Api.unique("They won"));
        Api.publish(survivor, "false");
        var id = send("The year is wrong.").then().statusCode(202).extract().<String>path("id");
        Api.move(Api.editor(), claim, Map.of("to", "in_review")).then().statusCode(201);
        Api.move(Api.editor(), claim, Map.of("to", "duplicate", "duplicateOf", survivor))
                .then()
                .statusCode(201);
        Api.reviewer().get("/v1/reports/" + id).then().body("claimId", equalTo(survivor));
        Api.move(Api.reviewer(), survivor, Map.of("to", "in_review")).then().statusCode(201);
        Api.move(Api.editor(), claim, Map.of("to", "submitted", "reason", "Not the same."))
                .then()
                .statusCode(201);
        Api.reviewer().get("/v1/reports/" + id).then().body("claimId", equalTo(claim));
    }

    @Test
    void listHasPagesAndFilters() {
        send("One.").then().statusCode(202);
        send("Two.").then().statusCode(202);
        var first = list("?limit=1");
        first.then().body("items.text", contains("Two."));
        Api.reviewer().get(next(first)).then().statusCode(200).body("items.text", contains("One."));
        refused(Api.reviewer().get("/v1/reports?status=lost"), 400);
        refused(Api.reviewer().get("/v1/reports?claimId=one"), 400);
        refused(Api.reviewer().get("/v1/reports?cursor=" + first.path("nextCursor")), 400);
    }

    private static String next(Response page) {
        return page.header("Link").replaceAll(".*<([^>]+)>.*", "$1");
    }

    private Response list(String query) {
        return Api.reviewer().get("/v1/reports" + (query.isEmpty() ? "?" : query + "&") + "claimId=" + claim);
    }

    private static Response close(RequestSpecification actor, String report, Map<String, String> body) {
        return actor.contentType(ContentType.JSON).body(body).patch("/v1/reports/" + report);
    }

    private Response send(String text) {
        return send(network + ".1", text);
    }

    private Response send(String address, String text) {
        return report(address).body(Map.of("kind", "error", "text", text)).post("/v1/claims/" + claim + "/reports");
    }

    private static RequestSpecification report(String address) {
        return Api.nobody().contentType(ContentType.JSON).header("X-Forwarded-For", address);
    }
}
