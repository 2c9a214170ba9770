package org.quotecheck.faults;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What the service acknowledged, and whether the database has it: all, once. */
final class Ledger {

    /**
     * A write that was acknowledged.
     *
     * @param row the fault during which it was first tried
     * @param since when that was ({@link System#nanoTime})
     */
    record Deed(
            Row row,
            long since,
            String role,
            String path,
            String key,
            String etag,
            String body,
            int status,
            String answer) {}

    private final Queue<Deed> deeds = new ConcurrentLinkedQueue<>();
    private final Map<String, String> claims = new ConcurrentHashMap<>();
    private final Map<String, String> sources = new ConcurrentHashMap<>();
    final Queue<String> published = new ConcurrentLinkedQueue<>();
    private final AtomicLong lastSince = new AtomicLong(Long.MIN_VALUE);

    void acknowledged(Deed deed) {
        deeds.add(deed);
        lastSince.accumulateAndGet(deed.since(), Math::max);
    }

    /** Whether a write that began after that moment was acknowledged. */
    boolean acknowledgedSince(long moment) {
        return lastSince.get() > moment;
    }

    void claim(String id, String text) {
        claims.put(id, text);
    }

    boolean source(String claim, String title) {
        sources.put(claim, title);
        return true;
    }

    void published(String claim) {
        published.add(claim);
    }

    /** Each deed by its key, and what it did by what it made. */
    void reckon(Connection database) throws SQLException {
        try (var records = database.prepareStatement(
                        "select count(*) from idempotency_record where key = ? and status = ?");
                var texts = database.prepareStatement(
                        "select count(*) from claim where text = ? and cast(id as text) = ?");
                var alike = database.prepareStatement("select count(*) from claim where text = ?");
                var titles = database.prepareStatement("select count(*) from source where title = ?");
                var revisions = database.prepareStatement("""
                        select count(*) from verdict_revision join log_entry using (claim_id, number)
                        where cast(claim_id as text) = ?""")) {
            for (var deed : deeds) {
                count(deed.row(), records, deed.key(), deed.status());
                var claim = deed.path().split("/").length > 3 ? deed.path().split("/")[3] : null;
                if (claim == null) {
                    var id = deed.answer().replaceFirst("^\\{\"id\":\"([^\"]+)\"(?s:.*)$", "$1");
                    count(deed.row(), texts, claims.get(id), id);
                    count(deed.row(), alike, claims.get(id));
                } else if (deed.path().endsWith("/sources")) {
                    count(deed.row(), titles, sources.get(claim));
                } else if (deed.body().contains("\"published\"")) {
                    count(deed.row(), revisions, claim);
                }
            }
        }
    }

    private static void count(Row row, java.sql.PreparedStatement query, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            query.setObject(i + 1, values[i]);
        }
        try (var answer = query.executeQuery()) {
            answer.next();
            if (answer.getInt(1) == 0) {
                row.lost.incrementAndGet();
            } else if (answer.getInt(1) > 1) {
                row.doubled.incrementAndGet();
            }
        }
    }

    /** Asks again for some of what was done: the first answer must come back, and nothing happen. */
    void repeat(String service, HttpClient client, int most) throws IOException, InterruptedException {
        var all = List.copyOf(deeds);
        for (int i = 0; i < Math.min(most, all.size()); i++) {
            var deed = all.get((int) ((long) i * all.size() / Math.min(most, all.size())));
            var answer = client.send(
                    Requests.of(service, deed.role(), "POST", deed.path(), deed.key(), deed.etag(), deed.body()),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != deed.status() || !answer.body().equals(deed.answer())) {
                deed.row().unexpected("another answer to the same key: " + answer.statusCode());
            }
        }
    }
}
