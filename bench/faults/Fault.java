package org.quotecheck.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.quotecheck.ProductionPostgres;
import org.quotecheck.Tap.Flow;

/** What is done to the service and what it stands on. Each ends with all of it there again. */
@FunctionalInterface
interface Fault {

    int SERVICE_STARTS = 180;

    /** @return when the fault was over ({@link System#nanoTime}) */
    long befall(World world) throws Exception;

    /** By the name that the table gives it, in the order in which they come. */
    static Map<String, Fault> all() {
        var all = new LinkedHashMap<String, Fault>();
        all.put("none", world -> {
            world.wait(3_000, 4_000);
            return System.nanoTime();
        });
        all.put("service killed", Fault::killService);
        all.put("PostgreSQL killed", Fault::killDatabase);
        all.put("both killed", world -> {
            world.service().kill();
            killDatabase(world);
            return killService(world);
        });
        all.put("service paused", world -> paused(world, List.of(world.service().process()), 6_000));
        all.put("PostgreSQL paused", world -> paused(world, world.database().processes(), 12_000));
        all.put("database delayed", world -> tapped(world, Flow.DELAYED));
        all.put("database swallows", world -> tapped(world, Flow.SWALLOWED));
        all.put("database cut", world -> tapped(world, Flow.CUT));
        all.put("connections exhausted", Fault::exhaust);
        all.put("provider down", Fault::withoutProvider);
        all.put("slow clients", Visitors::slow);
        all.put("100 x the load", Visitors::crowd);
        return all;
    }

    private static long killService(World world) throws Exception {
        world.wait(500, 3_000);
        world.service().kill();
        world.row().times.incrementAndGet();
        long over = System.nanoTime();
        world.service().start();
        world.service().awaitReady(SERVICE_STARTS);
        return over;
    }

    private static long killDatabase(World world) throws Exception {
        world.wait(500, 3_000);
        world.database().kill();
        world.row().times.incrementAndGet();
        world.wait(0, 3_000);
        world.database().start();
        return System.nanoTime();
    }

    private static long paused(World world, List<ProcessHandle> processes, int millis) throws Exception {
        signal("STOP", processes);
        world.row().times.incrementAndGet();
        Thread.sleep(millis);
        signal("CONT", processes);
        return System.nanoTime();
    }

    private static void signal(String name, List<ProcessHandle> processes) throws Exception {
        var command = new ArrayList<>(List.of("kill", "-" + name));
        processes.stream()
                .filter(ProcessHandle::isAlive)
                .forEach(process -> command.add(String.valueOf(process.pid())));
        // one that ended meanwhile is no matter
        new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }

    private static long tapped(World world, Flow flow) throws InterruptedException {
        world.tap().turn(flow);
        world.row().times.incrementAndGet();
        world.wait(10_000, 20_000);
        world.tap().turn(Flow.OPEN);
        return System.nanoTime();
    }

    /** Others take all connections, and ours are ended. */
    private static long exhaust(World world) throws Exception {
        var taken = new ArrayList<Connection>();
        try (var admin = world.database().admin();
                var statement = admin.createStatement()) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            world.row().times.incrementAndGet();
            while (System.nanoTime() < end) {
                try {
                    taken.add(world.database().another());
                } catch (SQLException full) {
                    statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = '"
                            + ProductionPostgres.USER + "' and application_name <> 'another' and random() < 0.3");
                    Thread.sleep(100);
                }
            }
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
        return System.nanoTime();
    }

    /** The service even starts meanwhile, and knows no key then. */
    private static long withoutProvider(World world) throws Exception {
        world.provider().close();
        try {
            world.row().times.incrementAndGet();
            world.wait(2_000, 4_000);
            world.service().kill();
            world.service().start();
            world.service().awaitReady(SERVICE_STARTS);
            world.wait(3_000, 6_000);
        } finally {
            world.provider().comeBack();
        }
        return System.nanoTime();
    }
}
