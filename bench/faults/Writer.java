package org.quotecheck.faults;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Takes one claim after the other from its submission to its verdict, as a submitter, a reviewer and an editor do. Each
 * write has its Idempotency-Key and is repeated, the same, until it is acknowledged.
 */
final class Writer implements Runnable {

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final String SUBMITTER = "submitter";
    private static final String REVIEWER = "reviewer";

    /** The harness is over, and this claim stays as it is. */
    private static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final String service;
    private final HttpClient client;
    private final Ledger ledger;
    private final World.Rows rows;
    private final Random random;
    private volatile boolean ending;
    private volatile long deadline = Long.MAX_VALUE;

    Writer(String service, HttpClient client, Ledger ledger, World.Rows rows, long seed) {
        this.service = service;
        this.client = client;
        this.ledger = ledger;
        this.rows = rows;
        random = new Random(seed);
    }

    /** Begins no other claim, and gives up what is not acknowledged by then. */
    void end(Duration within) {
        deadline = System.nanoTime() + within.toNanos();
        ending = true;
    }

    @Override
    public void run() {
        try {
            while (!ending) {
                claim();
            }
        } catch (Over over) {
            // what was not acknowledged may be there or not, once
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void claim() throws InterruptedException {
        var text = "The bridge was closed for " + random.nextInt(1_000) + " days "
                + new UUID(random.nextLong(), random.nextLong());
        var body = write(SUBMITTER, "submit", "POST", "/v1/claims", null, "{\"text\":\"" + text + "\"}");
        if (body == null) {
            return;
        }
        var found = ID.matcher(body);
        if (!found.find()) {
            rows.now.unexpected("submit without id");
            return;
        }
        var id = found.group(1);
        ledger.claim(id, text);
        var path = "/v1/claims/" + id;
        var source = "Table " + new UUID(random.nextLong(), random.nextLong());
        boolean proposed = move("rita", path, "in_review")
                && write(
                                REVIEWER,
                                "source",
                                "POST",
                                path + "/sources",
                                null,
                                "{\"url\":\"https://statistics.example/1\",\"title\":\"" + source
                                        + "\",\"publisher\":\"Office\",\"role\":\"refutes\"}")
                        != null
                && ledger.source(id, source)
                && write(
                                REVIEWER,
                                "draft",
                                "PUT",
                                path + "/verdict-draft",
                                null,
                                "{\"rating\":\"false\",\"quoteVerdict\":\"exact\",\"summary\":\"It was not.\","
                                        + "\"explanation\":\"We asked.\",\"language\":\"en\"}")
                        != null
                && move("rita", path, "proposed");
        if (proposed && move("ed", path, "published")) {
            ledger.published(id);
        }
    }

    private boolean move(String who, String path, String to) throws InterruptedException {
        var etag = etag(path);
        return etag != null
                && write(
                                who.equals("ed") ? "editor" : REVIEWER,
                                to,
                                "POST",
                                path + "/transitions",
                                etag,
                                "{\"to\":\"" + to + "\"}")
                        != null;
    }

    private String etag(String path) throws InterruptedException {
        while (true) {
            var answer = send(REVIEWER, "read", "GET", path, null, null, null);
            if (answer != null && answer.statusCode() == 200) {
                return answer.headers().firstValue("ETag").orElseThrow();
            }
            if (answer != null && answer.statusCode() < 500) {
                rows.now.unexpected("read " + answer.statusCode());
                return null;
            }
            pause();
        }
    }

    /** @return the body, or null when the service refused it, which nothing here deserves */
    private String write(String role, String operation, String method, String path, String etag, String body)
            throws InterruptedException {
        var began = rows.now;
        var key = new UUID(random.nextLong(), random.nextLong()).toString();
        long since = System.nanoTime();
        boolean tried = false;
        while (true) {
            var answer = send(role, operation, method, path, key, etag, body);
            int status = answer == null ? 0 : answer.statusCode();
            // a PUT has no key: that of before was done after all
            boolean done =
                    status >= 200 && status < 300 || tried && method.equals("PUT") && (status == 428 || status == 412);
            if (done) {
                if (method.equals("POST")) {
                    ledger.acknowledged(
                            new Ledger.Deed(began, since, role, path, key, etag, body, status, answer.body()));
                }
                began.acknowledged.incrementAndGet();
                return answer.body();
            }
            boolean passes = status == 0
                    || status >= 500
                    || status == 409 && answer.body().contains("request-in-progress");
            if (!passes) {
                rows.now.unexpected(operation + " " + status);
                return null;
            }
            tried = true;
            pause();
        }
    }

    /** @return null when the connection failed */
    private HttpResponse<String> send(
            String role, String operation, String method, String path, String key, String etag, String body)
            throws InterruptedException {
        if (System.nanoTime() > deadline) {
            throw new Over();
        }
        var now = rows.now;
        int pauses = rows.pauses();
        long began = System.nanoTime();
        try {
            var answer = client.send(
                    Requests.of(service, role, method, path, key, etag, body), HttpResponse.BodyHandlers.ofString());
            rows.of(now, pauses).answered(operation, answer.statusCode(), (System.nanoTime() - began) / 1_000_000);
            return answer;
        } catch (java.net.http.HttpConnectTimeoutException refused) {
            return null;
        } catch (java.net.http.HttpTimeoutException hangs) {
            now.requests.incrementAndGet();
            now.hung.incrementAndGet();
            return null;
        } catch (IOException cut) {
            now.requests.incrementAndGet();
            return null;
        }
    }

    private void pause() throws InterruptedException {
        Thread.sleep(100 + random.nextInt(200));
    }
}
