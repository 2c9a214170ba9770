package org.quotecheck.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.quotecheck.lambda.Gateway;
import org.quotecheck.lambda.RuntimeApi;

/**
 * The native function as AWS runs it: an instance for each request at once, which takes the next one when it has
 * answered, and another where it has ended. One that ends while it answers has the gateway hang up.
 */
public final class Function implements Form {

    /** As reserved concurrency bounds them; a request waits for one as long as the pool of a server has it wait. */
    private static final int MOST = 8;

    private static final int SECONDS = 4;
    private static final String TASK = "QUOTECHECK_TASK";

    private record Instance(Process process, RuntimeApi runtime) {

        boolean isAlive() {
            return process.isAlive();
        }
    }

    private final Path bootstrap;
    private final File log;
    private final Gateway gateway = new Gateway(this::answer);
    private final Semaphore free = new Semaphore(MOST, true);
    private final Deque<Instance> idle = new ConcurrentLinkedDeque<>();
    private final Set<Instance> all = ConcurrentHashMap.newKeySet();
    private Map<String, String> configuration = Map.of();
    private volatile Map<String, String> environment = Map.of();
    private volatile long maxResident;
    private boolean isMigrated;

    /** @param bootstrap of the zip */
    public Function(Path bootstrap, Path log) {
        this.bootstrap = bootstrap;
        this.log = log.toFile();
    }

    @Override
    public int port() {
        return gateway.port();
    }

    @Override
    public void configure(Map<String, String> properties) {
        configuration = new HashMap<>(properties);
        // what a server has, and a function does not: it would have the framework start for embeds, too
        configuration
                .keySet()
                .removeIf(name -> name.startsWith("quarkus.http.")
                        || name.startsWith("quarkus.management.")
                        || name.startsWith("quarkus.flyway."));
    }

    /** The database is migrated once; instances start when they are needed. */
    @Override
    public void start(Map<String, String> environment) {
        this.environment = environment;
        if (!isMigrated) {
            var migration = instance(Map.of(TASK, "migrate"));
            migration.runtime().invoke("{}");
            end(migration);
            isMigrated = true;
        }
    }

    private JsonNode answer(JsonNode event) {
        Instance instance = null;
        try {
            if (!free.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
                return JsonNodeFactory.instance.objectNode().put("statusCode", 503);
            }
        } catch (InterruptedException e) {
            throw new RuntimeApi.Gone();
        }
        try {
            do {
                instance = idle.pollFirst();
            } while (instance != null && !instance.isAlive());
            if (instance == null) {
                instance = instance(Map.of());
            }
            return instance.runtime().invoke(event.toString());
        } finally {
            if (instance != null && instance.isAlive()) {
                idle.addFirst(instance);
            }
            free.release();
        }
    }

    private Instance instance(Map<String, String> variables) {
        var runtime = new RuntimeApi();
        var builder = new ProcessBuilder(bootstrap.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(Service.variables(configuration));
        builder.environment().putAll(environment);
        builder.environment().putAll(variables);
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", runtime.address());
        builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "quotecheck");
        try {
            var instance = new Instance(builder.start(), runtime);
            all.add(instance);
            instance.process().onExit().thenRun(() -> {
                all.remove(instance);
                runtime.close();
            });
            return instance;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<ProcessHandle> processes() {
        return all.stream().map(instance -> instance.process().toHandle()).toList();
    }

    /** The next request starts an instance. */
    @Override
    public boolean hasEnded() {
        return false;
    }

    @Override
    public void kill() {
        maxResident();
        all.forEach(Function::end);
    }

    private static void end(Instance instance) {
        instance.process().destroyForcibly();
        instance.process().onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public long maxResident() {
        all.forEach(instance -> maxResident =
                Math.max(maxResident, Service.maxResident(instance.process().pid())));
        return maxResident;
    }

    @Override
    public String readyPath() {
        return "/v1/claims?limit=1";
    }

    @Override
    public void close() {
        gateway.close();
        kill();
    }
}
