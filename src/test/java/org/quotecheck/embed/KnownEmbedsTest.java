package org.quotecheck.embed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** What lies in memory is answered as the resource answers it, without it. */
@QuarkusTest
class KnownEmbedsTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final AtomicInteger RESOURCE_CALLS = new AtomicInteger();

    /** Sees what reaches the framework. */
    static class Counter {
        @ServerRequestFilter
        void count(ContainerRequestContext context) {
            if (context.getUriInfo().getPath().startsWith("/embed/v1/")) {
                RESOURCE_CALLS.incrementAndGet();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "claims?ids=%s | - | -",
                "claims?ids=%s&lang=de | - | -",
                "claims?ids=%s%%2c%s | - | -",
                "claims?lang=&ids=%s | Accept | text/html",
                "claims?ids=%s | Accept | nothing",
                "claims?ids=%s | Accept | application/json;q=0",
                "claims?ids=%s | Accept-Encoding | gzip",
                "claims?ids=%s | Authorization | Bearer broken",
                "claims?ids=%s | Origin | https://desk.example:8443",
                "claims?ids=%s | Range | bytes=0-3",
                "claims?ids=%s | If-None-Match | *",
                "claims?ids=%s | If-None-Match | \"another\", W/\"one\"",
                "claims?ids=00000000-0000-7000-8000-000000000000 | - | -",
                "articles?url=https%%3A%%2F%%2Fnews.example%%2F%s | - | -",
                "articles?urlHash=0000000000000000000000000000000000000000000000000000000000000000 | - | -",
            })
    void answerIsTheResourcesOwn(String asked, String header, String value) {
        var id = published();
        var path = "/embed/v1/" + asked.formatted(id, id);
        var headers = header == null ? Map.<String, String>of() : Map.of(header, value);
        int before = RESOURCE_CALLS.get();
        var read = ask(path, headers);
        assertThat(RESOURCE_CALLS.get()).as("read by the resource").isEqualTo(before + 1);
        var known = ask(path, headers);
        assertThat(RESOURCE_CALLS.get()).as("known").isEqualTo(before + 1);
        assertSame(known, read);
        var etag = Map.of("If-None-Match", read.headers().firstValue("ETag").orElseThrow());
        var unchanged = ask(path, etag);
        assertThat(unchanged.statusCode()).isEqualTo(304);
        published();
        assertSame(unchanged, ask(path, etag));
        assertThat(RESOURCE_CALLS.get()).as("forgotten").isEqualTo(before + 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claims",
                "claims?ids=",
                "claims?ids=x",
                "claims?ids=%ff",
                "claims?id=1",
                "claims?ids=1&ids=2",
                "articles?url=x",
                "articles?urlHash=AB",
                "articles?url=https://a.example/&urlHash=0",
                "nothing",
                "claims/",
                "quotecheck.js?x"
            })
    void whatIsRefusedOrNotThereIsTheFrameworks(String asked) {
        published();
        var path = "/embed/v1/" + asked;
        assertSame(ask(path, Map.of()), ask(path, Map.of()));
        assertThat(ask(path, Map.of()).statusCode()).isIn(200, 400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"a", "W/", "a, b"})
    void entityTagThatCannotBeReadIsRefused(String tag) {
        var path = "/embed/v1/claims?ids=" + published();
        ask(path, Map.of());
        assertThat(ask(path, Map.of("If-None-Match", tag)).statusCode()).isEqualTo(400);
    }

    private static String published() {
        var id = Api.claim(Api.unique("The ferry was sold"));
        Api.publish(id, "false");
        return id;
    }

    private static void assertSame(HttpResponse<String> one, HttpResponse<String> other) {
        assertThat(one.statusCode()).isEqualTo(other.statusCode());
        assertThat(one.body()).isEqualTo(other.body());
        assertThat(new TreeMap<>(one.headers().map()))
                .isEqualTo(new TreeMap<>(other.headers().map()));
    }

    private static HttpResponse<String> ask(String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("X-Request-Id", "the-same");
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
