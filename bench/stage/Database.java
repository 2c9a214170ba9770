package org.quotecheck.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.quotecheck.ProductionPostgres;

/** A real PostgreSQL with fsync, as a process, which can be killed and comes back with what it wrote. */
public final class Database implements AutoCloseable {

    private static final String NAME = "facts";

    private final Path binaries;
    private final Path directory;
    private final int port;
    private final int mostConnections;
    private final Path log;
    private Map<String, String> environment = Map.of();
    private Process process;

    /** @param directory empty or absent; goes with {@link #close()} */
    public Database(Path binaries, Path directory, int port, int mostConnections) throws Exception {
        this(binaries, directory, port, mostConnections, directory.resolveSibling("postgresql.log"), List.of());
    }

    /**
     * @param log what the server writes
     * @param options further ones of initdb
     */
    public Database(Path binaries, Path directory, int port, int mostConnections, Path log, List<String> options)
            throws Exception {
        this.binaries = binaries;
        this.directory = directory;
        this.port = port;
        this.mostConnections = mostConnections;
        this.log = log;
        delete();
        Files.createDirectories(directory.getParent());
        var initdb = command("initdb", "-D", directory.toString(), "-U", "postgres", "-A", "trust");
        initdb.addAll(options);
        var made = new ProcessBuilder(initdb)
                .redirectErrorStream(true)
                .redirectOutput(log())
                .start();
        if (made.waitFor() != 0) {
            throw new IOException("initdb: " + log());
        }
        Files.writeString(
                directory.resolve("pg_hba.conf"),
                "host all " + ProductionPostgres.USER + " all scram-sha-256\nhost all postgres all trust\n");
        start();
        try (var connection = admin("postgres");
                var statement = connection.createStatement()) {
            statement.execute(
                    "create role " + ProductionPostgres.USER + " login password '" + ProductionPostgres.PASSWORD + "'");
            statement.execute("create database " + NAME + " owner " + ProductionPostgres.USER);
        }
    }

    /** The variables of a deployment that reaches it at this port. */
    public static Map<String, String> configuration(int port) {
        return Map.of(
                "quarkus.datasource.jdbc.url", "jdbc:postgresql://localhost:" + port + "/" + NAME,
                "quarkus.datasource.username", ProductionPostgres.USER,
                "quarkus.datasource.password", ProductionPostgres.PASSWORD);
    }

    /** @param environment variables of the next starts */
    public void setEnvironment(Map<String, String> environment) {
        this.environment = environment;
    }

    public void start() throws Exception {
        var server = new ProcessBuilder(command(
                        "postgres",
                        "-D",
                        directory.toString(),
                        "-p",
                        String.valueOf(port),
                        "-k",
                        "",
                        "-c",
                        "max_connections=" + mostConnections,
                        "-c",
                        "fsync=on"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log()));
        server.environment().putAll(environment);
        process = server.start();
        awaitReady();
    }

    /** Starts again where it has ended by itself, as a supervisor has it do. */
    public void revive() throws Exception {
        try {
            awaitReady();
        } catch (IOException ended) {
            start();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120); ; Thread.sleep(50)) {
            try (var connection = admin("postgres")) {
                return;
            } catch (SQLException notYet) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IOException("PostgreSQL does not start: " + log(), notYet);
                }
            }
        }
    }

    /**
     * SIGKILL to the postmaster and all that it started, as when the machine's memory or the machine itself is gone.
     */
    public void kill() throws InterruptedException {
        var all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
        for (var child : all) {
            child.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        }
    }

    /** The postmaster first, so that it starts no other meanwhile. */
    public List<ProcessHandle> processes() {
        var all = new ArrayList<ProcessHandle>();
        all.add(process.toHandle());
        process.descendants().forEach(all::add);
        return all;
    }

    /** CPU time of the server and of all its sessions since it started, also of those that have ended. */
    public Duration cpu() throws IOException {
        var all = Cpu.withChildren(process.pid());
        for (var session : process.descendants().toList()) {
            all = all.plus(Cpu.of(session.pid()));
        }
        return all;
    }

    /** As superuser, for whom connections are reserved. */
    public Connection admin() throws SQLException {
        return admin(NAME);
    }

    /** As somebody else who has the service's rights. */
    public Connection another() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port + "/" + NAME + "?ApplicationName=another",
                ProductionPostgres.USER,
                ProductionPostgres.PASSWORD);
    }

    /** As superuser, in another database of the server. */
    public Connection admin(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/" + database, "postgres", "");
    }

    /** PostgreSQL refuses to run as root, who gets another name in a user namespace. */
    private ArrayList<String> command(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** What the server writes. */
    public Path logFile() {
        return log;
    }

    private java.io.File log() {
        return logFile().toFile();
    }

    private void delete() throws IOException {
        if (Files.exists(directory)) {
            try (var files = Files.walk(directory)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (process != null) {
            kill();
        }
        delete();
    }
}
