package org.quotecheck.faults;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged server as a process: target/quarkus-app on the JVM, or the native runner. */
final class Service implements AutoCloseable {

    private static final String HEAP = "-Xmx256m";

    final int port;
    private final Path artefact;
    private Map<String, String> configuration = Map.of();
    private final File log;
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile Process process;

    Service(Path artefact, int port, Path log) {
        this.artefact = artefact;
        this.port = port;
        this.log = log.toFile();
    }

    /** By property; the names of environment variables are made of theirs. */
    void configure(Map<String, String> properties) {
        configuration = properties;
    }

    /** Does not wait. */
    void start() throws IOException {
        var command = new ArrayList<String>();
        if (artefact.toString().endsWith(".jar")) {
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP, "-jar"));
        }
        command.add(artefact.toString());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        configuration.forEach((name, value) ->
                builder.environment().put(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        process = builder.start();
    }

    boolean isReady() {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void awaitReady(int seconds) throws InterruptedException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds); !isReady(); Thread.sleep(100)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("the service is not ready: " + log);
            }
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** The most that this process had resident so far, in MB; 0 where it has ended. */
    long maxResident() {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException ended) {
            return 0;
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            kill();
        }
        client.close();
    }
}
