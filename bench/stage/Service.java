package org.quotecheck.stage;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The packaged server as a process: target/quarkus-app on the JVM, or the native runner. */
public final class Service implements Form {

    public final int port;
    private final Path artefact;
    private final String heap;
    private Map<String, String> configuration = Map.of();
    private final File log;
    private volatile Process process;

    /** @param heap the most that the JVM takes for it, in megabytes; a native executable has its own bound */
    public Service(Path artefact, int heap, int port, Path log) {
        this.artefact = artefact;
        this.heap = "-Xmx" + heap + "m";
        this.port = port;
        this.log = log.toFile();
    }

    /** Started with these properties at a free port, and ready; its log stands in scratch. */
    public static Service ready(Path artefact, Map<String, String> properties, Path scratch) throws Exception {
        int port = Ports.free();
        var service = new Service(artefact, 512, port, scratch.resolve(artefact.getFileName() + ".log"));
        var all = new HashMap<>(properties);
        all.put("quarkus.http.port", String.valueOf(port));
        all.put("quarkus.management.port", String.valueOf(Ports.free()));
        service.configure(all);
        service.start(Map.of());
        service.awaitReady(120);
        return service;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void configure(Map<String, String> properties) {
        configuration = properties;
    }

    @Override
    public void start(Map<String, String> environment) throws IOException {
        var command = new ArrayList<String>();
        if (artefact.toString().endsWith(".jar")) {
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap, "-jar"));
        }
        command.add(artefact.toString());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(variables(configuration));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** Of these properties, as environment variables. */
    static Map<String, String> variables(Map<String, String> properties) {
        var variables = new HashMap<String, String>();
        properties.forEach(
                (name, value) -> variables.put(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        return variables;
    }

    @Override
    public String readyPath() {
        return "/q/health/ready";
    }

    @Override
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public List<ProcessHandle> processes() {
        return process == null ? List.of() : List.of(process());
    }

    @Override
    public long maxResident() {
        return maxResident(process.pid());
    }

    /** What the process has resident now, in MB. */
    public long resident() {
        return resident(process.pid(), "VmRSS:");
    }

    /** The most that the process had resident so far, in MB; 0 where it has ended. */
    static long maxResident(long pid) {
        return resident(pid, "VmHWM:");
    }

    private static long resident(long pid, String member) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith(member))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException ended) {
            return 0;
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            kill();
        }
    }
}
