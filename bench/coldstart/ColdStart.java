import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.quotecheck.IdentityProvider;
import org.quotecheck.ProductionPostgres;
import org.quotecheck.stage.Ratios;

/**
 * How long each function and server takes from exec to its first answer, and what memory it holds.
 * {@code bench/coldstart/run} starts it.
 */
final class ColdStart {

    private static final String NO_DATABASE = Question.NO_DATABASE;
    private static final String EMBED = Question.EMBED;

    private static final int MANY = 10_000;

    private final Path directory;
    private final Path scratch;
    private final ProductionPostgres postgres;
    private final Map<String, String> configuration = new HashMap<>();
    /** What was measured, in ms: by peer and request, one number a start. */
    private final Map<String, List<Double>> measured = new LinkedHashMap<>();

    private ColdStart(Path directory, Path scratch, ProductionPostgres postgres, IdentityProvider identity) {
        this.directory = directory;
        this.scratch = scratch;
        this.postgres = postgres;
        configuration.putAll(postgres.configuration());
        configuration.putAll(identity.configuration());
        // all that it submits in all its starts
        configuration.put("quotecheck.quota.submissions-per-day", "0");
    }

    /**
     * Arguments: this directory, one for scratch, rounds, whether the page cache is dropped before each start, and
     * {@code name=artefact}s.
     */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[2]);
        boolean dropped = Boolean.parseBoolean(arguments[3]);
        try (var postgres = new ProductionPostgres();
                var identity = new IdentityProvider()) {
            var bench = new ColdStart(Path.of(arguments[0]), Path.of(arguments[1]), postgres, identity);
            var peers = bench.peers(Arrays.asList(arguments).subList(4, arguments.length));
            bench.seed(peers);
            bench.run(peers, 2, false);
            bench.measured.clear();
            bench.run(peers, rounds, dropped);
            bench.print(rounds, dropped);
            bench.tell(peers);
            if (!dropped) {
                bench.memory(peers);
            }
        }
    }

    private List<Peer> peers(List<String> artefacts) throws IOException {
        var peers = new ArrayList<>(List.of(
                Peer.plain("static C", scratch.resolve("floor").toString()),
                Peer.plain("hello Node", "node", directory.resolve("hello.mjs").toString()),
                Peer.twin(
                        "Node twin",
                        "postgresql://" + ProductionPostgres.USER + ":"
                                + ProductionPostgres.PASSWORD.replace(" ", "%20") + "@localhost:" + postgres.port()
                                + "/" + postgres.database(),
                        "node",
                        scratch.resolve("twin.mjs").toString())));
        for (var artefact : artefacts) {
            var parts = artefact.split("=", 2);
            peers.add(Peer.ours(parts[0], Path.of(parts[1]).toAbsolutePath(), scratch, configuration));
        }
        return peers;
    }

    /** The first of our artefacts brings the schema, as it would at a deployment. */
    private void seed(List<Peer> peers) throws Exception {
        var first = peers.stream()
                .filter(peer -> peer.requests().contains(Question.CLAIM))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("name=artefact is missing"));
        start(first.with("QUARKUS_FLYWAY_MIGRATE_AT_START", "true"), NO_DATABASE, 1);
        try (var connection = DriverManager.getConnection(
                        postgres.jdbcUrl(), ProductionPostgres.USER, ProductionPostgres.PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute(Files.readString(directory.resolve("seed.sql")));
            statement.execute("analyze");
        }
    }

    private void run(List<Peer> peers, int rounds, boolean dropped) throws Exception {
        for (int round = 0; round < rounds; round++) {
            for (var peer : peers) {
                for (var request : peer.requests()) {
                    if (dropped) {
                        dropPageCache();
                    }
                    var start = start(peer, request, 1);
                    measured.computeIfAbsent(peer.name() + " | " + request, key -> new ArrayList<>())
                            .add(start.answer());
                    measured.computeIfAbsent(peer.name() + " | " + request + " | init", key -> new ArrayList<>())
                            .add(start.init());
                }
            }
        }
    }

    /**
     * @param init ms to the first request for an event (a server's: to the first connection taken)
     * @param rss kB after the last answer
     */
    private record Start(double init, double answer, long rss, long executableRss) {}

    private Start start(Peer peer, String request, int requests) throws Exception {
        return peer.server() ? startServer(peer, request, requests) : startFunction(peer, request, requests);
    }

    private Start startFunction(Peer peer, String request, int requests) throws Exception {
        var template = directory.resolve("event.json");
        var question = Question.of(request);
        try (var api = new RuntimeApi()) {
            api.give(question.event(template));
            long began = System.nanoTime();
            var process = peer.exec(Map.of("AWS_LAMBDA_RUNTIME_API", api.address()), scratch.resolve("output.log"));
            try {
                var first = api.await();
                check(peer, request, first.body());
                for (int more = 1; more < requests; more++) {
                    api.give(question.event(template));
                    check(peer, request, api.await().body());
                }
                return new Start(
                        ms(first.firstAsked() - began),
                        ms(first.answered() - began),
                        memory(process, "VmRSS"),
                        memory(process, "RssFile"));
            } finally {
                stop(process);
            }
        }
    }

    private Start startServer(Peer peer, String request, int requests) throws Exception {
        int port = freePort();
        long began = System.nanoTime();
        var process = peer.exec(Map.of("QUARKUS_HTTP_PORT", String.valueOf(port)), scratch.resolve("output.log"));
        try (var connection = connect(port)) {
            long connected = System.nanoTime();
            var bytes = Question.of(request).http();
            long answered = 0;
            for (int sent = 0; sent < requests; sent++) {
                connection.getOutputStream().write(bytes);
                check(peer, request, Http.readAnswer(connection.getInputStream()));
                answered = answered == 0 ? System.nanoTime() : answered;
            }
            return new Start(
                    ms(connected - began), ms(answered - began), memory(process, "VmRSS"), memory(process, "RssFile"));
        } finally {
            stop(process);
        }
    }

    private static Socket connect(int port) throws Exception {
        for (long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
                System.nanoTime() < until;
                Thread.sleep(1)) {
            try {
                var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setTcpNoDelay(true);
                return socket;
            } catch (IOException notYet) {
                // the server is still starting
            }
        }
        throw new IOException("The server did not start");
    }

    private static void check(Peer peer, String request, String answer) throws IOException {
        var right = peer.requests().size() == 1 && request.equals(NO_DATABASE)
                ? "Hello"
                : Question.of(request).answered();
        if (!answer.contains(right)) {
            throw new IOException(peer.name() + " answered " + answer);
        }
    }

    private void print(int rounds, boolean dropped) {
        System.out.printf(
                "%nFrom exec to the first answer, ms, medians of %d interleaved rounds%s%n%n",
                rounds, dropped ? ", page cache dropped before each" : "");
        System.out.println("| Peer | Request | init | first answer | least - most | of hello Node | of Node twin |");
        System.out.println("|---|---|---:|---:|---:|---:|---:|");
        double hello = median("hello Node | " + NO_DATABASE);
        double twin = median("Node twin | " + EMBED);
        measured.forEach((key, values) -> {
            if (!key.endsWith("| init")) {
                var sorted = values.stream().sorted().toList();
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %.1f | %.1f | %.1f - %.1f | %.2f | %.2f |%n",
                        key,
                        median(key + " | init"),
                        median(key),
                        sorted.getFirst(),
                        sorted.getLast(),
                        median(key) / hello,
                        median(key) / twin);
            }
        });
    }

    /** Of ours beside hello Node, for {@code bench/run}. */
    private void tell(List<Peer> peers) {
        double hello = median("hello Node | " + NO_DATABASE);
        for (var peer : peers) {
            if (peer.requests().size() > 1) {
                for (var request : peer.requests()) {
                    double ours = median(peer.name() + " | " + request);
                    Ratios.tell("coldstart", peer.name() + ", " + request + " ÷ hello Node", "ms", ours, hello);
                }
            }
        }
    }

    private void memory(List<Peer> peers) throws Exception {
        System.out.printf(
                "%nResident memory, MB%n%n| Peer | after the first embed | after %d | of which the file's pages |%n|---|---:|---:|---:|%n",
                MANY);
        for (var peer : peers) {
            var request = peer.requests().contains(EMBED) ? EMBED : NO_DATABASE;
            var first = start(peer, request, 1);
            var many = start(peer, request, MANY);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.1f |%n",
                    peer.name(),
                    first.rss() / 1024.0,
                    many.rss() / 1024.0,
                    many.executableRss() / 1024.0);
        }
    }

    private double median(String key) {
        var sorted = measured.getOrDefault(key, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return sorted.length == 0
                ? Double.NaN
                : sorted.length % 2 == 1
                        ? sorted[sorted.length / 2]
                        : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }

    private static long memory(Process process, String field) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith(field + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        }
    }

    private static void dropPageCache() throws IOException, InterruptedException {
        if (new ProcessBuilder("sh", "-c", "sync; echo 1 > /proc/sys/vm/drop_caches")
                        .start()
                        .waitFor()
                != 0) {
            throw new IOException("Only root drops the page cache");
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private static double ms(long nanos) {
        return nanos / 1e6;
    }
}
