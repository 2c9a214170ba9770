package org.quotecheck.faults;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.quotecheck.ProductionPostgres;
import org.quotecheck.stage.Disk;

/** What the service counts on, and does not have for a while: connections, keys, room on a disk, the right time. */
final class Shortage {

    /** Seconds; the tokens of the writers are valid for longer. */
    private static final int JUMP = 20 * 60;

    private Shortage() {}

    /** Others take all connections, and ours are ended. */
    static long ofConnections(World world) throws Exception {
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
    static long ofKeys(World world) throws Exception {
        world.provider().close();
        try {
            world.row().times.incrementAndGet();
            world.wait(2_000, 4_000);
            world.service().kill();
            world.service().start(Map.of());
            world.service().awaitReady(Fault.SERVICE_STARTS);
            world.wait(3_000, 6_000);
        } finally {
            world.provider().comeBack();
        }
        return System.nanoTime();
    }

    /** Where the data are: statements fail, and the server goes on. */
    static long ofDisk(World world) throws Exception {
        return full(world, world.disk());
    }

    /** The server ends at its next write, and cannot start before there is room again. */
    static long ofLogDisk(World world) throws Exception {
        return full(world, world.logDisk());
    }

    private static long full(World world, Disk disk) throws Exception {
        try {
            disk.fill();
            world.row().times.incrementAndGet();
            world.wait(8_000, 12_000);
        } finally {
            disk.empty();
        }
        long over = System.nanoTime();
        world.database().revive();
        return over;
    }

    /** It starts with a clock that can jump, and keeps it. */
    static long ofServicesTime(World world) throws Exception {
        world.clock().turn(0);
        world.service().kill();
        world.service().start(world.clock().environment());
        world.service().awaitReady(Fault.SERVICE_STARTS);
        return jumps(world);
    }

    static long ofDatabasesTime(World world) throws Exception {
        world.clock().turn(0);
        world.database().setEnvironment(world.clock().environment());
        world.database().kill();
        world.database().start();
        world.database().setEnvironment(Map.of());
        return jumps(world);
    }

    /** Forwards, far back, and to the true time. */
    private static long jumps(World world) throws IOException, InterruptedException {
        for (int seconds : new int[] {JUMP, -JUMP, 0}) {
            world.clock().turn(seconds);
            world.row().times.incrementAndGet();
            world.wait(4_000, 6_000);
        }
        return System.nanoTime();
    }
}
