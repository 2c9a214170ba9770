package org.quotecheck.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quotecheck.Tap.Flow;
import org.quotecheck.stage.Service;

/** What is done to the service and what it stands on. Each ends with all of it there again. */
@FunctionalInterface
interface Fault {

    int SERVICE_STARTS = 180;

    /** @return when the fault was over ({@link System#nanoTime}) */
    long befall(World world) throws Exception;

    /** By the name that the table gives it, in the order in which they come. */
    static Map<String, Fault> all(World world) {
        var all = new LinkedHashMap<String, Fault>();
        all.put("none", on -> {
            on.wait(3_000, 4_000);
            return System.nanoTime();
        });
        all.put("service killed", Fault::killService);
        all.put("PostgreSQL killed", Fault::killDatabase);
        all.put("both killed", on -> {
            on.service().kill();
            killDatabase(on);
            return killService(on);
        });
        all.put("service paused", on -> {
            on.rows().pause();
            return paused(on, on.service().processes(), 6_000);
        });
        all.put("PostgreSQL paused", on -> paused(on, on.database().processes(), 12_000));
        all.put("database delayed", on -> tapped(on, Flow.DELAYED));
        all.put("database swallows", on -> tapped(on, Flow.SWALLOWED));
        all.put("database cut", on -> tapped(on, Flow.CUT));
        all.put("connections exhausted", Shortage::ofConnections);
        all.put("provider down", Shortage::ofKeys);
        if (world.disk() != null) {
            all.put("disk full", Shortage::ofDisk);
            all.put("disk of the log full", Shortage::ofLogDisk);
        }
        // a gateway reads the whole request before a function sees it
        if (world.service() instanceof Service) {
            all.put("slow clients", Visitors::slow);
        }
        all.put("100 x the load", Visitors::crowd);
        if (world.clock() != null) {
            all.put("clock of the service", Shortage::ofServicesTime);
            all.put("clock of PostgreSQL", Shortage::ofDatabasesTime);
        }
        return all;
    }

    private static long killService(World world) throws Exception {
        world.wait(500, 3_000);
        world.service().kill();
        world.row().times.incrementAndGet();
        long over = System.nanoTime();
        world.service().start(Map.of());
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
}
