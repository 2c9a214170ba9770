package org.quotecheck.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a connection may take over a request, and what it gets when that cannot be read. */
class ConnectionGuardTest {

    private int connections = 1;
    private final EmbeddedChannel connection = new EmbeddedChannel(
            new HttpRequestDecoder(), new HttpResponseEncoder(), new ConnectionGuard(() -> connections));

    ConnectionGuardTest() {
        connection.freezeTime();
    }

    @Test
    void idleConnectionEnds() {
        pass(59);
        assertThat(connection.isOpen()).isTrue();
        pass(2);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void headersThatTrickleEnd() {
        receive("GET / HTTP/1.1\r\nHost: a\r\n");
        for (int i = 0; i < 12 && connection.isOpen(); i++) {
            pass(10);
            if (connection.isOpen()) {
                receive("X-" + i + ": a\r\n");
            }
        }
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void bodyThatTricklesEnds() {
        receive("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n");
        int seconds = 0;
        while (connection.isOpen() && seconds < 120) {
            receive("x");
            pass(1);
            seconds++;
        }
        assertThat(seconds).isBetween(59, 62);
    }

    @Test
    void chunksThatTrickleEnd() {
        receive("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
        int seconds = 0;
        while (connection.isOpen() && seconds < 120) {
            receive("1\r\nx\r\n");
            pass(1);
            seconds++;
        }
        assertThat(seconds).isBetween(59, 62);
    }

    @Test
    void trailersThatTrickleEnd() {
        receive("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n");
        int seconds = 0;
        while (connection.isOpen() && seconds < 120) {
            receive("X-" + seconds + ": a\r\n");
            pass(1);
            seconds++;
        }
        assertThat(seconds).isBetween(59, 62);
    }

    @Test
    void answerThatNobodyTakesEnds() {
        receive("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        pass(14);
        readsNothing();
        answer();
        pass(45);
        assertThat(connection.isOpen()).isTrue();
        pass(2);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void whoAsksAndReadsNothingIsNotAskedForMore() {
        receive("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        connection.releaseInbound();
        readsNothing();
        answer();
        receive("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(connection.isOpen()).isFalse();
        assertThat(connection.<Object>readInbound()).isNull();
    }

    @Test
    void idleConnectionsEndSoonerWhereThereAreMany() throws IOException {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src", "main", "resources", "application.properties"))) {
            settings.load(file);
        }
        assertThat(Integer.parseInt(settings.getProperty("quarkus.http.limits.max-connections")))
                .isEqualTo(2 * ConnectionGuard.MANY);
        connections = ConnectionGuard.MANY + 1;
        receive("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        pass(14);
        assertThat(connection.isOpen()).as("it waits for its answer").isTrue();
        answer();
        pass(11);
        assertThat(connection.isOpen()).isFalse();
    }

    private void readsNothing() {
        connection.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
    }

    private void answer() {
        var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        answer.headers().set("Content-Length", 0);
        connection.writeOutbound(answer);
    }

    @Test
    void connectionThatIsUsedGoesOn() {
        for (int i = 0; i < 10; i++) {
            receive("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            pass(50);
        }
        assertThat(connection.isOpen()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NO~~ | 400",
                "GET /%zz HTTP/1.1~Host: a~~ | 400",
                "GET /?q=% HTTP/1.1~Host: a~~ | 400",
                "GET / HTTP/1.1~No colon~~ | 400",
                "POST / HTTP/1.1~Content-Length: 3~Transfer-Encoding: chunked~~ | 400",
                "POST / HTTP/1.1~Content-Length: -1~~ | 400",
                "POST / HTTP/1.1~Content-Length: 1~Content-Length: 2~~ | 400"
            })
    void whatCannotBeReadIsAProblemAndTheEnd(String request, int status) {
        receive(request.replace("~", "\r\n"));
        isRefused(status);
    }

    @Test
    void whatIsTooLongIsAProblemAndTheEnd() {
        receive("GET /" + "a".repeat(10_000) + " HTTP/1.1\r\n");
        isRefused(414);
        var other = new ConnectionGuardTest();
        other.receive("GET / HTTP/1.1\r\nX: " + "a".repeat(10_000) + "\r\n\r\n");
        other.isRefused(431);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz~", "-1~", "2~{}X~", "ffffffffffffffff~"})
    void bodyThatCannotBeReadToItsEndIsAProblemAndTheEnd(String chunks) {
        receive("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n");
        connection.releaseInbound();
        receive(chunks.replace("~", "\r\n"));
        connection.releaseInbound();
        isRefused(400);
    }

    @Test
    void problemComesAfterTheAnswersBeforeIt() {
        receive("GET / HTTP/1.1\r\nHost: a\r\n\r\nNO\r\n\r\n");
        assertThat(connection.<Object>readOutbound()).isNull();
        connection.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        assertThat(sent()).startsWith("HTTP/1.1 100").doesNotContain("HTTP/1.1 400");
        connection.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NO_CONTENT));
        assertThat(sent()).startsWith("HTTP/1.1 204").contains("HTTP/1.1 400");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void answerThatSaysSoIsTheLast() {
        receive("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        answer.headers().set("Connection", "close");
        connection.writeOutbound(answer);
        assertThat(sent()).startsWith("HTTP/1.1 200");
        assertThat(connection.isOpen()).isFalse();
    }

    private String sent() {
        var text = new StringBuilder();
        for (ByteBuf part = connection.readOutbound(); part != null; part = connection.readOutbound()) {
            text.append(part.toString(US_ASCII));
            part.release();
        }
        return text.toString();
    }

    private void isRefused(int status) {
        assertThat(sent())
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("x-request-id: ")
                .containsIgnoringCase("cache-control: no-store")
                .contains("\"type\":\"/problems/");
        assertThat(connection.isOpen()).isFalse();
        assertThat(connection.<Object>readInbound()).isNull();
    }

    private void receive(String text) {
        connection.writeInbound(Unpooled.copiedBuffer(text, US_ASCII));
    }

    private void pass(int seconds) {
        connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();
    }
}
