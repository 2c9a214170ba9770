package org.quotecheck.embed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;
import org.quotecheck.deployment.Site;
import org.quotecheck.digest.Sha256;

/** What is answered without the framework is what the framework answers. */
@QuarkusTest
class DirectEmbedsTest {

    private static final Map<String, String> REQUEST_ID = Map.of("x-request-id", "same");

    @Inject
    Site site;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String jdbcUrl;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private final List<String> logged = new ArrayList<>();
    private DirectEmbeds direct;

    @BeforeEach
    void open() {
        direct = new DirectEmbeds(
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        jdbcUrl,
                        "QUARKUS_DATASOURCE_USERNAME",
                        user,
                        "QUARKUS_DATASOURCE_PASSWORD",
                        password,
                        "QUOTECHECK_BASE_URL",
                        site.url("/").replaceAll("/$", ""))::get,
                logged::add);
    }

    @AfterEach
    void close() {
        direct.close();
    }

    @Test
    void claimsAreTheSame() {
        var claim = Api.claim(Api.unique("We won — “twice”"));
        Api.publish(claim, "mostly_false");
        for (var query : List.of(
                "ids=" + claim,
                "ids=" + claim + "," + UUID.randomUUID(),
                "ids=" + claim + "%2C" + claim + "&lang=de",
                "lang=fr-CA&ids=" + claim,
                "ids=" + UUID.randomUUID())) {
            assertSame("/embed/v1/claims", query, REQUEST_ID);
        }
    }

    @Test
    void pagesAreTheSame() {
        var url = Api.uniqueUrl();
        var quote = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "url",
                        url,
                        "title",
                        "Schools",
                        "text",
                        "\"" + Api.unique("We built 40 schools") + "\" said Ann Lee."))
                .post("/v1/articles")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("quotes[0].id");
        var claim = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("quoteId", quote))
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Api.publish(claim, "true");
        assertSame("/embed/v1/articles", "urlHash=" + Sha256.hex(url.getBytes(StandardCharsets.US_ASCII)), REQUEST_ID);
        assertSame("/embed/v1/articles", "urlHash=" + "0".repeat(64) + "&lang=de", REQUEST_ID);
    }

    @Test
    void scriptIsTheSame() {
        assertSame("/embed/v1/quotecheck.js", "", REQUEST_ID);
    }

    @Test
    void knownAnswersAreNotSentAgain() {
        var claim = Api.claim(Api.unique("We won"));
        Api.publish(claim, "false");
        for (var request :
                List.of(List.of("/embed/v1/claims", "ids=" + claim), List.of("/embed/v1/quotecheck.js", ""))) {
            var etag = ask(request.get(0), request.get(1), REQUEST_ID).header("ETag");
            for (var known : List.of(etag, "*", "W/" + etag, "\"other\", " + etag)) {
                assertSame(request.get(0), request.get(1), Map.of("x-request-id", "same", "if-none-match", known));
            }
            assertThat(ask(request.get(0), request.get(1), Map.of("if-none-match", etag))
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    @Test
    void requestIdIsNewOrTheCallersOwn() {
        var path = "/embed/v1/quotecheck.js";
        assertThat(answer(path, "", REQUEST_ID).headers()).containsEntry("X-Request-Id", "same");
        assertThat(answer(path, "", Map.of()).headers().get("X-Request-Id")).hasSize(36);
        assertThat(answer(path, "", Map.of("x-request-id", "<x>")).headers().get("X-Request-Id"))
                .hasSize(36);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/embed/v1/claims?",
                "/embed/v1/claims?ids=",
                "/embed/v1/claims?ids=x",
                "/embed/v1/claims?lang=&ids=019a0000-0000-7000-8000-000000000001",
                "/embed/v1/claims?ids=a&ids=b",
                "/embed/v1/claims?ids=%00",
                "/embed/v1/claims?ids=019a0000-0000-7000-8000-000000000001&x=1",
                "/embed/v1/articles?url=https%3A%2F%2Fnews.example%2F",
                "/embed/v1/articles?urlHash=x",
                "/embed/v1/articles?lang=de",
                "/embed/v1/quotecheck.0.js?",
                "/embed/v1/?",
                "/embed/v1/nowhere?",
                "/embed/claims/x?",
                "/v1/claims?",
                "/?",
                "?"
            })
    void allElseIsForTheFramework(String target) {
        var parts = target.split("\\?", -1);
        assertThat(direct.answer(new DirectEmbeds.DirectRequest(parts[0], parts[1], Map.of())))
                .isEmpty();
    }

    @Test
    void unreadableConditionIsForTheFramework() {
        assertThat(direct.answer(
                        new DirectEmbeds.DirectRequest("/embed/v1/quotecheck.js", "", Map.of("if-none-match", "x"))))
                .isEmpty();
    }

    @Test
    void tokenChangesNothing() {
        var claim = Api.claim(Api.unique("We won"));
        Api.publish(claim, "false");
        assertSame("/embed/v1/claims", "ids=" + claim, Map.of("x-request-id", "same", "authorization", "Bearer x"));
    }

    @Test
    void failureIsForTheFrameworkAndOneLine() {
        direct.close();
        var id = UUID.randomUUID().toString();
        assertThat(direct.answer(new DirectEmbeds.DirectRequest("/embed/v1/claims", "ids=" + id, Map.of())))
                .isEmpty();
        assertThat(logged).singleElement().asString().doesNotContain(id).doesNotContain("\n");
    }

    private void assertSame(String path, String query, Map<String, String> headers) {
        var expected = ask(path, query, headers);
        var given = answer(path, query, headers);
        assertThat(given.status()).as(query).isEqualTo(expected.statusCode());
        assertThat(given.body() == null ? "" : given.body()).isEqualTo(expected.asString());
        assertThat(lowerCase(given.headers()))
                .as(query)
                .containsExactlyInAnyOrderEntriesOf(lowerCase(headers(expected)));
    }

    private DirectEmbeds.DirectAnswer answer(String path, String query, Map<String, String> headers) {
        return direct.answer(new DirectEmbeds.DirectRequest(path, query, headers))
                .orElseThrow();
    }

    private static Response ask(String path, String query, Map<String, String> headers) {
        return Api.nobody().urlEncodingEnabled(false).headers(headers).get(path + (query.isEmpty() ? "" : "?" + query));
    }

    private static Map<String, String> headers(Response response) {
        var headers = new HashMap<String, String>();
        response.headers().forEach(header -> headers.put(header.getName(), header.getValue()));
        return headers;
    }

    private static Map<String, String> lowerCase(Map<String, String> headers) {
        var lower = new TreeMap<String, String>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return lower;
    }
}
