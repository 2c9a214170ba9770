package org.quotecheck.faults;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.quotecheck.IdentityProvider;
import org.quotecheck.LogKey;
import org.quotecheck.Tap;
import org.quotecheck.stage.Clock;
import org.quotecheck.stage.Database;
import org.quotecheck.stage.Disk;
import org.quotecheck.stage.Form;
import org.quotecheck.stage.Function;
import org.quotecheck.stage.Ports;
import org.quotecheck.stage.Service;

/** Befalls the service with one fault after the other under mixed writes, and looks for what was acknowledged. */
final class Faults {

    /** Megabytes. */
    private static final int HEAP = 256;

    private static final int CONNECTIONS = 40;

    private static final long AWAY = 15_000;
    private static final long WELL = 30_000;

    /**
     * Arguments: the repository, scratch, PostgreSQL's binaries, the artefact, minutes, seed, patience, most MB, faults
     * separated by commas, or "" for all.
     */
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
        // closed from the last to the first
        try (var left = new Leftovers()) {
            var disk = Disk.isPossible() ? left.add(new Disk(scratch.resolve("disk"), 2_048)) : null;
            var logDisk = Disk.isPossible() ? left.add(new Disk(scratch.resolve("log-disk"), 512)) : null;
            var clock = Clock.in(scratch);
            if (disk == null || clock == null) {
                System.err.println("Not tried: " + (disk == null ? "a full disk, which needs root; " : "")
                        + (clock == null ? "jumps of the clock, which need faketime" : ""));
            }
            var database = left.add(database(Path.of(arguments[2]), scratch, port, disk, logDisk));
            var tap = left.add(new Tap(port));
            var provider = left.add(new IdentityProvider());
            var service = left.add(form(Path.of(arguments[3]), scratch.resolve("service.log")));
            var client = left.add(HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                service.processes().forEach(ProcessHandle::destroyForcibly);
                database.processes().forEach(ProcessHandle::destroyForcibly);
            }));
            service.configure(configuration(tap, provider, service.port()));
            service.start(Map.of());
            service.awaitReady(Fault.SERVICE_STARTS);
            var world = new World(
                    service, database, disk, logDisk, clock, tap, provider, client, new Random(seed), new World.Rows());
            right = new Faults(world, Double.parseDouble(arguments[6]), Long.parseLong(arguments[7]), arguments[8])
                    .run(Integer.parseInt(arguments[4]), seed, root, scratch);
        }
        System.exit(right ? 0 : 1);
    }

    /** What is to be closed. */
    private static final class Leftovers implements AutoCloseable {

        private final Deque<AutoCloseable> all = new ArrayDeque<>();

        <T extends AutoCloseable> T add(T one) {
            all.push(one);
            return one;
        }

        @Override
        public void close() throws Exception {
            while (!all.isEmpty()) {
                all.pop().close();
            }
        }
    }

    private static Form form(Path artefact, Path log) throws IOException {
        return artefact.endsWith("bootstrap")
                ? new Function(artefact, log)
                : new Service(artefact, HEAP, Ports.free(), log);
    }

    /** With disks of its own, in small files of its log, so that it soon wants another one. */
    private static Database database(Path binaries, Path scratch, int port, Disk disk, Disk logDisk) throws Exception {
        var log = scratch.resolve("postgresql.log");
        if (disk == null) {
            return new Database(binaries, scratch.resolve("data"), port, CONNECTIONS, log, List.of());
        }
        return new Database(
                binaries,
                disk.directory().resolve("data"),
                port,
                CONNECTIONS,
                log,
                List.of("--wal-segsize=1", "--waldir=" + logDisk.directory().resolve("wal")));
    }

    private final World world;
    private final double patience;
    private final long mostResident;
    private final String only;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Ledger ledger = new Ledger();
    private final List<String> wrongs = new ArrayList<>();

    private Faults(World world, double patience, long mostResident, String only) {
        this.world = world;
        this.patience = patience;
        this.mostResident = mostResident;
        this.only = only;
        rows.put(world.row().fault, world.row());
    }

    private boolean run(int minutes, long seed, Path root, Path scratch) throws Exception {
        var writers = new LinkedHashMap<Writer, Thread>();
        for (int i = 0; i < World.WRITERS; i++) {
            var writer = new Writer(world.address(), world.client(), ledger, world.rows(), seed + i);
            writers.put(writer, Thread.ofPlatform().daemon().start(writer));
        }
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
        var faults = Fault.all(world);
        if (!only.isEmpty()) {
            faults.keySet().retainAll(Set.of(only.split(",")));
        }
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("There is no such fault: " + only);
        }
        while (System.nanoTime() < end) {
            for (var fault : faults.entrySet()) {
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
            wrongs.add(row.fault + ": a 503 after " + row.slowestAway + " ms, " + row.slowest);
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
