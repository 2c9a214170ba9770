package org.quotecheck.stage;

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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged server as a process: target/quarkus-app on the JVM, or the native runner. */
public final class Service implements AutoCloseable {

    public final int port;
    private final Path artefact;
    private final String heap;
    private Map<String, String> configuration = Map.of();
    private final File log;
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile Process process;

    /** @param heap the most that the JVM takes for it, in megabytes; a native executable has its own bound */
    public Service(Path artefact, int heap, int port, Path log) {
        this.artefact = artefact;
        this.heap = "-Xmx" + heap + "m";
        this.port = port;
        this.log = log.toFile();
    }

    /** Started with these properties at a free port, and ready; its log stands in scratch. */
    public static Service ready(Path artefact, Map<String, String> properties, Path scratch) throws Exception {
        int port = Ports.free();
        var service = new Service(artefact, 512, port, scratch.resolve(artefact.getFileName() + ".log"));
        var all = new HashMap<>(properties);
        all.put("quarkus.http.port", String.valueOf(port));
        all.put("quarkus.management.port", String.valueOf(Ports.free()));
        service.configure(all);
        service.start();
        service.awaitReady(120);
        return service;
    }

    /** By property; the names of environment variables are made of theirs. */
    public void configure(Map<String, String> properties) {
        configuration = properties;
    }

    /** Does not wait. */
    public void start() throws IOException {
        var command = new ArrayList<String>();
        if (artefact.toString().endsWith(".jar")) {
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap, "-jar"));
        }
        command.add(artefact.toString());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        configuration.forEach((name, value) ->
                builder.environment().put(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        process = builder.start();
    }

    public boolean isReady() {
        try {
            var request = HttpRequest.newBuilder(at("/q/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public void awaitReady(int seconds) throws InterruptedException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds); !isReady(); Thread.sleep(100)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("the service is not ready: " + log);
            }
        }
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** A path of the service, with its query. */
    public URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** The most that this process had resident so far, in MB; 0 where it has ended. */
    public long maxResident() {
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
