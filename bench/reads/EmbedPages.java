package org.quotecheck.reads;

import java.util.ArrayList;
import java.util.Locale;
import org.quotecheck.stage.Callers;
import org.quotecheck.stage.Ratios;
import org.quotecheck.stage.Service;

/**
 * {@code GET /embed/v1/articles} of 100,000 pages, each once: whether the last cost what those before them did, in
 * memory, CPU and time.
 */
record EmbedPages(World world) {

    private static final int CONNECTIONS = 16;
    private static final int STEPS = 10;
    private static final int PAGES_OF_A_STEP = 10_000;
    /** By then the code is compiled, and the cache is full. */
    private static final int WARM = 3;

    /** One of the steps. */
    private record Step(long resident, double cpu, double median, double p99) {}

    void run() throws Exception {
        for (var service : world.services().entrySet()) {
            tell(service.getKey(), service.getValue());
        }
    }

    private void tell(String form, Service service) throws Exception {
        Callers callers;
        try (var database = world.database().admin()) {
            callers = new Callers(
                    CONNECTIONS,
                    Newsroom.pages(database).stream()
                            .map(hash -> Callers.get("/embed/v1/articles?urlHash=" + hash, ""))
                            .toList(),
                    200);
        }
        System.out.printf("%nEmbeds of %d pages, each once, %s%n%n", STEPS * PAGES_OF_A_STEP, form);
        System.out.println("| Pages so far | Resident, MB | CPU, µs each | p50, ms | p99, ms |");
        System.out.println("|---:|---:|---:|---:|---:|");
        var steps = new ArrayList<Step>();
        for (int i = 1; i <= STEPS; i++) {
            var before = world.cpu(service);
            var times = callers.timesOf(service.port, PAGES_OF_A_STEP).stream()
                    .sorted()
                    .toList();
            var step = new Step(
                    service.resident(),
                    world.cpu(service).minus(before).toNanos() / 1e3 / PAGES_OF_A_STEP,
                    times.get(times.size() / 2),
                    times.get(times.size() * 99 / 100));
            steps.add(step);
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %d | %.0f | %.1f | %.1f |%n",
                    i * PAGES_OF_A_STEP,
                    step.resident,
                    step.cpu,
                    step.median,
                    step.p99);
        }
        var warm = steps.get(WARM - 1);
        var last = steps.getLast();
        var name = "100,000 pages, " + form + ": ";
        Ratios.tell("reads", name + "resident at the end ÷ after 30,000", "MB", last.resident, warm.resident);
        Ratios.tell("reads", name + "CPU of the last 10,000 ÷ of the third", "µs", last.cpu, warm.cpu);
    }
}
