package org.quotecheck.faults;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.quotecheck.IdentityProvider;
import org.quotecheck.LogKey;
import org.quotecheck.Tap;
import org.quotecheck.stage.Database;
import org.quotecheck.stage.Ports;
import org.quotecheck.stage.Service;

/** Befalls the service with one fault after the other under mixed writes, and looks for what was acknowledged. */
final class Faults {

    /** Megabytes. */
    private static final int HEAP = 256;

    private static final long AWAY = 15_000;
    private static final long WELL = 30_000;

    /** Arguments: the repository, scratch, PostgreSQL's binaries, the artefact, minutes, seed, patience, most MB. */
    public static void main(String[] arguments) throws Exception {
        var root = Path.of(arguments[0]);
        var scratch = Path.of(arguments[1]);
        var seed = Long.parseLong(arguments[5]);
        int port = Ports.free();
        Files.createDirectories(scratch);
        for (var log : List.of("service.log", "postgresql.log", "chains.log")) {
            Files.deleteIfExists(scratch.resolve(log));
        }
        boolean right;
        try (var database = new Database(Path.of(arguments[2]), scratch.resolve("data"), port, 40);
                var tap = new Tap(port);
                var provider = new IdentityProvider();
                var service = new Service(Path.of(arguments[3]), HEAP, Ports.free(), scratch.resolve("service.log"));
                var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(2))
                        .build()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                service.process().destroyForcibly();
                database.processes().forEach(ProcessHandle::destroyForcibly);
            }));
            service.configure(configuration(tap, provider, service.port));
            service.start();
            service.awaitReady(Fault.SERVICE_STARTS);
            var world = new World(service, database, tap, provider, client, new Random(seed), new World.Rows());
            right = new Faults(world, Double.parseDouble(arguments[6]), Long.parseLong(arguments[7]))
                    .run(Integer.parseInt(arguments[4]), seed, root, scratch);
        }
        System.exit(right ? 0 : 1);
    }

    private final World world;
    private final double patience;
    private final long mostResident;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Ledger ledger = new Ledger();
    private final List<String> wrongs = new ArrayList<>();

    private Faults(World world, double patience, long mostResident) {
        this.world = world;
        this.patience = patience;
        this.mostResident = mostResident;
        rows.put(world.row().fault, world.row());
    }

    private boolean run(int minutes, long seed, Path root, Path scratch) throws Exception {
        var writers = new LinkedHashMap<Writer, Thread>();
        for (int i = 0; i < World.WRITERS; i++) {
            var writer = new Writer(world.address(), world.client(), ledger, world::row, seed + i);
            writers.put(writer, Thread.ofPlatform().daemon().start(writer));
        }
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
        while (System.nanoTime() < end) {
            for (var fault : Fault.all().entrySet()) {
                if (System.nanoTime() < end) {
                    befall(fault.getKey(), fault.getValue());
                }
            }
        }
        writers.keySet().forEach(writer -> writer.end(Duration.ofSeconds(60)));
        for (var thread : writers.values()) {
            thread.join();
        }
        Map<String, Long> found;
        try (var database = world.database().admin()) {
            ledger.reckon(database);
            // after the search, as it would make again what is lost
            ledger.repeat(world.address(), world.client(), 200);
            found = Reckoning.of(world, database, ledger, root, scratch);
        }
        found.forEach((what, count) -> {
            if (count != 0) {
                wrongs.add(what + ": " + count);
            }
        });
        rows.values().forEach(this::judge);
        tell(found, minutes, seed, scratch);
        return wrongs.isEmpty();
    }

    private void befall(String name, Fault fault) throws Exception {
        var row = rows.computeIfAbsent(name, Row::new);
        world.rows().now = row;
        long over = fault.befall(world);
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!ledger.acknowledgedSince(over) && System.nanoTime() < limit) {
            Thread.sleep(20);
        }
        row.recovery.accumulateAndGet((System.nanoTime() - over) / 1_000_000, Math::max);
        row.resident.accumulateAndGet(world.service().maxResident(), Math::max);
        System.err.println(row.line());
    }

    private void judge(Row row) {
        if (row.wrongs() > 0) {
            wrongs.add(
                    row.fault + ": " + row.lost + " lost, " + row.doubled + " doubled, unexpected " + row.unexpected);
        }
        if (row.resident.get() > mostResident) {
            wrongs.add(row.fault + ": " + row.resident + " MB resident");
        }
        if (row.recovery.get() > WELL * patience) {
            wrongs.add(row.fault + ": well only after " + row.recovery + " ms");
        }
        // a service that is stopped answers when it goes on
        if (row.slowestAway.get() > AWAY * patience && !row.fault.equals("service paused")) {
            wrongs.add(row.fault + ": a 503 after " + row.slowestAway + " ms");
        }
        if (row.hung.get() > 0) {
            wrongs.add(row.fault + ": " + row.hung + " calls without an answer in 40 s");
        }
    }

    private void tell(Map<String, Long> found, int minutes, long seed, Path scratch) throws IOException {
        var lines = rows.values().stream().map(Row::line).collect(Collectors.joining("\n"));
        var none = found.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
        System.out.println(Row.HEAD + "\n" + lines + "\n\n" + none + ".");
        wrongs.forEach(wrong -> System.out.println("WRONG: " + wrong));
        Files.writeString(
                scratch.resolve("faults.json"),
                "{\"minutes\":" + minutes + ",\"seed\":" + seed + ",\"rows\":["
                        + rows.values().stream().map(Row::json).collect(Collectors.joining(",")) + "],\"found\":{"
                        + found.entrySet().stream()
                                .map(each -> "\"" + each.getKey() + "\":" + each.getValue())
                                .collect(Collectors.joining(","))
                        + "}}\n");
    }

    private static Map<String, String> configuration(Tap tap, IdentityProvider provider, int port) throws IOException {
        var configuration = new HashMap<>(Database.configuration(tap.port()));
        configuration.putAll(provider.configuration());
        configuration.put("quarkus.flyway.migrate-at-start", "true");
        configuration.put("quarkus.http.port", String.valueOf(port));
        configuration.put("quarkus.management.port", String.valueOf(Ports.free()));
        configuration.put("quotecheck.base-url", "https://facts.example");
        configuration.put("quotecheck.log.key", LogKey.make());
        configuration.put("quotecheck.quota.submissions-per-day", "0");
        configuration.put("quotecheck.quota.questions-per-minute", "0");
        return configuration;
    }
}
