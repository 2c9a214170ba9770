package org.quotecheck.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;

/**
 * The packaged function as AWS runs it: {@code bootstrap} where the zip has one (native), else AWS's own Java runtime
 * client with our handler.
 */
final class FunctionProcess implements AutoCloseable {

    private static final Path TARGET = Path.of("target");
    static final Path ZIP = TARGET.resolve("function.zip");
    private static final String HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";
    private static final Path DIRECTORY = unzip();

    private final RuntimeApi runtime = new RuntimeApi();
    private final Gateway gateway = new Gateway(event -> runtime.invoke(event.toString()));
    private final Path log;
    private final Process process;

    /** @param configuration by property; the names of environment variables are made of theirs */
    FunctionProcess(String name, Map<String, String> configuration) {
        log = TARGET.resolve(name + ".log");
        var builder = new ProcessBuilder(command())
                .directory(DIRECTORY.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", runtime.address());
        builder.environment().put("_HANDLER", HANDLER);
        builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "quotecheck");
        configuration.forEach((property, value) ->
                builder.environment().put(property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isNative() {
        return Files.exists(DIRECTORY.resolve("bootstrap"));
    }

    int port() {
        return gateway.port();
    }

    /**
     * Hands an event to the function that did not come over HTTP
     *
     * @throws FunctionFailed when the function says so
     */
    JsonNode invoke(String event) {
        return runtime.invoke(event);
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code with which it ends by itself. */
    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(240, TimeUnit.SECONDS)).as("ends by itself").isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(240, TimeUnit.SECONDS).join();
        gateway.close();
        runtime.close();
    }

    private static List<String> command() {
        if (isNative()) {
            return List.of(DIRECTORY.resolve("bootstrap").toAbsolutePath().toString());
        }
        var runtimeClient = jar("com.amazonaws.services.lambda.runtime.api.client.AWSLambda") + ":"
                + jar("com.amazonaws.services.lambda.runtime.serialization.PojoSerializer");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                DIRECTORY.toAbsolutePath() + ":" + DIRECTORY.toAbsolutePath() + "/lib/*:" + runtimeClient,
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                HANDLER);
    }

    private static String jar(String type) {
        try {
            return Path.of(Class.forName(type, false, FunctionProcess.class.getClassLoader())
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path unzip() {
        try (var file = new ZipFile(ZIP.toFile())) {
            var directory = Files.createTempDirectory(TARGET, "function");
            for (var entry : new ArrayList<>(file.stream().toList())) {
                var target = directory.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    try (var in = file.getInputStream(entry)) {
                        Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
            directory.resolve("bootstrap").toFile().setExecutable(true);
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
