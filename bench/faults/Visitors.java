package org.quotecheck.faults;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Clients that are too slow, and readers that are too many. */
final class Visitors {

    /** What a slow client sends: nothing, half of the headers, half of the body. */
    private static final List<String> HALVES = List.of(
            "",
            "GET /v1/claims HTTP/1.1\r\nHost: loc",
            "POST /v1/claims/match HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 900\r\n\r\n{\"te");

    private Visitors() {}

    /** Half of a request, from many. */
    static long slow(World world) throws Exception {
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 400; i++) {
                var socket = new Socket(
                        InetAddress.getLoopbackAddress(), world.service().port());
                slow.add(socket);
                socket.getOutputStream().write(HALVES.get(i % HALVES.size()).getBytes(StandardCharsets.US_ASCII));
                world.row().times.incrementAndGet();
            }
            world.wait(6_000, 9_000);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
        return System.nanoTime();
    }

    /** Readers, a hundred for each writer. */
    static long crowd(World world) throws Exception {
        var paths = List.of(
                "/v1/claims",
                "/v1/claims?q=bridge",
                "/embed/v1/articles?url=https://news.example/1",
                "/",
                "/v1/corrections");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        world.row().times.incrementAndGet();
        var readers = new ArrayList<Thread>();
        for (int i = 0; i < 100 * World.WRITERS; i++) {
            var path = paths.get(i % paths.size());
            readers.add(Thread.ofVirtual().start(() -> read(world, path, end)));
        }
        for (var reader : readers) {
            reader.join();
        }
        return System.nanoTime();
    }

    private static void read(World world, String path, long end) {
        while (System.nanoTime() < end) {
            long began = System.nanoTime();
            try {
                var request = HttpRequest.newBuilder(URI.create(world.address() + path))
                        .timeout(Duration.ofSeconds(60))
                        .build();
                var answer = world.client()
                        .sendAsync(request, HttpResponse.BodyHandlers.discarding())
                        .get();
                world.row().answered("GET " + path, answer.statusCode(), (System.nanoTime() - began) / 1_000_000);
            } catch (ExecutionException refused) {
                world.row().requests.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
