package org.quotecheck.reads;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.quotecheck.IdentityProvider;
import org.quotecheck.stage.Callers;
import org.quotecheck.stage.Pgbench;
import org.quotecheck.stage.Rounds;
import org.quotecheck.stage.Rounds.Candidate;
import org.quotecheck.stage.Rounds.Sample;

/**
 * {@code POST /v1/articles} with 50 quotes, beside pgbench that writes the same rows, one statement a table, in one
 * transaction.
 */
record Submissions(World world) {

    private static final int CONNECTIONS = 4;
    private static final int QUOTES = 50;
    /** Than a read. */
    private static final int HEAVIER = 20;

    private static final int ARTICLES = 8_000;
    private static final List<String> NAMES = List.of("Weiss", "Lee", "Okafor", "Silva", "Novak", "Haddad", "Ito");

    void run(Rounds rounds, int warmUp) throws Exception {
        var authorization = "Authorization: Bearer " + IdentityProvider.token("sam", Set.of("submitter")) + "\r\n";
        var requests = new LinkedHashMap<String, Callers>();
        for (var service : world.services().entrySet()) {
            var all = new ArrayList<byte[]>();
            for (int i = 0; i < ARTICLES; i++) {
                all.add(Callers.post("/v1/articles", authorization, article()));
            }
            requests.put(service.getKey(), new Callers(CONNECTIONS, all, 201));
        }
        var candidates = new ArrayList<Candidate>();
        requests.forEach((form, callers) -> candidates.add(new Candidate(
                form,
                seconds -> callers.ask(world.services().get(form).port, seconds),
                () -> world.cpu(world.services().get(form)))));
        // the first article is there once ours have run
        candidates.getFirst().work().run(1);
        candidates.add(world.pgbench(List.of(script()), CONNECTIONS));
        var measured = rounds.run(
                "Submission of " + QUOTES + " quotes, " + CONNECTIONS + " connections", candidates, warmUp / HEAVIER);
        for (var form : world.services().keySet()) {
            var name = "submission, " + form + ": ";
            measured.tell("reads", name + "rate ÷ multi-row SQL's", "a second", form, World.PGBENCH, Sample::rate);
            measured.tell(
                    "reads", name + "CPU with the database ÷ multi-row SQL's", "µs", form, World.PGBENCH, Sample::both);
        }
    }

    private static String article() throws Exception {
        var text = new StringBuilder();
        for (int i = 0; i < QUOTES; i++) {
            text.append("The council met again on Monday, in its %d. session, and heard what the year had brought.\n\n"
                            .formatted(i + 1))
                    .append("\"Our %d libraries lent %d books more than in the year before,\" Marta %s said.\n\n"
                            .formatted(12 + i, 1_000 + 37 * i, NAMES.get(i % NAMES.size())));
        }
        return new ObjectMapper()
                .writeValueAsString(Map.of(
                        "url",
                        "https://valley-news.example/" + UUID.randomUUID(),
                        "title",
                        "A year of loans",
                        "text",
                        text.toString()));
    }

    /** The rows of an article that is there, under another id and address. */
    private Pgbench.Script script() throws Exception {
        try (var database = world.database().admin()) {
            var article = row(database, "select id from article order by id limit 1");
            if (!row(database, "select count(*) from quote where article_id = '" + article + "'")
                    .equals("" + QUOTES)) {
                throw new IllegalStateException("not " + QUOTES + " quotes were found");
            }
            var of = " where article_id = '" + article + "'";
            var sql = "begin;\n"
                    + "select gen_random_uuid() as article, encode(sha256(cast(cast(gen_random_uuid() as text) as bytea)), 'hex') as hash \\gset\n"
                    + insert(
                            database,
                            "article",
                            " where id = '" + article + "'",
                            Map.of("id", ":article", "url_hash", ":hash"))
                    + insert(database, "article_address", of, Map.of("article_id", ":article", "url_hash", ":hash"))
                    + insert(database, "article_version", of, Map.of("article_id", ":article"))
                    + insert(database, "quote", of, Map.of("id", "gen_random_uuid()", "article_id", ":article"))
                    + "insert into submission_count values ('pgbench', current_date, 1) on conflict (subject, day) do update set number = submission_count.number + 1;\n"
                    + "commit;\n";
            return new Pgbench.Script(sql, Map.of());
        }
    }

    /** @param others expressions in place of the values of columns */
    private static String insert(Connection database, String table, String where, Map<String, String> others)
            throws Exception {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select * from " + table + where)) {
            var columns = new ArrayList<String>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                columns.add(rows.getMetaData().getColumnName(i));
            }
            var values = new ArrayList<String>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (var column : columns) {
                    row.add(others.containsKey(column) ? others.get(column) : literal(rows.getString(column)));
                }
                values.add('(' + String.join(", ", row) + ')');
            }
            return "insert into %s (%s) values %s;\n"
                    .formatted(
                            table, String.join(", ", columns), values.stream().collect(Collectors.joining(",\n")));
        }
    }

    private static String literal(String value) {
        return value == null ? "null" : "'" + value.replace("'", "''") + "'";
    }

    private static String row(Connection database, String sql) throws Exception {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
