package org.quotecheck;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The packaged server as a process, with its public port and the one for monitors. */
final class RunningServer implements AutoCloseable {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    /** Longer than anything here takes on the busiest machine. */
    static final Duration HANGS = Duration.ofMinutes(4);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port = Ports.free();
    private final int managementPort = Ports.free();
    private final Process process;

    RunningServer(ProductionPostgres postgres) throws IOException {
        var builder = new ProcessBuilder(command()).inheritIO();
        var environment = builder.environment();
        var settings = new HashMap<>(postgres.configuration());
        settings.putAll(ProductionBackends.PATIENCE);
        settings.forEach(
                (name, value) -> environment.put(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        environment.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "true");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(managementPort));
        process = builder.start();
        waitUntilReady();
    }

    private void waitUntilReady() {
        var end = System.nanoTime() + HANGS.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IllegalStateException("the server is not ready");
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private boolean isReady() {
        try {
            return get("/q/health/ready").join().statusCode() == 200;
        } catch (CompletionException notYet) {
            return false;
        }
    }

    CompletableFuture<HttpResponse<String>> get(String path) {
        return get(port, path);
    }

    CompletableFuture<HttpResponse<String>> getFromManagement(String path) {
        return get(managementPort, path);
    }

    /** Sends SIGTERM, as systemd and container engines do. */
    void terminate() {
        process.destroy();
    }

    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private CompletableFuture<HttpResponse<String>> get(int at, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + at + path))
                .timeout(HANGS)
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> command() {
        if (!Files.exists(JAR)) {
            return List.of(System.getProperty("native.image.path"));
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", JAR.toString()));
        return command;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        client.close();
    }
}
