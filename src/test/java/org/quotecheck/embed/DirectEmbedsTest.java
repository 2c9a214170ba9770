package org.quotecheck.embed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;
import org.quotecheck.digest.Sha256;

/** What is answered without the framework is what the framework answers. */
@QuarkusTest
class DirectEmbedsTest extends DirectDoor {

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
        publishedOn(url);
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
            var etag = ask(request.get(0), request.get(1), REQUEST_ID)
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
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

    @Test
    void pageIsTheSameByItsAddress() {
        var url = "https://b\u00fccher.example/" + UUID.randomUUID();
        var claim = publishedOn(url);
        var given = encoded(url);
        for (var query : List.of(
                "url=" + given,
                "url=" + given + "&lang=fr-CA",
                "lang=&url=" + given,
                "&&url=" + given + "&",
                "url=" + given.replace("b%C3%BCcher", "xn--bcher-kva"),
                "url=" + given.replace("https%3A%2F%2F", "http://").replace("%2F", "/") + "%23top",
                "url=" + given + "%3Futm_source%3Dx",
                "url=" + given + "%2F",
                "url=" + given.replace("%C3%BC", "%c3%bc"))) {
            assertSame("/embed/v1/articles", query, REQUEST_ID);
            assertThat(answer("/embed/v1/articles", query, REQUEST_ID).body())
                    .as(query)
                    .contains(claim);
        }
    }

    @Test
    void headIsAnsweredWithoutBody() {
        var claim = Api.claim(Api.unique("We won"));
        Api.publish(claim, "false");
        var etag = ask("/embed/v1/claims", "ids=" + claim, REQUEST_ID)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertSame("HEAD", "/embed/v1/claims", "ids=" + claim, REQUEST_ID);
        assertSame("HEAD", "/embed/v1/claims", "ids=" + claim, Map.of("x-request-id", "same", "if-none-match", etag));
        assertSame("HEAD", "/embed/v1/claims", "ids=x", REQUEST_ID);
        assertSame("HEAD", "/embed/v1/quotecheck.js", "", REQUEST_ID);
    }

    @Test
    void everyScriptIsTheSameUnderItsHash() {
        for (var widget : Widget.values()) {
            assertSame(widget.pinnedPath(), "", REQUEST_ID);
            assertSame(widget.pinnedPath(), "x=1", Map.of("x-request-id", "same", "if-none-match", widget.etag()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/json",
                "image/png",
                "application/xml;q=0.9, */*;q=0.1",
                "application/json;q=0",
                "text/html",
                "text/html,application/xhtml+xml,*/*;q=0.8"
            })
    void whateverIsAcceptedTheAnswerIsTheSame(String accepted) {
        var headers = Map.of("x-request-id", "same", "accept", accepted);
        assertSame("/embed/v1/claims", "ids=" + UUID.randomUUID(), headers);
        assertSame("/embed/v1/claims", "ids=x", headers);
        assertSame("/embed/v1/nowhere", "", headers);
        if (!accepted.contains("text/")) {
            assertSame("/wp-login.php", "", headers);
        }
    }

    @Test
    void otherHeadersAreTheSame() {
        for (var header : List.of(
                Map.entry("if-none-match", "x"),
                Map.entry("if-none-match", ""),
                Map.entry("if-modified-since", "Mon, 05 Jan 2026 10:00:00 GMT"),
                Map.entry("range", "bytes=0-1"),
                Map.entry("authorization", "Bearer x"),
                Map.entry("authorization", "Basic eDp5"),
                Map.entry("cookie", "a=b"),
                Map.entry("origin", "https://daily.example"),
                Map.entry("accept-encoding", "gzip, br"),
                Map.entry("x-http-method-override", "DELETE"),
                Map.entry("x-forwarded-for", "192.0.2.7"))) {
            var headers = Map.of("x-request-id", "same", header.getKey(), header.getValue());
            assertSame("/embed/v1/claims", "ids=" + UUID.randomUUID(), headers);
            assertSame("/embed/v1/articles", "url=https://news.example/", headers);
            assertSame("/embed/v1/articles", "url=x", headers);
            assertSame("/embed/v1/quotecheck.js", "", headers);
            assertSame("/wp-login.php", "", headers);
        }
    }

    @Test
    void withTheFrameworkAChangeIsSeenAtOnce() {
        var claim = Api.claim(Api.unique("We won"));
        Api.publish(claim, "false");
        direct.join();
        assertSame("/embed/v1/claims", "ids=" + claim, REQUEST_ID);
        var before = answer("/embed/v1/claims", "ids=" + claim, REQUEST_ID);
        Api.move(Api.editor(), claim, Map.of("to", "in_review")).then().statusCode(201);
        assertThat(answer("/embed/v1/claims", "ids=" + claim, REQUEST_ID).body())
                .contains("underReview")
                .isNotEqualTo(before.body());
        assertSame("/embed/v1/claims", "ids=" + claim, REQUEST_ID);
        assertSame("/embed/v1/articles", "url=https://news.example/", REQUEST_ID);
        assertSame("/wp-login.php", "", REQUEST_ID);
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
        assertThat(direct.answer(new DirectRequest("GET", "/embed/v1/claims", "ids=" + id, Map.of())))
                .isEmpty();
        assertThat(logged).singleElement().asString().doesNotContain(id).doesNotContain("\n");
    }

    private static String publishedOn(String url) {
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
        return claim;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
