package org.quotecheck.stage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another server that does the same work, as a process. */
public record Peer(Process process, int port) implements AutoCloseable {

    /** Started, and listening at the port. */
    public static Peer start(List<String> command, Map<String, String> environment, int port, Path log)
            throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        var peer = new Peer(builder.start(), port);
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30); ; Thread.sleep(20)) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return peer;
            } catch (IOException notYet) {
                if (!peer.process.isAlive() || System.nanoTime() > end) {
                    throw new IOException("does not listen: " + log, notYet);
                }
            }
        }
    }

    /** CPU time of the process and of those that it started. */
    public Duration cpu() throws IOException {
        var all = Cpu.of(process.pid());
        for (var child : process.descendants().toList()) {
            all = all.plus(Cpu.of(child.pid()));
        }
        return all;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
    }
}
