package org.quotecheck.reads;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.quotecheck.stage.Callers;
import org.quotecheck.stage.Peer;
import org.quotecheck.stage.Rounds;
import org.quotecheck.stage.Rounds.Candidate;
import org.quotecheck.stage.Rounds.Sample;

/** {@code GET /v1/claims/{id}}, a published claim's, beside Node with pg, Fastify with pg, and pgbench with our SQL. */
record ClaimReads(World world) {

    private static final int CONNECTIONS = 16;
    private static final int CLAIMS = 100;
    /** Few, so that each session has soon prepared all. */
    private static final int SCRIPTS = 4;

    private static final String FASTIFY = "Fastify + pg";

    void run(Rounds rounds, int warmUp) throws Exception {
        List<String> targets;
        try (var database = world.database().admin()) {
            targets = Newsroom.claims(database, CLAIMS + 1).stream()
                    .map(id -> "/v1/claims/" + id)
                    .toList();
        }
        var node = world.node("node.mjs");
        var fastify = world.node("fastify.mjs");
        requireSame(targets, List.of(node, fastify));
        var candidates = new ArrayList<Candidate>();
        world.services()
                .forEach((form, service) ->
                        candidates.add(new Candidate(form, asking(targets, service.port), () -> world.cpu(service))));
        candidates.add(new Candidate(FASTIFY, asking(targets, fastify.port()), fastify::cpu));
        candidates.add(new Candidate("Node + pg", asking(targets, node.port()), node::cpu));
        candidates.add(world.pgbench(world.scripts(targets.subList(0, SCRIPTS + 1)), CONNECTIONS));
        var measured = rounds.run("Warm claim read, " + CONNECTIONS + " connections", candidates, warmUp);
        for (var form : world.services().keySet()) {
            var name = "claim read, " + form + ": ";
            measured.tellOwn("reads", name + "CPU, app ÷ database", "µs", form, Sample::cpu, Sample::database);
            measured.tell("reads", name + "CPU of the app ÷ Fastify's", "µs", form, FASTIFY, Sample::cpu);
            measured.tell("reads", name + "CPU with the database ÷ Fastify's", "µs", form, FASTIFY, Sample::both);
            measured.tell("reads", name + "rate ÷ Fastify's", "a second", form, FASTIFY, Sample::rate);
            measured.tell("reads", name + "rate ÷ pgbench's", "a second", form, World.PGBENCH, Sample::rate);
        }
    }

    private static Rounds.Work asking(List<String> targets, int port) {
        var callers = new Callers(
                CONNECTIONS,
                targets.stream().map(target -> Callers.get(target, "")).toList(),
                200);
        return seconds -> callers.ask(port, seconds);
    }

    /** The peers answer what the service answers. */
    private void requireSame(List<String> targets, List<Peer> peers) throws Exception {
        var json = new ObjectMapper();
        for (var target : targets) {
            var ours = json.readTree(World.get(world.first().port, target).body());
            for (var peer : peers) {
                var theirs = json.readTree(World.get(peer.port(), target).body());
                if (!ours.equals(theirs)) {
                    throw new IllegalStateException("A peer's answer differs:\n" + theirs + "\n" + ours);
                }
            }
        }
    }
}
