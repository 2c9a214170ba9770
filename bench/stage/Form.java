package org.quotecheck.stage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The service in a form that is deployed: a server, or a function that AWS starts as it needs it. */
public interface Form extends AutoCloseable {

    int port();

    /** By property; the names of environment variables are made of theirs. */
    void configure(Map<String, String> properties);

    /**
     * Does not wait
     *
     * @param environment variables of this start alone
     */
    void start(Map<String, String> environment) throws IOException;

    /** Of the processes that are there now. */
    List<ProcessHandle> processes();

    /** SIGKILL to each of them. */
    void kill() throws InterruptedException;

    /** The most that a process of it had resident so far, in MB. */
    long maxResident();

    /** A path that answers 200 when it can serve. */
    String readyPath();

    @Override
    void close() throws InterruptedException;

    /** A path of the service, with its query. */
    default URI at(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    default boolean isReady() {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(at(readyPath()))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it ended, and does not come back by itself. */
    default boolean hasEnded() {
        return processes().stream().noneMatch(ProcessHandle::isAlive);
    }

    /** @throws IllegalStateException where it is not ready by then */
    default void awaitReady(int seconds) throws InterruptedException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds); !isReady(); Thread.sleep(100)) {
            if (hasEnded() || System.nanoTime() > end) {
                throw new IllegalStateException("the service is not ready: see its log");
            }
        }
    }
}
