import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A program that is measured: how it is run, and which requests it is asked. */
record Peer(
        String name,
        List<String> command,
        Path directory,
        Map<String, String> environment,
        boolean server,
        List<String> requests) {

    private static final String HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";

    static Peer plain(String name, String... command) {
        return new Peer(name, List.of(command), null, Map.of(), false, List.of(Question.NO_DATABASE));
    }

    static Peer twin(String name, String databaseUrl, String... command) {
        return new Peer(
                name, List.of(command), null, Map.of("DATABASE_URL", databaseUrl), false, List.of(Question.EMBED));
    }

    /** @param artefact a function.zip, native or not; a native server; or a server's quarkus-run.jar */
    static Peer ours(String name, Path artefact, Path scratch, Map<String, String> configuration) throws IOException {
        var environment = new HashMap<String, String>();
        configuration.forEach(
                (key, value) -> environment.put(key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        environment.put("QUOTECHECK_BASE_URL", "https://facts.example");
        boolean server = !artefact.toString().endsWith(".zip");
        if (!server) {
            environment.put("_HANDLER", HANDLER);
            environment.put("AWS_LAMBDA_FUNCTION_NAME", "quotecheck");
            environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
        }
        var directory = server ? null : unzip(artefact, scratch.resolve("function-" + name.replaceAll("\\W+", "-")));
        return new Peer(
                name, server ? server(artefact) : function(directory), directory, environment, server, Question.NAMES);
    }

    Peer with(String variable, String value) {
        var more = new HashMap<>(environment);
        more.put(variable, value);
        return new Peer(name, command, directory, more, server, requests);
    }

    Process exec(Map<String, String> more, Path output) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        if (directory != null) {
            builder.directory(directory.toFile());
        }
        builder.environment().putAll(environment);
        builder.environment().putAll(more);
        return builder.start();
    }

    private static List<String> server(Path artefact) {
        return artefact.toString().endsWith(".jar")
                ? List.of(
                        java(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-jar",
                        artefact.toString())
                : List.of(artefact.toString());
    }

    /** As Lambda runs it: {@code bootstrap}, or AWS's own client with the options of its Java runtimes. */
    private static List<String> function(Path directory) {
        if (Files.exists(directory.resolve("bootstrap"))) {
            return List.of(directory.resolve("bootstrap").toString());
        }
        var runtimeClient = List.of(System.getProperty("java.class.path").split(":")).stream()
                .filter(entry -> entry.contains("aws-lambda-java-runtime-interface-client")
                        || entry.contains("aws-lambda-java-serialization"))
                .collect(Collectors.joining(":"));
        return new ArrayList<>(List.of(
                java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                directory + ":" + directory + "/lib/*:" + runtimeClient,
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                HANDLER));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path unzip(Path zip, Path directory) throws IOException {
        try {
            if (new ProcessBuilder(
                                    "sh",
                                    "-c",
                                    "rm -rf \"$1\" && unzip -qo \"$0\" -d \"$1\"",
                                    zip.toString(),
                                    directory.toString())
                            .inheritIO()
                            .start()
                            .waitFor()
                    != 0) {
                throw new IOException("unzip " + zip);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return directory;
    }
}
