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
import java.util.concurrent.atomic.AtomicLong;

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
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        long answered = 0;
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var all = new ArrayList<Future<Long>>();
            for (int i = 0; i < connections; i++) {
                all.add(threads.submit(() -> askUntil(end, port)));
            }
            for (var one : all) {
                answered += one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        return answered;
    }

    private long askUntil(long end, int port) throws IOException {
        long answered = 0;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(requests.get((int) (next.getAndIncrement() % requests.size())));
                readAnswer(in);
                answered++;
            }
        }
        return answered;
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
            var fields = head.toString().toLowerCase(Locale.ROOT);
            int length = fields.indexOf("\r\ncontent-length:");
            if (length < 0) {
                throw new IOException("no Content-Length: " + head);
            }
            int from = length + "\r\ncontent-length:".length();
            in.skipNBytes(Integer.parseInt(
                    fields.substring(from, fields.indexOf("\r\n", from)).strip()));
        }
    }
}
