package org.quotecheck.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;

/**
 * Methods, targets and headers that are allowed and rare, or not: each by itself, at what everybody and what few may
 * read.
 */
@QuarkusTest
class OddRequestTest {

    private static final List<String> LINES = List.of(
            "TRACE %s HTTP/1.1",
            "CONNECT %s HTTP/1.1",
            "CONNECT a:443 HTTP/1.1",
            "BREW %s HTTP/1.1",
            "get %s HTTP/1.1",
            "PROPFIND %s HTTP/1.1",
            "PATCH %s HTTP/1.1",
            "PRI * HTTP/2.0",
            "GET * HTTP/1.1",
            "GET http://evil.example%s HTTP/1.1",
            "GET HTTP://evil.example:99999%s HTTP/1.1",
            "GET http://sam@evil.example%s HTTP/1.1",
            "GET http://%s HTTP/1.1",
            "GET https:/%s HTTP/1.1",
            "GET javascript:%s HTTP/1.1",
            "GET ?%s HTTP/1.1",
            "GET #%s HTTP/1.1",
            "GET %s#fragment HTTP/1.1",
            "GET %s?#a?b#c HTTP/1.1",
            "GET %s;x=1/y HTTP/1.1",
            "GET %s/%%2e%%2e HTTP/1.1",
            "GET %s/%%252e HTTP/1.1",
            "GET %s/..;/ HTTP/1.1",
            "GET \\%s HTTP/1.1",
            "GET %s\\ HTTP/1.1",
            "GET %s%%00 HTTP/1.1",
            "GET %s%%0d%%0aX: HTTP/1.1",
            "GET %s/{id}/<x>|^`\" HTTP/1.1",
            "GET %s\u00e4 HTTP/1.1",
            "GET %s?a[]=1&b={c} HTTP/1.1",
            "GET %s?&&&==&%%3d HTTP/1.1",
            "GET %s HTTP/1.2",
            "GET %s http/1.1",
            "HEAD %s HTTP/1.1",
            "OPTIONS %s HTTP/1.1");

    private static final List<String> HEADERS = List.of(
            "Accept: \u0080/\u00ff",
            "Accept: text/html;q=2;q=;=, */*;q=-1",
            "Accept: " + "a/b,".repeat(3_000),
            "Accept-Language: *;q=x, -, \u00e4, en-" + "x-".repeat(900),
            "Accept-Charset: utf-7",
            "Accept-Encoding: *;q=0, identity;q=0",
            "If-None-Match: \"",
            "If-None-Match: W/W/\"a\"",
            "If-None-Match: *, \"a\"",
            "If-None-Match: \"a\" \"b\"",
            "If-None-Match: \"a\"\r\nIf-None-Match: \"b\"",
            "If-Match: \"\u0080\", W/",
            "If-Modified-Since: yesterday",
            "If-Modified-Since: Thu, 99 Foo 9999999 99:99:99 XYZ",
            "If-Unmodified-Since: 0",
            "If-Range: \"a\r\n b\"",
            "Range: bytes=0-0",
            "Range: bytes=9-1,-,5-99999999999999999999",
            "Range: chapters=1-2",
            "Expect: 100-continue",
            "Expect: the-unexpected",
            "TE: trailers, chunked;q=x",
            "Trailer: Host",
            "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x",
            "Connection: X-Forwarded-For, Authorization, close",
            "Keep-Alive: timeout=-1",
            "Content-Type: a\r\nContent-Type: b",
            "Content-Language: ?",
            "Content-Length: 4\r\nContent-Encoding: gzip",
            "Cookie: a=b; =; ;; \"x",
            "Cookie: " + "a=b;".repeat(3_000),
            "Authorization: Bearer a b c",
            "Authorization: Bearer \u00e4",
            "Authorization: Bearer " + ".".repeat(9_000),
            "Authorization: Bearer a.b.c\r\nAuthorization: Bearer d.e.f",
            "Authorization: Digest username=\"",
            "Origin: null",
            "Origin: http://\u00e4 b\"",
            "Origin: https://evil.example\r\nAccess-Control-Request-Method: x y\r\nAccess-Control-Request-Headers: ,,:",
            "X-Request-Id: " + "x".repeat(5_000),
            "X-Request-Id: \u0080\u00ff\"<script>",
            "X-Forwarded-For: , 999.1.1.1, [::1]:x, unknown, \u00e4",
            "X-Forwarded-For: ::ffff:1.2.3.4%25eth0",
            "X-Forwarded-Proto: javascript\r\nX-Forwarded-Host: evil.example\"\r\nX-Forwarded-Port: -1",
            "X-Forwarded-Prefix: //evil.example",
            "Forwarded: for=\"[::1;proto=,by",
            "Forwarded: for=1.2.3.4;host=\"a b\"",
            "X-HTTP-Method-Override: DELETE",
            "Idempotency-Key: \"\u00e4\"",
            "MCP-Protocol-Version: \u00ff",
            "Max-Forwards: -1",
            "Via: \u0080",
            "X: \u00ff\u0080",
            "traceparent: 00-zz-x-01",
            ": x",
            "A b: c",
            "\u00e4: b",
            "X-Empty:",
            " X: y");

