package org.quotecheck.reads;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quotecheck.IdentityProvider;
import org.quotecheck.LogKey;
import org.quotecheck.stage.Database;
import org.quotecheck.stage.Peer;
import org.quotecheck.stage.Ports;
import org.quotecheck.stage.Rounds;
import org.quotecheck.stage.Service;

/** Warm reads, and one write, beside peers that do the same. See ../README.md. */
final class Reads {

    private static final int MOST_CONNECTIONS = 100;

    /**
     * Arguments: the repository, scratch, PostgreSQL's binaries, rounds, seconds, requests to warm up, the workloads'
     * names, {@code name=artefact}s.
     */
    public static void main(String[] arguments) throws Exception {
        var root = Path.of(arguments[0]);
        var scratch = Path.of(arguments[1]);
        int port = Ports.free();
        var services = new LinkedHashMap<String, Service>();
        var peers = new ArrayList<Peer>();
        try (var database = new Database(Path.of(arguments[2]), scratch.resolve("data"), port, MOST_CONNECTIONS);
                var provider = new IdentityProvider()) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> database.processes().forEach(ProcessHandle::destroyForcibly)));
            try {
                var configuration = configuration(port, provider);
                for (var artefact : List.of(arguments).subList(7, arguments.length)) {
                    var parts = artefact.split("=", 2);
                    services.put(parts[0], Service.ready(Path.of(parts[1]), configuration, scratch));
                }
                if (!arguments[6].equals("submissions")) {
                    try (var connection = database.admin()) {
                        new Newsroom(connection).fill();
                    }
                }
                var world = new World(root, scratch, database, configuration, services, peers);
                var rounds = new Rounds(database::cpu, Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
                int warmUp = Integer.parseInt(arguments[5]);
                for (var workload : arguments[6].split(",")) {
                    switch (workload) {
                        case "claims" -> new ClaimReads(world).run(rounds, warmUp);
                        case "embeds" -> new EmbedReads(world).run(rounds, warmUp);
                        case "pages" -> new EmbedPages(world).run();
                        case "submissions" -> new Submissions(world).run(rounds, warmUp);
                        default -> throw new IllegalArgumentException("no workload " + workload);
                    }
                }
            } finally {
                for (var service : services.values()) {
                    service.close();
                }
                for (var peer : peers) {
                    peer.close();
                }
            }
        }
    }

    private static Map<String, String> configuration(int port, IdentityProvider provider) {
        var configuration = new HashMap<>(Database.configuration(port));
        configuration.putAll(provider.configuration());
        configuration.put("quarkus.flyway.migrate-at-start", "true");
        configuration.put("quotecheck.base-url", "https://facts.example");
        configuration.put("quotecheck.log.key", LogKey.make());
        configuration.put("quotecheck.quota.submissions-per-day", "0");
        configuration.put("quotecheck.quota.questions-per-minute", "0");
        return configuration;
    }
}
