package org.quotecheck.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.quotecheck.Api;
import org.quotecheck.ProductionBackends;
import org.quotecheck.ProductionPostgres;
import org.quotecheck.embed.Widget;

/**
 * What only the native function does: migrate when it is told to, answer embeds at once, start the framework when it is
 * needed.
 */
@EnabledIf("org.quotecheck.lambda.FunctionProcess#isNative")
class NativeFunctionIT {

    private static final String FRAMEWORK_STARTED = "Installed features";
    private static final String TASK = "quotecheck.task";

    private static final ProductionBackends BACKENDS = new ProductionBackends();
    private static Map<String, String> configuration;

    @BeforeAll
    static void migrate() {
        configuration = new HashMap<>(BACKENDS.start());
        configuration.remove("quarkus.flyway.migrate-at-start");
        configuration.keySet().removeAll(ProductionBackends.PATIENCE.keySet());
        // for Quarkus's test launcher alone, which does not start this function
        configuration.remove("mp.jwt.verify.publickey");
        try (var migration = new FunctionProcess("migration", with(TASK, "migrate"))) {
            assertThat(migration.invoke("{}").path("migrationsExecuted").asInt())
                    .isPositive();
            var again = migration.invoke("{\"RequestType\":\"Update\"}");
            assertThat(again.path("migrationsExecuted").asInt()).isZero();
            assertThat(again.path("schemaVersion").asText()).isEqualTo("001");
        }
    }

    @AfterAll
    static void stop() {
        BACKENDS.stop();
        RestAssured.reset();
    }

    @Test
    void embedsAndClaimsNeedNoFrameworkAndAreTheSameWithIt() {
        var claim = publishedClaim();
        var targets = List.of(
                "/embed/v1/claims?ids=" + claim,
                "/embed/v1/claims?lang=de&ids=" + claim + "," + UUID.randomUUID(),
                "/embed/v1/claims?ids=" + claim + "&page=2",
                "/embed/v1/articles?urlHash=" + "0".repeat(64),
                "/embed/v1/articles?lang=de&url=https://b%C3%BCcher.example/a%20b?c=d",
                "/embed/v1/articles?url=ftp://news.example/",
                "/embed/v1/nowhere",
                "/embed/v1/quotecheck.js",
                Widget.ARTICLE.pinnedPath(),
                "/v1/claims/" + claim,
                "/wp-login.php");
        try (var function = function("reader", configuration)) {
            var direct = targets.stream().map(NativeFunctionIT::read).toList();
            assertThat(function.log()).doesNotContain(FRAMEWORK_STARTED);
            Api.nobody().get("/v1/claims?limit=1").then().statusCode(200);
            assertThat(function.log()).contains(FRAMEWORK_STARTED);
            assertThat(targets.stream().map(NativeFunctionIT::read).toList()).isEqualTo(direct);
            Api.move(Api.editor(), claim, Map.of("to", "in_review")).then().statusCode(201);
            Api.nobody().get(targets.getFirst()).then().body("claims[0].underReview", equalTo(true));
            Api.nobody().get("/v1/claims/" + claim).then().body("underReview", equalTo(true));
        }
    }

    @Test
    void scannersDoNotHaveTheFrameworkStart() {
        try (var function = function("scanned", with("quotecheck.edge.secret", "s3cret-of-the-edge"))) {
            for (var path : List.of("/wp-login.php", "/v1/claims", "/embed/v1/quotecheck.js")) {
                Api.nobody().get(path).then().statusCode(403).body("type", equalTo("/problems/edge-only"));
            }
            var throughTheEdge = Map.of("X-Origin-Verify", "s3cret-of-the-edge");
            Api.nobody().headers(throughTheEdge).get("/.env").then().statusCode(404);
            Api.nobody().headers(throughTheEdge).post("/xmlrpc.php").then().statusCode(404);
            Api.nobody()
                    .headers(throughTheEdge)
                    .get("/embed/v1/quotecheck.js")
                    .then()
                    .statusCode(200);
            assertThat(function.log()).doesNotContain(FRAMEWORK_STARTED);
        }
    }

