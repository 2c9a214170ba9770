package org.quotecheck.lambda;

import io.quarkus.amazon.lambda.runtime.AmazonLambdaRecorder;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.quotecheck.http.AnswerDeadline;
import org.quotecheck.metric.CallMetrics;
import org.quotecheck.metric.EmbeddedMetrics;
import org.quotecheck.task.Task;

/** The whole service in this process, started once. */
final class Framework {

    static final CountDownLatch READY = new CountDownLatch(1);

    private static final String PRIMING = """
            {"version": "2.0", "rawPath": "/v1/claims", "rawQueryString": "limit=1", "headers": {},
             "requestContext": {"http": {"method": "GET", "path": "/v1/claims", "sourceIp": "127.0.0.1"}}}""";

    static {
        ParsedQueries.fill();
    }

    private boolean started;

    /**
     * Starts it and waits until it can answer; a framework that cannot start says why and ends the process
     *
     * @return whether it was not there before
     */
    boolean start() {
        if (started) {
            return false;
        }
        var main = Thread.ofPlatform().name("main").start(() -> Quarkus.run());
        try {
            READY.await();
            awaitStart(main);
            LateOrm.permit();
            started = true;
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isStarted() {
        return started;
    }

    private static void awaitStart(Thread main) throws InterruptedException {
        try {
            Application.currentApplication().start(new String[0]);
        } catch (IllegalStateException stopping) {
            // a mistake was found at the very end: it is told there, and the process ends there
            main.join();
        }
    }

    /**
     * Asks for a list of claims that nobody waits for, so that the ORM and a connection are there before somebody does.
     */
    static void prime() throws IOException {
        LateOrm.start();
        AmazonLambdaRecorder.handle(
                new ByteArrayInputStream(PRIMING.getBytes(StandardCharsets.UTF_8)),
                OutputStream.nullOutputStream(),
                null);
    }

    /**
     * The next call began at that {@link System#nanoTime()}
     *
     * @param metrics of all calls of the process, or null where nothing is counted
     */
    static void begun(EmbeddedMetrics metrics, long nanoTime) {
        Arc.container().instance(AnswerDeadline.class).get().before(Duration.ofNanos(System.nanoTime() - nanoTime));
        if (metrics == null) {
            return;
        }
        Arc.container().instance(CallMetrics.class).get().begun(metrics, nanoTime);
    }

    static byte[] answer(RuntimeApi.Invocation invocation) throws IOException {
        var answer = new ByteArrayOutputStream();
        AmazonLambdaRecorder.handle(new ByteArrayInputStream(invocation.event()), answer, invocation.context());
        return answer.toByteArray();
    }

    /**
     * Does the task that this function is for
     *
     * @param claim,revision what the event names, or null
     * @throws RuntimeException when that fails
     */
    static Map<String, Object> perform(String claim, String revision) {
        return Arc.container().instance(Task.class).get().perform(claim, revision);
    }
}
