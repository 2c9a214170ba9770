package org.quotecheck.stage;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Clients over connections that stay open, each with one request after another: as little of HTTP/1.1 as the answers
 * need, so that the machine is left to who answers.
 */
public final class Callers {

    private final int connections;
    private final List<byte[]> requests;
    private final int status;
    private final AtomicLong next = new AtomicLong();

    /**
     * @param requests asked in turn, from where the last run ended
     * @param status of each answer; any other ends the run with an exception
     */
    public Callers(int connections, List<byte[]> requests, int status) {
        this.connections = connections;
        this.requests = requests;
        this.status = status;
    }

    /** @param headers each with its end of line */
    public static byte[] get(String target, String headers) {
        return ("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A request with a JSON body. */
    public static byte[] post(String target, String headers, String json) {
        var body = json.getBytes(StandardCharsets.UTF_8);
        var all = new ByteArrayOutputStream();
        all.writeBytes(
                ("POST " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                                + body.length + "\r\n" + headers + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(body);
        return all.toByteArray();
    }

    /** How many were answered in that time. */
    public long ask(int port, int seconds) throws InterruptedException, IOException {
        return times(port, seconds).size();
    }

    /** Milliseconds that each answer took which came in that time. */
    public List<Double> times(int port, int seconds) throws InterruptedException, IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        return times(port, () -> System.nanoTime() < end);
    }

    /** The same of so many requests. */
    public List<Double> timesOf(int port, int requests) throws InterruptedException, IOException {
        var left = new AtomicInteger(requests);
        return times(port, () -> left.getAndDecrement() > 0);
    }

    private List<Double> times(int port, BooleanSupplier goesOn) throws InterruptedException, IOException {
        var times = new ArrayList<Double>();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var all = new ArrayList<Future<List<Double>>>();
            for (int i = 0; i < connections; i++) {
                all.add(threads.submit(() -> timesWhile(goesOn, port)));
            }
            for (var one : all) {
                times.addAll(one.get());
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        return times;
    }

    private List<Double> timesWhile(BooleanSupplier goesOn, int port) throws IOException {
        var times = new ArrayList<Double>();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
            for (long begin = System.nanoTime(); goesOn.getAsBoolean(); ) {
                socket.getOutputStream().write(requests.get((int) (next.getAndIncrement() % requests.size())));
                readAnswer(in);
                long now = System.nanoTime();
                times.add((now - begin) / 1e6);
                begin = now;
            }
        }
        return times;
    }

    private void readAnswer(InputStream in) throws IOException {
        var head = new StringBuilder(512);
        while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("hung up after: " + head);
            }
            head.append((char) c);
        }
        if (!head.substring(9, 12).equals(String.valueOf(status))) {
            throw new IOException("not " + status + ": " + head + new String(in.readNBytes(in.available())));
        }
        if (status != 304) {
            skipBody(in, head.toString().toLowerCase(Locale.ROOT));
        }
    }

    private static void skipBody(InputStream in, String fields) throws IOException {
        int length = fields.indexOf("\r\ncontent-length:");
        if (length >= 0) {
            int from = length + "\r\ncontent-length:".length();
            in.skipNBytes(Integer.parseInt(
                    fields.substring(from, fields.indexOf("\r\n", from)).strip()));
            return;
        }
        if (!fields.contains("\r\ntransfer-encoding: chunked\r\n")) {
            throw new IOException("no end can be told: " + fields);
        }
        for (int size = -1; size != 0; ) {
            size = Integer.parseInt(line(in), 16);
            in.skipNBytes(size + 2L);
        }
    }

    /** Up to the next end of line, which is read too. */
    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder(8);
        for (int c = in.read(); c != '\r'; c = in.read()) {
            if (c < 0) {
                throw new IOException("hung up in: " + line);
            }
            line.append((char) c);
        }
        in.skipNBytes(1);
        return line.toString();
    }
}
