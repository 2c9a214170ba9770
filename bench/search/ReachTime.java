package org.quotecheck.search;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quotecheck.ProductionBackends;
import org.quotecheck.stage.Callers;
import org.quotecheck.stage.Load;
import org.quotecheck.stage.Pgbench;
import org.quotecheck.stage.Service;
import org.quotecheck.stage.StatementLog;

/**
 * claims:search, the feeds and the assistants' tools over many claims: statements, plans, and times beside pgbench with
 * the SQL that PostgreSQL saw. See ../README.md.
 */
final class ReachTime {

    private static final int REQUESTS = 60;
    private static final int MOST_STATEMENTS = 2;
    private static final Pattern SCAN =
            Pattern.compile("Seq Scan on (claim|appearance|verdict_revision|embed|article|log_entry)\\b");
    /** Atom's link, the JSON Feed's member, and the header of DataFeed's pages (RFC 8288). */
    private static final Pattern NEXT = Pattern.compile(
            "<link rel=.next.[^>]*href=\"([^\"]+)\"|\"next_url\"\\s*:\\s*\"([^\"]+)\"|<([^>]+)>; rel=\"next\"");

    private static final String BASE = "https://facts.example";
    private static final String ACCEPT = "application/json, text/event-stream";

    private final Load load = new Load();
    private final Random random = new Random(13);
    private final Connection database;
    private final Service service;
    private final StatementLog log;
    private final HttpClient client = HttpClient.newHttpClient();
    private boolean failed;

    private ReachTime(Connection database, Service service, StatementLog log) {
        this.database = database;
        this.service = service;
        this.log = log;
    }

    public static void main(String[] arguments) throws Exception {
        var root = Path.of(arguments[0]);
        var scratch = Path.of(arguments[1]);
        int claims = Integer.parseInt(arguments[2]);
        int seconds = Integer.parseInt(arguments[3]);
        var postgresLog = scratch.resolve("postgres.log");
        Files.deleteIfExists(postgresLog);
        var backends = new ProductionBackends();
        backends.init(Map.of("log", postgresLog.toString()));
        var configuration = backends.start();
        var url = configuration.get("quarkus.datasource.jdbc.url");
        try (var service = Service.ready(root.resolve(SearchTime.JAR), configuration, scratch);
                var database = DriverManager.getConnection(
                        url,
                        configuration.get("quarkus.datasource.username"),
                        configuration.get("quarkus.datasource.password"));
                var owner = DriverManager.getConnection(url.replaceAll("/[^/]*$", "/postgres"), "postgres", "")) {
            var bench = new ReachTime(database, service, new StatementLog(postgresLog));
            bench.load.into(database, claims);
            execute(database, "vacuum analyze");
            for (var door : bench.doors().entrySet()) {
                var scripts = bench.scripts(door.getKey(), door.getValue(), owner);
                Times.compare(
                        door.getKey() + " of %d claims".formatted(claims),
                        new Pgbench(configuration, scratch),
                        scripts,
                        service.port(),
                        door.getValue().stream().map(Ask::bytes).toList(),
                        seconds);
            }
            if (bench.failed) {
                throw new IllegalStateException("more statements than wanted, or a whole table read");
            }
        } finally {
            backends.stop();
        }
    }

    private Map<String, List<Ask>> doors() throws Exception {
        var doors = new LinkedHashMap<String, List<Ask>>();
        var searches = new ArrayList<Ask>();
        var tools = new ArrayList<Ask>();
        for (int i = 0; i < REQUESTS; i++) {
            var language = Load.LANGUAGES.get(random.nextInt(Load.LANGUAGES.size()));
            searches.add(get("/v1alpha1/claims:search?query=" + load.word()
                    + (i % 3 == 0 ? "&languageCode=" + language : "") + (i % 4 == 0 ? "&maxAgeDays=400" : "")));
            tools.add(
                    switch (i % 3) {
                        case 0 -> tool("search_fact_checks", "{\"query\":\"" + load.word() + "\"}");
                        case 1 ->
                            tool("fact_checks_for_article", "{\"url\":\"" + Load.url(random.nextInt(20_000)) + "\"}");
                        default -> tool("list_corrections", "{}");
                    });
        }
        doors.put("claims:search", searches);
        doors.put("tools", tools);
        for (var feed : List.of("verdicts.atom", "verdicts.json", "claimreview.jsonld", "corrections.atom")) {
            doors.put(feed, pages("/feeds/" + feed));
        }
        return doors;
    }

    /** The feed's pages one after another, as a reader follows them. */
    private List<Ask> pages(String first) throws Exception {
        var pages = new ArrayList<Ask>();
        for (var path = first; path != null && pages.size() < REQUESTS; ) {
            var page = get(path);
            pages.add(page);
            var next = NEXT.matcher(send(page));
            var link = next.find()
                    ? Stream.of(1, 2, 3)
                            .map(next::group)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElseThrow()
                    : null;
            path = link == null ? null : link.replace(BASE, "").replace("&amp;", "&");
        }
        return pages;
    }

    /** @param json null for GET */
    private record Ask(String target, String json) {

        HttpRequest at(Service service) {
            var request = HttpRequest.newBuilder(service.at(target));
            return json == null
                    ? request.build()
                    : request.header("Content-Type", "application/json")
                            .header("Accept", ACCEPT)
                            .POST(BodyPublishers.ofString(json))
                            .build();
        }

        byte[] bytes() {
            return json == null ? Callers.get(target, "") : Callers.post(target, "Accept: " + ACCEPT + "\r\n", json);
        }
    }

    private static Ask get(String path) {
        return new Ask(path, null);
    }

    private static Ask tool(String name, String arguments) {
        return new Ask(
                "/mcp",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + name
                        + "\",\"arguments\":" + arguments + "}}");
    }

    /** The header Link and the body. */
    private String send(Ask ask) throws Exception {
        var request = ask.at(service);
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(request + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.headers().firstValue("Link").orElse("") + answer.body();
    }

    /** What PostgreSQL executes for each request, as a script of pgbench. */
    private List<String> scripts(String door, List<Ask> requests, Connection owner) throws Exception {
        for (var request : requests) {
            send(request);
        }
        log.record(owner, true);
        var scripts = new ArrayList<String>();
        var whole = new HashSet<String>();
        int most = 0;
        for (var request : requests) {
            log.next();
            send(request);
            var statements = log.next();
            var reads = statements.stream()
                    .filter(sql -> !sql.equalsIgnoreCase("begin") && !sql.equalsIgnoreCase("commit"))
                    .toList();
            most = Math.max(most, reads.size());
            for (var sql : reads) {
                whole.addAll(wholeTables(sql));
            }
            scripts.add(String.join(";\n", statements) + ";\n");
        }
        log.record(owner, false);
        failed |= most > MOST_STATEMENTS || !whole.isEmpty();
        System.out.printf(
                "%n%s: %d requests, at most %d statements, whole tables read: %s%n%n",
                door, requests.size(), most, whole.isEmpty() ? "none" : whole);
        return scripts;
    }

    private List<String> wholeTables(String sql) throws Exception {
        try (var statement = database.createStatement();
                var lines = statement.executeQuery("explain " + sql)) {
            var whole = new ArrayList<String>();
            while (lines.next()) {
                var scan = SCAN.matcher(lines.getString(1));
                if (scan.find()) {
                    whole.add(scan.group(1));
                }
            }
            return whole;
        }
    }

    private static void execute(Connection database, String sql) throws Exception {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
