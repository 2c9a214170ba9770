package org.quotecheck.stage;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The floor: the same SQL without a service. */
public record Pgbench(Map<String, String> configuration, Path scratch) {

    /**
     * SQL as pgbench reads it.
     *
     * @param variables by the names that stand in it behind a colon
     */
    public record Script(String sql, Map<String, String> variables) {}

    /** Milliseconds of each transaction, of scripts drawn at random; their statements are planned at each execution. */
    public List<Double> times(List<String> scripts, int clients, int seconds) throws Exception {
        var plain = scripts.stream().map(sql -> new Script(sql, Map.of())).toList();
        return run(plain, "extended", clients, seconds);
    }

    /** The same, prepared once in each session, as drivers do. */
    public List<Double> prepared(List<Script> scripts, int clients, int seconds) throws Exception {
        return run(scripts, "prepared", clients, seconds);
    }

    private List<Double> run(List<Script> scripts, String mode, int clients, int seconds) throws Exception {
        for (var old : logs()) {
            Files.delete(old);
        }
        var url = URI.create(configuration.get("quarkus.datasource.jdbc.url").substring("jdbc:".length()));
        var arguments = new ArrayList<>(List.of("pgbench", "-n", "-h", "localhost", "-p", "" + url.getPort()));
        arguments.addAll(List.of("-U", configuration.get("quarkus.datasource.username"), "-M", mode));
        arguments.addAll(List.of("-c", "" + clients, "-j", "" + Math.min(clients, 2), "-T", "" + seconds));
        arguments.addAll(List.of("-l", "--log-prefix=" + scratch.resolve("pgbench")));
        for (int i = 0; i < scripts.size(); i++) {
            var script = scripts.get(i);
            script.variables().forEach((name, value) -> arguments.addAll(List.of("-D", name + '=' + value)));
            var file = Files.writeString(scratch.resolve("query" + i + ".sql"), script.sql());
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
