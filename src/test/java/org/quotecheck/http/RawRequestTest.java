package org.quotecheck.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
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
                "400 | GET /v1/claims HTTP/1.1~Host: a~ b~~",
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

    /** A widget's page would otherwise learn of a network failure only. */
    @ParameterizedTest
    @ValueSource(strings = {"/embed/v1/claims?ids=%", "/v1/claims?q=%f", "/v1/claims?limit=%zz"})
    void brokenQueryIsRefusedForAnyPageToRead(String address) throws IOException {
        var answer = send("GET " + address + " HTTP/1.1\r\nHost: a\r\nOrigin: https://page.example\r\n\r\n");
        isOurs(answer, 400);
        assertThat(answer.toLowerCase()).containsOnlyOnce("access-control-allow-origin: *");
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
    void brokenChunksAreAProblemAndTheEnd(String chunks) throws IOException {
        var answer = raw(MATCH + "Transfer-Encoding: chunked\r\n\r\n" + chunks + "GET /q/health/live HTTP/1.1\r\n\r\n");
        isOurs(answer, 400);
        isOne(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /v1/claims/match HTTP/1.1~Host: a~Content-Length: 2~Transfer-Encoding: chunked~~0~~",
                "POST /v1/claims/match HTTP/1.1~Host: a~Transfer-Encoding: gzip, chunked~~0~~",
                "POST /v1/claims/match HTTP/1.1~Host: a~Transfer-Encoding: chunked, identity~~0~~",
                "POST /v1/claims/match HTTP/1.1~Host: a~Transfer-Encoding: identity~~{}",
                "POST /v1/claims/match HTTP/1.1~Host: a~Transfer-Encoding: chunked~Transfer-Encoding: chunked~~0~~",
                "POST /v1/claims/match HTTP/1.1~Host: a~Transfer-Encoding : chunked~~0~~",
                "POST /v1/claims/match HTTP/1.1~Host: a~Transfer-Encoding: \u000bchunked~~0~~",
                "POST /v1/claims/match HTTP/1.0~Host: a~Transfer-Encoding: chunked~~0~~",
                "POST /v1/claims/match HTTP/1.1~Host: a~Content-Length: +2~~{}",
                "POST /v1/claims/match HTTP/1.1~Host: a~Content-Length: 0x2~~{}",
                "POST /v1/claims/match HTTP/1.1~Host: a~Content-Length: 2, 3~~{}",
                "POST /v1/claims/match HTTP/1.1~Host: a~Content-Length: -2~~{}",
                "POST /v1/claims/match HTTP/1.1~Host: a~Content-Length: 99999999999999999999~~{}",
                "POST /v1/claims/match HTTP/1.1~Host: a~Content-Length: ~~{}",
                "POST /v1/claims/match HTTP/1.1~Host: a~Content-Length: 2~Content-Length: 3~~{}",
                "POST /v1/claims/match HTTP/1.1~Host: a~Content-Length : 2~~{}",
                "GET /v1/claims HTTP/1.1~Host: a~Host: b~~",
                "GET /v1/claims HTTP/1.1~Host: a~X: b\rY: c~~",
                "GET /v1/claims HTTP/1.1~Host: a~X: b\u0000c~~",
                "GET /v1/claims HTTP/1.1\nHost: a\n\n",
                "GET /v1/claims HTTP/1.1~Host: a\nX: b~~",
                "GET /v1/claims HTTP/9.9~Host: a~~",
                "GET /v1/claims x HTTP/1.1~Host: a~~",
                "G\u0001T /v1/claims HTTP/1.1~Host: a~~",
                "GET /v1/claims~Host: a~~"
            })
    void whatTwoProgramsReadInTwoWaysIsAProblemAndTheEnd(String request) throws IOException {
        var answer = raw(request.replace("~", "\r\n") + "GET /q/health/live HTTP/1.1\r\nHost: a\r\n\r\n");
        isOurs(answer, 400);
        isOne(answer);
    }

    /**
     * As RFC 9112, sections 3 and 5.2, allows: more blanks between the first line's words, and a value of two lines.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET  /v1/claims  HTTP/1.1~Host: a~~",
                "GET /v1/claims HTTP/1.1~Host: a~X: b~ c~~",
                "GET /v1/claims HTTP/1.1~Host: a~X: b~\tTransfer-Encoding: chunked~~"
            })
    void whatAllReadInOneWayIsAnswered(String request) throws IOException {
        var answer = send(request.replace("~", "\r\n"));
        isOurs(answer, 200);
        isOne(answer);
    }

    @Test
    void answersKeepTheirOrder() throws IOException {
        var good = "GET /v1/claims HTTP/1.1\r\nHost: a\r\n\r\n";
        var answer = raw(good + good + "GET /% HTTP/1.1\r\nHost: a\r\n\r\n" + good);
        var answers = answer.split("HTTP/1.1 ", -1);
        assertThat(answers).hasSize(4);
        assertThat(answers[1]).startsWith("200");
        assertThat(answers[2]).startsWith("200");
        assertThat(answers[3]).startsWith("400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "x", "gzip, identity", "identity, gzip"})
    void codedBodyIsRefusedByFormsToo(String coding) throws IOException {
        var form = "POST /claims/019a0000-0000-7000-8000-000000000001/reports HTTP/1.1\r\nHost: a\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 2\r\n";
        isOurs(send(form + "Content-Encoding: " + coding + "\r\n\r\na="), 415);
        isOurs(send(MATCH + "Content-Length: 2\r\nContent-Encoding: " + coding + "\r\n\r\n{}"), 415);
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

    private static void isOne(String answer) {
        assertThat(answer.split("HTTP/1.1 ", -1)).as("one answer").hasSize(2);
    }

    private String send(String request) throws IOException {
        return raw(request.replaceFirst("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
    }

    /** As it stands; ends when the service closes the connection. */
    private String raw(String request) throws IOException {
        return Wire.answer(service, request);
    }
}
