package org.quotecheck.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quotecheck.Api;
import org.quotecheck.ProductionBackends;
import org.quotecheck.claim.ClaimStatus;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Role;
import org.quotecheck.stage.Callers;
import org.quotecheck.stage.Load;
import org.quotecheck.stage.Pgbench;
import org.quotecheck.stage.Service;
import org.quotecheck.verdict.Rating;

/**
 * GET /v1/claims over many claims: our server beside pgbench with the same SQL, and the plan of each filter. See
 * ../README.md.
 */
final class SearchTime {

    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)");
    private static final Pattern SCAN = Pattern.compile("Seq Scan on (claim|appearance|verdict_revision)\\b");
    /** What PLANS.md keeps of a plan: how rows are found and how long all took. */
    private static final Pattern TELLING = Pattern.compile("Scan (using|on)|Join|Cond:|Filter: \\(|Removed|Execution");

    static final String JAR = "target/quarkus-app/quarkus-run.jar";
    private static final int LIMIT = 20;
    private static final int SCRIPTS = 120;
    private static final Actor PUBLIC = new Actor(null, null, Set.of());
    private static final Actor REVIEWER = new Actor("rita", null, Set.of(Role.REVIEWER, Role.SUBMITTER));

    /** One request: who asks, and its query parameters. */
    private record Query(Actor viewer, Map<String, String> filters) {

        ClaimFilter filter() {
            var f = filters;
            return ClaimFilter.of(
                    f.get("q"),
                    f.containsKey("status") ? ClaimStatus.fromString(f.get("status")) : null,
                    f.containsKey("rating") ? Rating.fromString(f.get("rating")) : null,
                    f.get("claimant"),
                    f.get("publisher"),
                    f.get("language"),
                    f.get("articleUrl"),
                    f.get("updatedSince"),
                    f.get("tag"),
                    f.get("submittedBy"));
        }

        /** The statement that finds the claims, with its values written into it. */
        String sql() {
            var values = new LinkedHashMap<String, Object>();
            var sql = ClaimList.statement(filter(), viewer, false, values);
            values.put("limit", LIMIT + 1);
            return literal(sql, values);
        }

        String path() {
            return "/v1/claims?"
                    + filters.entrySet().stream()
                            .map(filter -> filter.getKey()
                                    + '='
                                    + URLEncoder.encode(filter.getValue(), StandardCharsets.UTF_8))
                            .collect(Collectors.joining("&"));
        }
    }

    private final Load load = new Load();
    private final Random random = new Random(11);
    private final Connection database;
    private final Service service;
    private final Path scratch;

    private SearchTime(Connection database, Service service, Path scratch) {
        this.database = database;
        this.service = service;
        this.scratch = scratch;
    }

    public static void main(String[] arguments) throws Exception {
        var scratch = Path.of(arguments[1]);
        int claims = Integer.parseInt(arguments[2]);
        int seconds = Integer.parseInt(arguments[3]);
        var backends = new ProductionBackends();
        backends.init(Map.of());
        var configuration = backends.start();
        var url = configuration.get("quarkus.datasource.jdbc.url");
        try (var service = Service.ready(Path.of(arguments[0], JAR), configuration, scratch);
                var database = DriverManager.getConnection(
                        url,
                        configuration.get("quarkus.datasource.username"),
                        configuration.get("quarkus.datasource.password"))) {
            var bench = new SearchTime(database, service, scratch);
            bench.load.into(database, claims);
            try (var statement = database.createStatement()) {
                statement.execute("vacuum analyze");
            }
            boolean sequential = bench.plans(Path.of(arguments[4]), claims);
            bench.times(configuration, claims, seconds);
            bench.sizes(claims);
            if (sequential) {
                throw new IllegalStateException("a filter reads a whole table");
            }
        } finally {
            backends.stop();
        }
    }

    /** For docs/self-hosting.md: what so many claims need. */
    private void sizes(int claims) throws Exception {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select pg_database_size(current_database()) / 1048576")) {
            row.next();
            var resident = Files.readAllLines(
                            Path.of("/proc/" + service.process().pid() + "/status"))
                    .stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .collect(Collectors.joining());
            System.out.printf("%,d claims: database %d MiB, server %s%n", claims, row.getLong(1), resident);
        }
    }

    /** @return whether any of them reads a whole table */
    private boolean plans(Path file, int claims) throws Exception {
        var text = new StringBuilder(
                "# Plans\n\nOf each filter of `GET /v1/claims` alone, and of `POST /v1/claims/match`, over %,d claims; written by `run`, PostgreSQL %s. Lines on how\nrows are found are kept.\n"
                        .formatted(claims, database.getMetaData().getDatabaseProductVersion()));
        boolean sequential = false;
        var filters = new LinkedHashMap<String, String>();
        filters.put("q", load.words.get(50) + " " + load.words.get(900));
        filters.put("status", "in_review");
        filters.put("rating", "satire");
        filters.put("claimant", Load.claimant(700));
        filters.put("publisher", "courier77.example");
        filters.put("language", "pt");
        filters.put("articleUrl", Load.url(17));
        filters.put("updatedSince", "2025-11-20T00:00:00Z");
        filters.put("submittedBy", "me");
        var all = new LinkedHashMap<String, Query>();
        filters.forEach((name, value) -> {
            if (!name.equals("submittedBy")) {
                all.put(name + ", public", new Query(PUBLIC, Map.of(name, value)));
            }
            all.put(
                    name + ", reviewer",
                    new Query(
                            name.equals("submittedBy") ? new Actor("sam7", null, REVIEWER.roles()) : REVIEWER,
                            Map.of(name, value)));
        });
        all.put("none, public", new Query(PUBLIC, Map.of()));
        all.put(
                "q and language, submitter",
                new Query(
                        new Actor("sam7", null, Set.of(Role.SUBMITTER)),
                        Map.of("q", load.words.get(50), "language", "en")));
        for (var query : all.entrySet()) {
            sequential |= plan(
                    text,
                    query.getKey() + ": `" + query.getValue().path() + '`',
                    query.getValue().sql());
        }
        for (var viewer : List.of(PUBLIC, REVIEWER)) {
            var asked = load.words.subList(700, 710);
            sequential |= plan(
                    text,
                    "match, " + (viewer == PUBLIC ? "public" : "reviewer"),
                    literal(
                            NearClaims.statement(viewer),
                            Map.of(
                                    "q",
                                    String.join(" or ", asked),
                                    "pairs",
                                    NearClaims.pairs(asked),
                                    "folded",
                                    String.join(" ", asked),
                                    "most",
                                    60)));
        }
        Files.writeString(file, text);
        return sequential;
    }

    private boolean plan(StringBuilder text, String name, String sql) throws Exception {
        try (var statement = database.createStatement();
                var lines = statement.executeQuery("explain (analyze, costs off, timing off, buffers off) " + sql)) {
            var plan = new StringBuilder();
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
            text.append("\n## ")
                    .append(name)
                    .append("\n\n```\n")
                    .append(plan.toString()
                            .lines()
                            .filter(line -> TELLING.matcher(line).find())
                            .collect(Collectors.joining("\n")))
                    .append("\n```\n");
            return SCAN.matcher(plan).find();
        }
    }

    private void times(Map<String, String> configuration, int claims, int seconds) throws Exception {
        var queries = new ArrayList<Query>();
        while (queries.size() < SCRIPTS) {
            queries.add(query());
        }
        var scripts = new ArrayList<String>();
        for (var query : queries) {
            scripts.add(script(query));
        }
        var token = "Authorization: Bearer " + Api.token("rita", "reviewer") + "\r\n";
        var requests = queries.stream()
                .map(query -> Callers.get(query.path(), query.viewer() == PUBLIC ? "" : token))
                .toList();
        Times.compare(
                "list of %d claims".formatted(claims),
                new Pgbench(configuration, scratch),
                scripts,
                service.port(),
                requests,
                seconds);
    }

    /** What a reader asks for: mostly words, often with a filter or two. */
    private Query query() {
        var filters = new LinkedHashMap<String, String>();
        int kind = random.nextInt(10);
        if (kind < 5) {
            filters.put(
                    "q",
                    load.word()
                            + (kind < 3 ? " " + load.word() : kind == 3 ? " -" + load.word() : " or " + load.word()));
        }
        if (kind % 4 == 1) {
            filters.put("language", Load.LANGUAGES.get(random.nextInt(Load.LANGUAGES.size())));
        }
        switch (kind) {
            case 2 -> filters.put("rating", "false");
            case 5 -> filters.put("claimant", Load.claimant(random.nextInt(2_000)));
            case 6 -> filters.put("publisher", "courier" + random.nextInt(300) + ".example");
            case 7 -> filters.put("articleUrl", Load.url(random.nextInt(20_000)));
            case 8 -> filters.put("rating", "mixed");
            case 9 -> filters.put("updatedSince", "2025-11-%02dT00:00:00Z".formatted(1 + random.nextInt(28)));
            default -> {}
        }
        return new Query(random.nextInt(10) < 6 ? PUBLIC : REVIEWER, filters);
    }

    /** The five statements of a request, as Hibernate writes them. */
    private String script(Query query) throws Exception {
        var ids = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query.sql())) {
            while (rows.next() && ids.size() < LIMIT) {
                ids.add("'" + rows.getString(1) + "'");
            }
        }
        var script = new StringBuilder("begin;\n")
                .append(query.sql().replace('\n', ' '))
                .append(";\n");
        if (!ids.isEmpty()) {
            var in = String.join(",", ids);
            script.append(
                    """
                    select id, assignee, claim_date, claimant_job_title, claimant_key, claimant_name, claimant_same_as, claimant_type, created_at, duplicate_of, identity, checkability, open_reports, retracted, retraction_at, retraction_by, retraction_note, \
                    language, proposed_by, published_claimant_key, published_language, published_text, verdict_language, rating, revision, search_text, status, status_reason, \
                    submitted_by, text, updated_at, version from claim where id in (%1$s);
                    select id, article_id, article_version, claim_id, created_at, date, own_claim_id, parts, publisher_keys, publisher_name, publisher_site, quote_id, title, \
                    url, url_hash from appearance where claim_id in (%1$s) order by id;
                    select id, accessed_at, archive_url, author, claim_id, created_at, excerpt, note, published_at, publisher, role, title, url from source \
                    where claim_id in (%1$s) order by id;
                    select claim_id, number, approved_by, content, content_digest, digest, kind, previous_digest, proposed_by, published_at from verdict_revision \
                    where (claim_id, number) in (%2$s);
                    """.formatted(in, ids.stream().map(id -> "(" + id + ",1)").collect(Collectors.joining(","))));
        }
        return script.append("commit;\n").toString();
    }

    private static String literal(String sql, Map<String, Object> values) {
        return PARAMETER.matcher(sql).replaceAll(found -> {
            var value = values.get(found.group(1));
            return java.util.regex.Matcher.quoteReplacement(
                    value instanceof Number
                            ? value.toString()
                            : "'" + value.toString().replace("'", "''") + "'");
        });
    }
}
