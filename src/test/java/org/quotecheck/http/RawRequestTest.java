package org.quotecheck.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/**
 * Requests that no client library would send: each gets a problem with our headers, and none a stack trace in the log.
 */
@QuarkusTest
class RawRequestTest {

    private static final String MATCH =
            "POST /v1/claims/match HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";

    @TestHTTPResource("/")
    URI service;

    private final ConcurrentLinkedQueue<LogRecord> logged = new ConcurrentLinkedQueue<>();
    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                logged.add(line);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(log);
    }

    @AfterEach
    void nothingWasLogged() {
        Logger.getLogger("").removeHandler(log);
        assertThat(logged).extracting(LogRecord::getMessage).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | GET /v1/claims HTTP/1.1~~",
                "400 | GET /v1/claims HTTP/1.1~Host: a b~~",
                "400 | GET /v1/claims HTTP/1.1~Host:~~",
                "400 | GET /v1/claims HTTP/1.1~Host: <x>~~",
                "400 | GET /v1/claims/x HTTP/1.0~~",
                "400 | GET /v1/claims HTTP/1.0~~",
                "400 | GET /v1/claims/%zz HTTP/1.1~Host: a~~",
                "400 | GET /claims/% HTTP/1.1~Host: a~~",
                "400 | GET /v1/claims?q=%f HTTP/1.1~Host: a~~",
                "400 | GET /v1/claims?q=%ff HTTP/1.1~Host: a~~",
                "400 | GET /v1/claims?q=%c3%28 HTTP/1.1~Host: a~~",
                "400 | GET /v1/claims?%ff=1 HTTP/1.1~Host: a~~",
                "404 | OPTIONS * HTTP/1.1~Host: a~~",
                "404 | GET v1/claims HTTP/1.1~Host: a~~",
                "404 | GET /v1/nowhere HTTP/1.1~Host: a~Accept: a/b/c~~",
                "400 | GET /v1/claims/x HTTP/1.1~Host: a~Accept: ;;~~",
                "404 | GET /nowhere HTTP/1.1~Host: a~Accept: */~~",
                "404 | GET /nowhere HTTP/1.1~Host: a~Accept: text/html;q=,;~~",
                "400 | NOT HTTP~~",
                "400 | GET /v1/claims HTTP/1.1~Host: a~No colon~~",
                "400 | GET /v1/claims HTTP/1.1~Host: a~B\u0001d: x~~"
            })
    void badRequestIsAProblem(int status, String request) throws IOException {
        var answer = send(request.replace("~", "\r\n"));
        assertThat(answer).startsWith("HTTP/1.").contains(" " + status + " ");
        isOurs(answer);
    }

    @ParameterizedTest
    @CsvSource({"20000, 414", "100000, 414"})
    void longAddressIsAProblem(int length, int status) throws IOException {
        isOurs(send("GET /v1/claims?q=" + "a".repeat(length) + " HTTP/1.1\r\nHost: a\r\n\r\n"), status);
    }

    @ParameterizedTest
    @ValueSource(ints = {20_000, 100_000})
    void longHeadersAreAProblem(int length) throws IOException {
        isOurs(send("GET /v1/claims HTTP/1.1\r\nHost: a\r\nX-Much: " + "a".repeat(length) + "\r\n\r\n"), 431);
        isOurs(send("GET /v1/claims HTTP/1.1\r\nHost: a\r\n" + "X-Many: a\r\n".repeat(length / 7) + "\r\n"), 431);
    }

    /** Client libraries tidy these up. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//v1/review-queue",
                "/v1//review-queue",
                "/v1/review-queue//",
                "/embed/../v1/review-queue",
                "/./v1/review-queue",
                "/v1/review-queue/.",
                "/v1/x/../review-queue",
                "http://a//v1/review-queue"
            })
    void anotherSpellingOfAPathNamesNothing(String path) throws IOException {
        var token = Api.token("una", "editor");
        isOurs(send("GET " + path + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token + "\r\n\r\n"), 404);
    }

    @Test
    void compressedBodyIsRefused() throws IOException {
        var answer = send(MATCH + "Content-Encoding: gzip\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        isOurs(answer, 415);
        assertThat(answer.toLowerCase()).contains("accept-encoding: identity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"zz\r\n{}\r\n0\r\n\r\n", "-1\r\n{}\r\n", "2\r\n{}X\r\n0\r\n\r\n", "ffffffffffffffff\r\n{}\r\n"})
    void brokenChunksEndTheConnection(String chunks) throws IOException {
        var answer = send(MATCH + "Transfer-Encoding: chunked\r\n\r\n" + chunks);
        assertThat(answer).doesNotContain("500").doesNotContain("Exception");
    }

    @Test
    void twoLengthsEndTheConnection() throws IOException {
        var smuggled = "GET /q/health/live HTTP/1.1\r\nHost: a\r\n\r\n";
        for (var headers : new String[] {
            "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 7\r\n",
            "Content-Length: 2\r\nContent-Length: 7\r\n",
        }) {
            var answer = send(MATCH + headers + "\r\n2\r\n{}\r\n0\r\n\r\n" + smuggled);
            isOurs(answer, 400);
            assertThat(answer.split("HTTP/1.1 ", -1)).as("one answer").hasSize(2);
        }
    }

    private static void isOurs(String answer, int status) {
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        isOurs(answer);
    }

    private static void isOurs(String answer) {
        var lower = answer.toLowerCase();
        assertThat(lower).contains("x-request-id: ").contains("x-content-type-options: nosniff");
        if (!answer.contains(" 200 ")) {
            assertThat(lower).contains("application/problem+json").contains("cache-control: no-store");
            assertThat(answer).contains("\"type\":\"/problems/").doesNotContain("Exception");
        }
    }

    private String send(String request) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
            socket.getOutputStream()
                    .write(request.replaceFirst("\r\n\r\n", "\r\nConnection: close\r\n\r\n")
                            .getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
