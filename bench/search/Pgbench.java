package org.quotecheck.search;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The floor: the same SQL without a service. */
record Pgbench(Map<String, String> configuration, Path scratch) {

    static final int CLIENTS = 2;

    /** Milliseconds of each transaction, of scripts drawn at random. */
    List<Double> times(List<String> scripts, int seconds) throws Exception {
        for (var old : logs()) {
            Files.delete(old);
        }
        var url = URI.create(configuration.get("quarkus.datasource.jdbc.url").substring("jdbc:".length()));
        var arguments = new ArrayList<>(List.of("pgbench", "-n", "-h", "localhost", "-p", "" + url.getPort()));
        arguments.addAll(List.of("-U", configuration.get("quarkus.datasource.username"), "-M", "extended"));
        arguments.addAll(List.of("-c", "" + CLIENTS, "-j", "" + CLIENTS, "-T", "" + seconds));
        arguments.addAll(List.of("-l", "--log-prefix=" + scratch.resolve("pgbench")));
        for (int i = 0; i < scripts.size(); i++) {
            var file = Files.writeString(scratch.resolve("query" + i + ".sql"), scripts.get(i));
            arguments.addAll(List.of("-f", file.toString()));
        }
        arguments.add(url.getPath().substring(1));
        var output = scratch.resolve("output.log");
        var builder = new ProcessBuilder(arguments).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("PGPASSWORD", configuration.get("quarkus.datasource.password"));
        var process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroy();
            throw new IllegalStateException(Files.readString(output));
        }
        var times = new ArrayList<Double>();
        for (var log : logs()) {
            Files.readAllLines(log).forEach(line -> times.add(Double.parseDouble(line.split(" ")[2]) / 1_000));
        }
        return times;
    }

    private List<Path> logs() throws Exception {
        try (var files = Files.list(scratch)) {
            return files.filter(path -> path.getFileName().toString().startsWith("pgbench."))
                    .toList();
        }
    }
}
