package org.quotecheck.embed;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.quotecheck.deployment.Site;

/** The direct way beside the framework: both are asked the same. */
abstract class DirectDoor {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What is slow here is the machine. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    static final Map<String, String> REQUEST_ID = Map.of("x-request-id", "same");

    @Inject
    Site site;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String jdbcUrl;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    final List<String> logged = new ArrayList<>();
    DirectEmbeds direct;

    @BeforeEach
    void open() {
        direct = make();
    }

    DirectEmbeds make() {
        return new DirectEmbeds(settings("QUOTECHECK_LOG_JSON", "false"), logged::add, PATIENCE);
    }

    UnaryOperator<String> settings(String variable, String value) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                jdbcUrl,
                "QUARKUS_DATASOURCE_USERNAME",
                user,
                "QUARKUS_DATASOURCE_PASSWORD",
                password,
                "QUOTECHECK_BASE_URL",
                site.url("/").replaceAll("/$", ""),
                variable,
                value)::get;
    }

    @AfterEach
    void close() {
        direct.close();
    }

    void assertSame(String path, String query, Map<String, String> headers) {
        assertSame("GET", path, query, headers);
    }

    void assertSame(String method, String path, String query, Map<String, String> headers) {
        var expected = ask(method, path, query, headers);
        var given =
                direct.answer(new DirectRequest(method, path, query, headers)).orElseThrow();
        var asked = method + " " + path + "?" + query + " " + headers;
        assertThat(given.status()).as(asked).isEqualTo(expected.statusCode());
        assertThat(given.body() == null ? "" : given.body()).as(asked).isEqualTo(expected.body());
        assertThat(lowerCase(given.headers()))
                .as(asked)
                .containsExactlyInAnyOrderEntriesOf(lowerCase(headers(expected)));
    }

    DirectAnswer answer(String path, String query, Map<String, String> headers) {
        return direct.answer(new DirectRequest("GET", path, query, headers)).orElseThrow();
    }

    static HttpResponse<String> ask(String path, String query, Map<String, String> headers) {
        return ask("GET", path, query, headers);
    }

    /** By a client that sends an address as it stands. */
    private static HttpResponse<String> ask(String method, String path, String query, Map<String, String> headers) {
        var address = RestAssured.baseURI + ":" + RestAssured.port + path + (query.isEmpty() ? "" : "?" + query);
        var request = HttpRequest.newBuilder(URI.create(address)).method(method, BodyPublishers.noBody());
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> headers(HttpResponse<String> response) {
        var headers = new HashMap<String, String>();
        response.headers().map().forEach((name, values) -> headers.put(name, String.join("|", values)));
        return headers;
    }

    private static Map<String, String> lowerCase(Map<String, String> headers) {
        var lower = new TreeMap<String, String>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return lower;
    }
}