    @Inject
    MeterRegistry metrics;

    @TestHTTPResource("/")
    URI service;

    @Test
    void everyAnswerIsOurs() throws IOException {
        var editor = "Authorization: Bearer " + Api.token("una", "editor") + "\r\n";
        var wrong = new ArrayList<String>();
        for (var path : List.of("/v1/review-queue", "/v1/claims", "/embed/v1/claims?ids=x", "/claims/x", "/")) {
            var requests = Stream.concat(
                            LINES.stream()
                                    .map(line -> line.formatted(path.replaceAll("[?].*", "")) + "\r\nHost: a\r\n"),
                            HEADERS.stream()
                                    .map(header -> "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + header + "\r\n"))
                    .toList();
            for (var request : requests) {
                var answer =
                        send(request + (request.contains("Authorization") ? "" : editor) + "Connection: close\r\n\r\n");
                var told = request.replace("\r\n", "~").replaceAll("(.{150}).*", "$1...") + " -> "
                        + answer.replaceAll("(?s)\r\n.*", "");
                if (!isOurs(answer, path)) {
                    wrong.add(told + " " + answer.substring(0, Math.min(700, answer.length())));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** A hundred of them are all that the metrics take, and then no operation is measured any more. */
    @Test
    void pathsOfStrangersAreNotMeasured() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(send("GET /made-up-" + i + " HTTP/1.1\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 400");
            Api.nobody().get("/v1/claims?made-up-" + i + "=1").then().statusCode(400);
            Api.nobody().put("/problems/made-up-" + i).then().statusCode(405);
        }
        Api.nobody().get("/v1/ratings").then().statusCode(200);
        var uris = metrics.find("http.server.requests").timers().stream()
                .map(timer -> timer.getId().getTag("uri"))
                .toList();
        assertThat(uris).contains("/v1/ratings").noneMatch(uri -> uri.contains("made-up"));
    }

    private static boolean isOurs(String answer, String path) {
        var lower = answer.toLowerCase();
        if (!lower.startsWith("http/1.1 ") || lower.startsWith("http/1.1 100")) {
            return false;
        }
        int status = Integer.parseInt(answer.substring(9, 12));
        boolean isKept = lower.contains("cache-control: public");
        return status < 500
                && lower.contains("x-request-id: ")
                && lower.contains("x-content-type-options: nosniff")
                && !answer.contains("X-Evil")
                && !lower.substring(0, Math.max(0, lower.indexOf("\r\n\r\n"))).contains("evil.example\"")
                && !(isKept && (status >= 400 || path.startsWith("/v1/review-queue")))
                && (status < 400
                        || lower.contains("/problems/")
                        || !lower.contains("content-length")
                        || lower.contains("text/html"));
    }

    private String send(String request) {
        try {
            return Wire.answer(service, request);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
