package org.quotecheck.reads;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quotecheck.stage.Callers;
import org.quotecheck.stage.Peer;
import org.quotecheck.stage.Ports;
import org.quotecheck.stage.Rounds;
import org.quotecheck.stage.Rounds.Candidate;
import org.quotecheck.stage.Rounds.Sample;

/**
 * {@code GET /embed/v1/articles}: one page whose embeds are in memory, beside nginx with the same bytes as a file; and
 * pages that nobody asked for in the last minutes, beside pgbench with our SQL.
 */
record EmbedReads(World world) {

    private static final int CONNECTIONS = 16;
    /** Few, so that each session has soon prepared all. */
    private static final int SCRIPTS = 4;

    private static final String NGINX = "nginx";
    /** What nginx says itself, or what is new in each answer. */
    private static final Set<String> OWN_HEADERS = Set.of("content-length", "content-type", "etag", "x-request-id");

    void run(Rounds rounds, int warmUp) throws Exception {
        List<String> targets;
        try (var database = world.database().admin()) {
            targets = Newsroom.pages(database).stream()
                    .map(hash -> "/embed/v1/articles?urlHash=" + hash)
                    .toList();
        }
        var page = targets.getFirst();
        var nginx = nginx(page);
        compare("embed 304", rounds, warmUp, page, nginx, 304);
        compare("embed 200", rounds, warmUp, page, nginx, 200);
        miss(rounds, warmUp, targets);
    }

    private void compare(String name, Rounds rounds, int warmUp, String page, Peer nginx, int status) throws Exception {
        var candidates = new ArrayList<Candidate>();
        for (var service : world.services().entrySet()) {
            int port = service.getValue().port;
            candidates.add(
                    new Candidate(service.getKey(), asking(port, page, status), () -> world.cpu(service.getValue())));
        }
        candidates.add(new Candidate(NGINX, asking(nginx.port(), "/embed", status), nginx::cpu));
        var measured = rounds.run(name + " of one page in memory, " + CONNECTIONS + " connections", candidates, warmUp);
        for (var form : world.services().keySet()) {
            measured.tell("reads", name + ", " + form + ": CPU ÷ nginx's", "µs", form, NGINX, Sample::both);
        }
    }

    private static Rounds.Work asking(int port, String target, int status) throws Exception {
        var tag = World.get(port, target).headers().firstValue("ETag").orElseThrow();
        var condition = status == 304 ? "If-None-Match: " + tag + "\r\n" : "";
        var callers = new Callers(CONNECTIONS, List.of(Callers.get(target, condition)), status);
        return seconds -> callers.ask(port, seconds);
    }

    /** With the service's answer as a file, and its headers. */
    private Peer nginx(String page) throws Exception {
        var answer = World.get(world.first().port, page);
        var directory = Files.createDirectories(world.scratch().resolve("nginx"));
        Files.writeString(Files.createDirectories(directory.resolve("files")).resolve("embed"), answer.body());
        var headers = answer.headers().map().entrySet().stream()
                .filter(header -> !OWN_HEADERS.contains(header.getKey()))
                .map(header -> "add_header " + header.getKey() + " \""
                        + header.getValue().getFirst() + "\";")
                .collect(Collectors.joining("\n"));
        int port = Ports.free();
        var configuration = Files.writeString(directory.resolve("nginx.conf"), """
                daemon off;
                user root;
                worker_processes 1;
                pid nginx.pid;
                error_log stderr;
                events {}
                http {
                  access_log off;
                  keepalive_requests 1000000000;
                  default_type application/json;
                  client_body_temp_path body;
                  proxy_temp_path proxy;
                  fastcgi_temp_path fastcgi;
                  uwsgi_temp_path uwsgi;
                  scgi_temp_path scgi;
                  server { listen 127.0.0.1:%d; root files; %s }
                }
                """.formatted(port, headers));
        var peer = Peer.start(
                List.of("nginx", "-p", directory.toString(), "-c", configuration.toString()),
                java.util.Map.of(),
                port,
                world.scratch().resolve("nginx.log"));
        world.peers().add(peer);
        return peer;
    }

    private void miss(Rounds rounds, int warmUp, List<String> targets) throws Exception {
        var candidates = new ArrayList<Candidate>();
        for (var service : world.services().entrySet()) {
            var callers = new Callers(
                    CONNECTIONS,
                    targets.stream().map(target -> Callers.get(target, "")).toList(),
                    200);
            candidates.add(new Candidate(
                    service.getKey(),
                    seconds -> callers.ask(service.getValue().port, seconds),
                    () -> world.cpu(service.getValue())));
        }
        // from the end, where the callers do not come
        var scripts = world.scripts(targets.subList(targets.size() - SCRIPTS - 1, targets.size()));
        candidates.add(world.pgbench(scripts, CONNECTIONS));
        var measured = rounds.run("embed of pages not in memory, " + CONNECTIONS + " connections", candidates, warmUp);
        for (var form : world.services().keySet()) {
            measured.tell(
                    "reads",
                    "embed miss, " + form + ": CPU with the database ÷ pgbench's",
                    "µs",
                    form,
                    World.PGBENCH,
                    Sample::both);
        }
    }
}