    @Test
    void knownEmbedIsNotSentAgain() {
        var path = "/embed/v1/claims?ids=" + UUID.randomUUID();
        try (var function = function("known", configuration)) {
            var etag = Api.nobody().get(path).then().statusCode(200).extract().header("ETag");
            Api.nobody().header("If-None-Match", etag).get(path).then().statusCode(304);
            assertThat(function.log()).doesNotContain(FRAMEWORK_STARTED);
        }
    }

    @Test
    void connectionThatDiedIsNobodysTrouble() throws SQLException {
        try (var function = function("cut-off", configuration)) {
            Api.nobody().get("/embed/v1/claims?ids=" + UUID.randomUUID()).then().statusCode(200);
            execute(
                    configuration.get("quarkus.datasource.jdbc.url"),
                    "select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()");
            Api.nobody().get("/embed/v1/claims?ids=" + UUID.randomUUID()).then().statusCode(200);
            assertThat(function.log()).doesNotContain(FRAMEWORK_STARTED);
        }
    }

    @Test
    void settingThatOnlyTheFrameworkKnowsHasItStart() {
        for (var property : List.of(
                "quarkus.datasource.jdbc.additional-jdbc-properties.applicationname", "smallrye.jwt.sign.key.id")) {
            try (var function = function("settings", with(property, "facts"))) {
                Api.nobody().get("/embed/v1/quotecheck.js").then().statusCode(200);
                assertThat(function.log()).contains(FRAMEWORK_STARTED);
            }
        }
        try (var function = function("settings", with("quotecheck.organization.name", "Facts $$ Co"))) {
            Api.nobody().get("/embed/v1/claims?ids=" + UUID.randomUUID()).then().statusCode(200);
            assertThat(function.log()).contains(FRAMEWORK_STARTED);
        }
    }

    /** Pages of lists end by size: AWS refuses answers of more than 6 MB. */
    @Test
    void pageOfLongClaimsIsNotTooLongForAws() {
        try (var function = function("long", configuration)) {
            for (int i = 0; i < 11; i++) {
                submitClaimOfHalfAMegabyte();
            }
            Api.reviewer().get("/v1/claims?limit=100").then().statusCode(200);
            assertThat(function.log()).doesNotContain("failed");
        }
    }

