package org.quotecheck.embed;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;
import org.quotecheck.task.RemoveContent;

/** A claim that anybody reads is answered as the resource answers it, without it; all else is the resource's. */
@QuarkusTest
class PromptClaimsTest {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final AtomicInteger RESOURCE_CALLS = new AtomicInteger();

    /** Sees what reaches the framework. */
    static class Counter {
        @ServerRequestFilter
        void count(ContainerRequestContext context) {
            if (context.getUriInfo().getPath().startsWith("/v1/claims/")) {
                RESOURCE_CALLS.incrementAndGet();
            }
        }
    }

    @Inject
    DataSource database;

    @Inject
    MeterRegistry metrics;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Anything | 1",
                "Accept | */*",
                "Accept | application/json",
                "Accept | application/json, */*",
                "Accept | application/json, text/plain, */*",
                "Accept-Encoding | gzip, br",
                "Accept-Language | de",
                "Origin | https://desk.example:8443",
                "Origin | https://news.example",
                "Range | bytes=0-3",
                "Cookie | a=b",
                "If-Match | \"1\"",
                "If-None-Match | *",
                "If-None-Match | \"another\"",
                "If-None-Match | \"another\", W/\"one\"",
                "If-Modified-Since | Fri, 27 Nov 2026 10:00:00 GMT",
                "X-HTTP-Method-Override | DELETE",
            })
    void answerIsTheResourcesOwn(String header, String value) {
        var path = "/v1/claims/" + published();
        var headers = Map.of(header, value);
        assertPrompt("GET", path, headers);
        assertPrompt("GET", path + "?", headers);
        assertPrompt("HEAD", path, headers);
        assertPrompt("GET", path.toUpperCase(Locale.ROOT).replace("/V1/CLAIMS/", "/v1/claims/"), headers);
    }

    @Test
    void metricsCountItAsTheResourcesOwn() {
        var path = "/v1/claims/" + published();
        int calls = RESOURCE_CALLS.get();
        double before = counted("/v1/claims/{id}");
        for (int i = 0; i < 100 && counted("/v1/claims/{id}") == before; i++) {
            ask("GET", path, Map.of()); // the one before may be counted after it was answered
        }
        assertThat(counted("/v1/claims/{id}")).isGreaterThan(before);
        assertThat(counted(path)).isZero();
        assertThat(RESOURCE_CALLS.get()).as("without the resource").isEqualTo(calls);
    }

    private double counted(String path) {
        return metrics.find("http.server.requests").tag("uri", path).tag("status", "200").timers().stream()
                .mapToDouble(Timer::count)
                .sum();
    }

    @Test
    void claimInEveryStateIsTheResourcesOwn() throws SQLException {
        var claim = Api.claim(Api.unique("We won — “twice” 🙂"), Api.uniqueUrl());
        var path = "/v1/claims/" + claim;
        Api.publish(claim, "mostly_false");
        assertPrompt("GET", path, Map.of());
        Api.confirm(claim);
        assertPrompt("GET", path, Map.of());
        RemoveContent.correct(claim, "Corrected.");
        assertPrompt("GET", path, Map.of());
        var note = Map.of("to", "retracted", "publicNote", "It was about another town.");
        Api.move(Api.editor(), claim, note).then().statusCode(202);
        assertPrompt("GET", path, Map.of());
        Api.move(Api.as("edith", "editor"), claim, note).then().statusCode(201);
        assertPrompt("GET", path, Map.of());
        assertPrompt("HEAD", path, Map.of());
        Api.move(Api.editor(), claim, Map.of("to", "in_review", "reason", "It was not."))
                .then()
                .statusCode(201);
        assertPrompt("GET", path, Map.of());
    }

    @Test
    void claimUnderReviewAgainIsTheResourcesOwn() {
        var claim = published();
        Api.move(Api.editor(), claim, Map.of("to", "in_review")).then().statusCode(201);
        assertThat(assertPrompt("GET", "/v1/claims/" + claim, Map.of()).body()).contains("\"underReview\":true");
    }

    @Test
    void removedRevisionIsTheResourcesOwn() throws SQLException {
        var claim = published();
        RemoveContent.byHand(database, claim, 1);
        assertPrompt("GET", "/v1/claims/" + claim, Map.of());
    }

    @Test
    void knownClaimIsNotSentAgain() {
        var claim = published();
        var path = "/v1/claims/" + claim;
        var etag = ask("GET", path, Map.of()).headers().firstValue("ETag").orElseThrow();
        for (var known : List.of(etag, "W/" + etag, "\"other\", " + etag)) {
            assertThat(assertPrompt("GET", path, Map.of("If-None-Match", known)).statusCode())
                    .isEqualTo(304);
            assertThat(assertPrompt("HEAD", path, Map.of("If-None-Match", known))
                            .statusCode())
                    .isEqualTo(304);
        }
        RemoveContent.correct(claim, "Corrected.");
        assertThat(assertPrompt("GET", path, Map.of("If-None-Match", etag)).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept | text/html | 200",
                "Accept | application/json, text/html | 200",
                "Accept | application/xml | 200",
                "Accept | nothing | 200",
                "Accept | application/json;q=0 | 200",
                "If-None-Match | \" | 400",
                "If-None-Match | a, b | 400",
            })
    void requestThatIsNotPlainIsTheResources(String header, String value, int status) {
        var path = "/v1/claims/" + published();
        assertThat(assertResources("GET", path, Map.of(header, value)).statusCode())
                .isEqualTo(status);
    }

    @Test
    void whoSaysWhoAsksIsTheResources() {
        var path = "/v1/claims/" + published();
        var broken = Map.of("Authorization", "Bearer broken");
        assertThat(ask("GET", path, broken).statusCode()).isEqualTo(401);
        var own = Map.of("Authorization", "Bearer " + Api.token("rita", "reviewer"));
        assertThat(assertResources("GET", path, own).body()).contains("\"submittedBy\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/claims/%s?redirect=false", "/v1/claims/%s?x=1", "/v1/claims/%s/", "/v1/claims/%s/sources"})
    void anotherAddressIsTheResources(String path) {
        assertResources("GET", path.formatted(published()), Map.of());
    }

    @Test
    void claimThatIsNotPlainlyThereIsTheResources() {
        var survivor = published();
        var duplicate = Api.claim(Api.unique("We lost"));
        Api.move(Api.editor(), duplicate, Map.of("to", "duplicate", "duplicateOf", survivor))
                .then()
                .statusCode(201);
        assertThat(assertResources("GET", "/v1/claims/" + duplicate, Map.of()).statusCode())
                .isEqualTo(308);
        var submitted = Api.claim(Api.unique("We lost"));
        assertThat(assertResources("GET", "/v1/claims/" + submitted, Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(assertResources("HEAD", "/v1/claims/" + submitted, Map.of("If-None-Match", "\"1\""))
                        .statusCode())
                .isEqualTo(404);
        assertThat(assertResources("GET", "/v1/claims/" + UUID.randomUUID(), Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(assertResources("GET", "/v1/claims/1-1-1-1-1", Map.of()).statusCode())
                .isEqualTo(400);
    }

    private static String published() {
        var id = Api.claim(Api.unique("The ferry was sold"), Api.uniqueUrl());
        Api.publish(id, "false");
        return id;
    }

    /** The same as the resource's, which does not see it. */
    private static HttpResponse<String> assertPrompt(String method, String path, Map<String, String> headers) {
        int before = RESOURCE_CALLS.get();
        var prompt = ask(method, path, headers);
        assertThat(RESOURCE_CALLS.get()).as("without the resource").isEqualTo(before);
        return assertSame(prompt, method, path, headers);
    }

    private static HttpResponse<String> assertResources(String method, String path, Map<String, String> headers) {
        int before = RESOURCE_CALLS.get();
        var resources = ask(method, path, headers);
        assertThat(RESOURCE_CALLS.get()).as("the resource's").isEqualTo(before + 1);
        return assertSame(resources, method, path, headers);
    }

    private static HttpResponse<String> assertSame(
            HttpResponse<String> one, String method, String path, Map<String, String> headers) {
        int before = RESOURCE_CALLS.get();
        // With "Content-Length: 0": a body, which means nothing in a read, has the framework answer.
        var other = send(path, headers, request -> request.method(method, BodyPublishers.noBody()));
        assertThat(RESOURCE_CALLS.get()).as("the resource's").isEqualTo(before + 1);
        assertThat(one.statusCode()).isEqualTo(other.statusCode());
        assertThat(one.body()).isEqualTo(other.body());
        assertThat(new TreeMap<>(one.headers().map()))
                .isEqualTo(new TreeMap<>(other.headers().map()));
        return one;
    }

    private static HttpResponse<String> ask(String method, String path, Map<String, String> headers) {
        return send(path, headers, method.equals("HEAD") ? HttpRequest.Builder::HEAD : HttpRequest.Builder::GET);
    }

    private static HttpResponse<String> send(
            String path, Map<String, String> headers, UnaryOperator<HttpRequest.Builder> method) {
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("X-Request-Id", "the-same");
        headers.forEach(request::header);
        try {
            return CLIENT.send(method.apply(request).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
