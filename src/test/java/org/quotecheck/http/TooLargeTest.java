package org.quotecheck.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** The limits of openapi.yaml in bytes of UTF-8: text 1 MiB, html 3 MiB, body 4 MiB, and the server's own beyond. */
@QuarkusTest
class TooLargeTest {

    private static final int MIB = 1024 * 1024;

    @Test
    void oneMebibyteOfTextIsAccepted() {
        assertThat(submit("text", "a".repeat(MIB))).isEqualTo(201);
        assertThat(submit("text", "é".repeat(MIB / 2))).isEqualTo(201);
    }

    @Test
    void moreTextIsRefused() {
        assertThat(submit("text", "a".repeat(MIB + 1))).isEqualTo(413);
        assertThat(submit("text", "é".repeat(MIB / 2) + "a")).isEqualTo(413);
    }

    @Test
    void threeMebibytesOfHtmlAreAccepted() {
        var end = "-->Words.";
        assertThat(submit("html", "<!--" + "a".repeat(3 * MIB - 4 - end.length()) + end))
                .isEqualTo(201);
    }

    @Test
    void moreHtmlIsRefused() {
        assertThat(submit("html", "<!--" + "a".repeat(3 * MIB) + "-->Words.")).isEqualTo(413);
        assertThat(submit("html", "<p>" + "a".repeat(MIB + 1)))
                .as("the text in it")
                .isEqualTo(413);
    }

    @ParameterizedTest
    @EnumSource
    void bodyOverFourMebibytesIsRefused(Door door) {
        var body = door.body() + " ".repeat(4 * MIB - door.body().length());
        assertThat(door.send(body.getBytes(UTF_8), "application/json").statusCode())
                .isIn(200, 201);
        refused(door.send((body + " ").getBytes(UTF_8), "application/json"), 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/claims", "/v1/articles", "/v1/extractions", "/dev/tokens", "/nowhere"})
    void bodyOverTheServersLimitIsAProblemToo(String path) throws IOException {
        for (boolean chunked : new boolean[] {false, true}) {
            var answer = raw(path, 6 * MIB + 1, chunked);
            var head = answer.substring(0, answer.indexOf("\r\n\r\n"));
            assertThat(head)
                    .as("chunked: %s", chunked)
                    .startsWith(path.equals("/nowhere") && chunked ? "HTTP/1.1 404" : "HTTP/1.1 413")
                    .containsIgnoringCase("content-type: application/problem+json")
                    .containsIgnoringCase("x-content-type-options: nosniff");
            var problem = JsonPath.from(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
            assertThat(problem.getString("instance")).isEqualTo(path);
            assertThat(problem.getString("type"))
                    .isEqualTo(path.equals("/nowhere") && chunked ? "/problems/not-found" : "/problems/too-large");
            assertThat(problem.getString("title")).isNotBlank();
            assertThat(problem.getString("detail")).isNotBlank();
        }
    }

    /** Over a bare socket, because clients give up when they are answered while they still send. */
    private static String raw(String path, int size, boolean chunked) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(240_000);
            var out = socket.getOutputStream();
            // who reads nothing of the body does not hang up either, unless it is asked to
            out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                            + (path.equals("/nowhere") ? "Connection: close\r\n" : "")
                            + "Content-Type: application/json\r\nAuthorization: Bearer " + Api.token("rita", "reviewer")
                            + (chunked ? "\r\nTransfer-Encoding: chunked" : "\r\nContent-Length: " + size) + "\r\n\r\n")
                    .getBytes(US_ASCII));
            var piece = new byte[64 * 1024];
            Arrays.fill(piece, (byte) ' ');
            try {
                for (int sent = 0; sent < size; sent += piece.length) {
                    if (chunked) {
                        out.write((Integer.toHexString(piece.length) + "\r\n").getBytes(US_ASCII));
                    }
                    out.write(piece, 0, chunked ? piece.length : Math.min(piece.length, size - sent));
                    if (chunked) {
                        out.write("\r\n".getBytes(US_ASCII));
                    }
                }
                out.write(chunked ? "0\r\n\r\n".getBytes(US_ASCII) : new byte[0]);
                out.flush();
            } catch (IOException e) {
                // answered and closed already: the answer is there to read
            }
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static int submit(String member, String value) {
        var url = Api.uniqueUrl();
        var response = Api.submitter()
                .contentType("application/json")
                .body(Map.of("url", url, member, value))
                .post("/v1/articles");
        if (response.statusCode() != 201) {
            refused(response, 413);
            Api.nobody()
                    .queryParam("url", url)
                    .get("/v1/articles/by-url")
                    .then()
                    .statusCode(404);
        }
        return response.statusCode();
    }
}
