package org.quotecheck.reads;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quotecheck.stage.Cpu;
import org.quotecheck.stage.Database;
import org.quotecheck.stage.Peer;
import org.quotecheck.stage.Pgbench;
import org.quotecheck.stage.Ports;
import org.quotecheck.stage.Rounds.Candidate;
import org.quotecheck.stage.Service;
import org.quotecheck.stage.StatementLog;

/**
 * What the workloads stand on.
 *
 * @param services ours, by the form under test
 * @param peers those that were started
 */
record World(
        Path root,
        Path scratch,
        Database database,
        Map<String, String> configuration,
        Map<String, Service> services,
        List<Peer> peers) {

    static final String PGBENCH = "pgbench";

    /** The form whose SQL the peers execute. */
    Service first() {
        return services.values().iterator().next();
    }

    Duration cpu(Service service) throws IOException {
        return Cpu.of(service.process().pid());
    }

    /** A Node peer of this directory, with its pool of connections. */
    Peer node(String program) throws Exception {
        int port = Ports.free();
        var url = URI.create(configuration.get("quarkus.datasource.jdbc.url").substring("jdbc:".length()));
        var peer = Peer.start(
                List.of("node", scratch.resolve(program).toString()),
                Map.of(
                        "PORT", String.valueOf(port),
                        "PGHOST", "localhost",
                        "PGPORT", String.valueOf(url.getPort()),
                        "PGDATABASE", url.getPath().substring(1),
                        "PGUSER", configuration.get("quarkus.datasource.username"),
                        "PGPASSWORD", configuration.get("quarkus.datasource.password")),
                port,
                scratch.resolve(program + ".log"));
        peers.add(peer);
        return peer;
    }

    /** pgbench with these scripts; its CPU is that of this process's children that have ended. */
    Candidate pgbench(List<Pgbench.Script> scripts, int clients) {
        var pgbench = new Pgbench(configuration, scratch);
        long self = ProcessHandle.current().pid();
        return new Candidate(
                PGBENCH,
                seconds -> pgbench.prepared(scripts, clients, seconds).size(),
                () -> Cpu.withChildren(self).minus(Cpu.of(self)));
    }

    /** The answer of the service or of a peer. */
    static HttpResponse<String> get(int port, String target) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + target))
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(target + " was answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer;
        }
    }

    /** What PostgreSQL executes when the service is asked for each of these but the first, as scripts of pgbench. */
    List<Pgbench.Script> scripts(List<String> targets) throws Exception {
        var log = new StatementLog(database.logFile());
        try (Connection owner = database.admin()) {
            log.record(owner, true);
            get(first().port, targets.getFirst());
            log.next();
            var scripts = new ArrayList<Pgbench.Script>();
            for (var target : targets.subList(1, targets.size())) {
                get(first().port, target);
                scripts.add(log.script("v" + scripts.size() + "_"));
            }
            log.record(owner, false);
            return scripts;
        }
    }
}
