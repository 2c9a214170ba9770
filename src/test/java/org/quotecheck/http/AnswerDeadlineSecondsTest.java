package org.quotecheck.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quotecheck.http.AnswerDeadline.Running;

/** What a request waited for before the service had it is taken off its time. */
class AnswerDeadlineSecondsTest {

    private static final long MOST = 10;

    /** Without a body. */
    private static final HttpServerRequest REQUEST = (HttpServerRequest) Proxy.newProxyInstance(
            HttpServerRequest.class.getClassLoader(),
            new Class<?>[] {HttpServerRequest.class},
            (proxy, method, arguments) -> method.getName().equals("bytesRead") ? 0L : null);

    @AfterEach
    void goOn() {
        Thread.interrupted();
    }

    @Test
    void requestThatWaitedForNothingHasAllItsTime() {
        assertThat(secondsOf(new Running(REQUEST, 0))).isEqualTo(10);
    }

    @Test
    void requestThatWaitedBeforeHasLess() {
        assertThat(secondsOf(new Running(REQUEST, 4))).isEqualTo(6);
    }

    @Test
    void requestWhoseTimeIsOverIsInterruptedAtOnce() {
        assertThat(secondsOf(new Running(REQUEST, 25))).isEqualTo(1);
    }

    private static int secondsOf(Running running) {
        running.on(Thread.currentThread());
        int seconds = 0;
        while (!Thread.currentThread().isInterrupted()) {
            running.second(MOST);
            seconds++;
        }
        return seconds;
    }
}
