package org.quotecheck.faults;

import java.io.File;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What must be none when all is over: gaps, broken chains, and what somebody left lying. */
final class Reckoning {

    private static final int CHAINS = 12;

    private static final Map<String, String> NONE = new LinkedHashMap<>();

    static {
        NONE.put("gaps in the numbers of revisions", """
                select count(*) from (select claim_id from verdict_revision group by claim_id
                having max(number) <> count(*) or min(number) <> 1) gap""");
        NONE.put("gaps in the log", "select coalesce(max(index) + 1, 0) - count(*) from log_entry");
        NONE.put("revisions that are not in the log", """
                select count(*) from verdict_revision r where not exists (
                  select from log_entry e where e.claim_id = r.claim_id and e.number = r.number)""");
        NONE.put("published claims without their revision", """
                select count(*) from claim c where status = 'published' and not exists (
                  select from verdict_revision r where r.claim_id = c.id and r.number = c.revision)""");
        NONE.put("claims with the same words", "select count(*) - count(distinct text) from claim");
        NONE.put("sources with the same title", "select count(*) - count(distinct title) from source");
        NONE.put("transactions left open", """
                select count(*) from pg_stat_activity where usename = 'quotecheck'
                and state like 'idle in transaction%' and state_change < now() - interval '2 seconds'""");
        NONE.put("advisory locks left", """
                select count(*) from pg_locks l join pg_stat_activity a using (pid)
                where locktype = 'advisory' and a.xact_start < now() - interval '2 seconds'""");
        NONE.put("prepared transactions left", "select count(*) from pg_prepared_xacts");
    }

    private Reckoning() {}

    /** @return by its name, how many there are of each */
    static Map<String, Long> of(World world, Connection database, Ledger ledger, Path root, Path scratch)
            throws Exception {
        var found = new LinkedHashMap<String, Long>();
        for (var query : NONE.entrySet()) {
            found.put(query.getKey(), count(database, query.getValue()));
        }
        var published = List.copyOf(ledger.published);
        long broken = 0;
        for (int i = 0; i < Math.min(CHAINS, published.size()); i++) {
            var claim = published.get((int) ((long) i * published.size() / Math.min(CHAINS, published.size())));
            broken += holds(world, claim, root, scratch) ? 0 : 1;
        }
        found.put("chains that do not hold", broken);
        found.put("runs without a chain to look at", published.isEmpty() ? 1L : 0L);
        return found;
    }

    private static long count(Connection database, String query) throws SQLException {
        try (var statement = database.createStatement();
                var answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private static boolean holds(World world, String claim, Path root, Path scratch) throws Exception {
        var page = scratch.resolve("revisions.json");
        var request = HttpRequest.newBuilder(
                        URI.create(world.address() + "/v1/claims/" + claim + "/verdict-revisions?limit=100"))
                .build();
        Files.writeString(
                page,
                world.client()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .body());
        var docs = root.resolve("docs");
        var log = scratch.resolve("chains.log").toFile();
        return ends(log, "node", docs.resolve("verify-revisions.mjs").toString(), page.toString())
                && ends(log, "node", docs.resolve("verify-log.mjs").toString(), world.address(), claim);
    }

    private static boolean ends(File log, String... command) throws Exception {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
