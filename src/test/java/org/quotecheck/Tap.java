package org.quotecheck;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A TCP proxy before a server that can be closed, or swallow what passes, as a network or a dying server does. */
public final class Tap implements AutoCloseable {

    /** What happens to bytes and connections. */
    public enum Flow {
        OPEN,
        /** Each packet waits for a while. */
        DELAYED,
        /** Connections are taken, and nothing comes back. */
        SWALLOWED,
        /** Connections are cut, and new ones end at once. */
        CUT
    }

    private static final Duration DELAY = Duration.ofMillis(40);

    private final ServerSocket entry;
    private final ServerSocket control;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Flow flow = Flow.OPEN;

    public Tap(int target) throws IOException {
        this.target = target;
        entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        control = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
        Thread.ofVirtual().start(this::obey);
    }

    public int port() {
        return entry.getLocalPort();
    }

    /** Where {@link #turn(int, Flow)} finds it, from whatever class loader. */
    public int controlPort() {
        return control.getLocalPort();
    }

    /** Has the tap with this control port let pass so much, from now on. */
    public static void turn(int controlPort, Flow next) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), controlPort)) {
            socket.getOutputStream().write(next.ordinal());
            socket.getInputStream().read();
        }
    }

    private void obey() {
        while (!control.isClosed()) {
            try (var order = control.accept()) {
                turn(Flow.values()[order.getInputStream().read()]);
                order.getOutputStream().write(0);
            } catch (IOException e) {
                if (!control.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** What was swallowed stays lost, so those connections are cut when it opens again. */
    public void turn(Flow next) {
        boolean cut = next == Flow.CUT || flow == Flow.SWALLOWED && next != Flow.SWALLOWED;
        flow = next;
        if (cut) {
            sockets.forEach(Tap::close);
        }
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                var client = entry.accept();
                if (flow == Flow.CUT) {
                    client.close();
                    continue;
                }
                connect(client);
            } catch (IOException e) {
                if (!entry.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** A server that is not there hangs up, as one that refuses. */
    private void connect(Socket client) {
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(client);
            sockets.add(server);
            Thread.ofVirtual().start(() -> pass(client, server));
            Thread.ofVirtual().start(() -> pass(server, client));
        } catch (IOException refused) {
            close(client);
        }
    }

    private void pass(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            var bytes = new byte[8192];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (flow == Flow.DELAYED) {
                    LockSupport.parkNanos(DELAY.toNanos());
                }
                if (flow == Flow.OPEN || flow == Flow.DELAYED) {
                    out.write(bytes, 0, read);
                }
            }
        } catch (IOException e) {
            // one side hung up: the other shall, too
        } finally {
            close(from);
            close(to);
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        entry.close();
        control.close();
        sockets.forEach(Tap::close);
    }
}
