package org.quotecheck.search;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged server on the JVM, as a process. */
record Service(Process process, int port) implements AutoCloseable {

    /** Started, and ready. */
    static Service start(Map<String, String> configuration, Path root, Path scratch) throws Exception {
        int port = freePort();
        var command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx512m"));
        configuration.forEach((name, value) -> command.add("-D" + name + '=' + value));
        command.addAll(List.of(
                "-Dquarkus.http.port=" + port,
                "-jar",
                root.resolve("target/quarkus-app/quarkus-run.jar").toString()));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(scratch.resolve("server.log").toFile())
                .start();
        var service = new Service(process, port);
        service.await();
        return service;
    }

    /** A path of the service, with its query. */
    URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private void await() throws Exception {
        var ready = HttpRequest.newBuilder(at("/q/health/ready")).build();
        try (var client = HttpClient.newHttpClient()) {
            for (int i = 0; i < 600; i++) {
                try {
                    if (client.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // not yet
                }
                Thread.sleep(100);
            }
        }
        process.destroy();
        throw new IllegalStateException("the server did not start");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(20, TimeUnit.SECONDS);
    }
}