    private static void submitClaimOfHalfAMegabyte() {
        var source = Map.of(
                "url",
                "https://statistics.example/",
                "title",
                "Table",
                "role",
                "context",
                "excerpt",
                "数".repeat(2_000),
                "note",
                "字".repeat(2_000));
        Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("text", Api.unique("We won"), "sources", Collections.nCopies(50, source)))
                .post("/v1/claims")
                .then()
                .statusCode(201);
    }

    @Test
    void eventThatIsNoRequestIsTheEndOfNothing() {
        try (var function = function("events", configuration)) {
            for (var event : List.of("{}", "[]", "null", "nonsense")) {
                try {
                    assertThat(function.invoke(event).path("statusCode").asInt())
                            .isEqualTo(500);
                } catch (FunctionFailed told) {
                    assertThat(told).hasMessageContaining("errorType");
                }
            }
            Api.nobody().get("/embed/v1/quotecheck.js").then().statusCode(200);
        }
    }

    @Test
    void mistakeInAnEmbedIsToldAsAlways() {
        try (var function = function("mistake", configuration)) {
            Api.nobody()
                    .get("/embed/v1/claims?ids=x")
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/malformed-request"));
            Api.nobody()
                    .get("/embed/v1/quotecheck.0.js")
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/not-found"));
            assertThat(function.log()).doesNotContain(FRAMEWORK_STARTED);
        }
    }

    @Test
    void frameworkStartsAheadWhereThereIsTime() {
        try (var function =
                function("provisioned", with("aws.lambda.initialization.type", "provisioned-concurrency"))) {
            Api.nobody().get("/embed/v1/quotecheck.js").then().statusCode(200);
            assertThat(function.log()).contains(FRAMEWORK_STARTED).doesNotContain("ERROR");
        }
    }

    @Test
    void databaseThatIsAwayIsTold() {
        for (var settings : List.of(
                with("quarkus.datasource.jdbc.url", "jdbc:postgresql://localhost:1/facts"),
                with("quarkus.datasource.password", "wrong"))) {
            try (var function = function("away", settings)) {
                Api.nobody()
                        .get("/embed/v1/claims?ids=" + UUID.randomUUID())
                        .then()
                        .statusCode(503)
                        .header("Retry-After", equalTo("5"));
                Api.nobody().get("/embed/v1/quotecheck.js").then().statusCode(200);
                assertThat(function.log())
                        .doesNotContain(FRAMEWORK_STARTED)
                        .containsOnlyOnce("An embed could not be read directly: ");
            }
        }
    }

    @Test
    void identityProviderThatIsAwayIsTold() {
        try (var function = function("no-keys", with("quotecheck.identity.jwks", "http://localhost:1/keys"))) {
            Api.submitter().get("/v1/claims").then().statusCode(503).header("Retry-After", equalTo("5"));
            Api.nobody().get("/v1/claims").then().statusCode(200);
            assertThat(function.log())
                    .contains("could not get the identity provider's keys (QUOTECHECK_IDENTITY_JWKS)");
        }
    }

    @Test
    void migrationThatFailsFailsTheDeployment() throws Exception {
        try (var postgres = new ProductionPostgres()) {
            execute(postgres.jdbcUrl(), "create table claim (id integer)");
            var settings = new HashMap<>(postgres.configuration());
            settings.put(TASK, "migrate");
            try (var migration = new FunctionProcess("failed-migration", settings)) {
                assertThatThrownBy(() -> migration.invoke("{}"))
                        .isInstanceOf(FunctionFailed.class)
                        .hasMessageContaining("schema");
            }
        }
    }

    @Test
    void whatIsMissingOrWrongIsToldAtTheStart() throws Exception {
        assertThat(refusal(Map.of()))
                .contains(
                        "QUARKUS_DATASOURCE_JDBC_URL must be set",
                        "QUARKUS_DATASOURCE_USERNAME must be set",
                        "QUARKUS_DATASOURCE_PASSWORD must be set");
        assertThat(refusal(with("quotecheck.base-url", "facts.example")))
                .contains("QUOTECHECK_BASE_URL must be an http or https URL without a path");
        assertThat(refusal(with("quotecheck.review.second-person", "yes")))
                .contains("quotecheck.review.second-person", "must be true or false");
        assertThat(refusal(with("quotecheck.identity.jwks", "keys")))
                .contains("QUOTECHECK_IDENTITY_JWKS must be the http or https URL");
        assertThat(refusal(with("quotecheck.identity.issuer", "a b"))).contains("QUOTECHECK_IDENTITY_ISSUER must be");
        assertThat(refusal(with("quotecheck.organization.url", "facts.example")))
                .contains("QUOTECHECK_ORGANIZATION_URL must be");
        assertThat(refusal(with(TASK, "migrat"))).contains("QUOTECHECK_TASK must be migrate");
        var unpaired = new HashMap<>(configuration);
        unpaired.remove("quotecheck.identity.jwks");
        assertThat(refusal(unpaired)).contains("QUOTECHECK_IDENTITY_ISSUER and QUOTECHECK_IDENTITY_JWKS");
    }

    private static String refusal(Map<String, String> settings) throws InterruptedException {
        try (var function = new FunctionProcess("refusal", settings)) {
            assertThat(function.exitCode()).isEqualTo(1);
            assertThat(function.log()).doesNotContain("\tat ", FRAMEWORK_STARTED);
            return function.log();
        }
    }

    private static FunctionProcess function(String name, Map<String, String> settings) {
        var function = new FunctionProcess(name, settings);
        RestAssured.port = function.port();
        return function;
    }

    private static String publishedClaim() {
        var writer = function("writer", configuration);
        try {
            var claim = Api.claim(Api.unique("We won — “twice”"));
            Api.publish(claim, "mostly_false");
            return claim;
        } finally {
            writer.close();
        }
    }

    /** Status, headers and body, without what differs from call to call. */
    private static List<Object> read(String target) {
        Response response = Api.nobody().header("X-Request-Id", "same").get(target);
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        response.headers().forEach(header -> headers.put(header.getName(), header.getValue()));
        headers.remove("Date");
        return List.of(response.statusCode(), headers.toString(), response.asString());
    }

    private static Map<String, String> with(String property, String value) {
        var settings = new HashMap<>(configuration);
        settings.put(property, value);
        return settings;
    }

    private static void execute(String jdbcUrl, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(jdbcUrl, ProductionPostgres.USER, ProductionPostgres.PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
