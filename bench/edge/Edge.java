import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.quotecheck.edge.EdgeDay;
import org.quotecheck.edge.EdgeDay.Scene;
import org.quotecheck.http.Audience;
import org.quotecheck.stage.Ratios;

/**
 * What our embeds' Cache-Control lets caches do over a day; see ../README.md. Arguments: hours, readers a second, seed.
 */
final class Edge {

    private static final int REGIONS = 13;
    private static final double CORRECTIONS = 200;
    private static final int INSTANCES = 2;
    /** As EmbedCache keeps embeds, in seconds. */
    private static final double KEPT = 60;

    private static final double LATENCY = 0.1;
    private static final double HALF_AN_HOUR = 1_800;
    /** Seconds in which a correction is seen everywhere: docs/operating.md. */
    private static final double PROMISED = 300;

    public static void main(String[] arguments) {
        double hours = Double.parseDouble(arguments[0]);
        double readers = Double.parseDouble(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        var header = cacheControl();
        System.out.printf(
                Locale.ROOT,
                "%nCache-Control: %s%n%.0f hours, %.0f readers a second, %d regions, %.0f corrections a day, %d instances, seed %d%n%n",
                header,
                hours,
                readers,
                REGIONS,
                CORRECTIONS,
                INSTANCES,
                seed);
        System.out.println(
                "| Articles | Readers | To the origin, of 1,000 | of these 304, % | ÷ minimum | Old answers, of 1,000 | Correction seen after, s: median | p99 | worst | Failed while the origin is away for 30 min, of 1,000 | the same without stale-if-error |");
        System.out.println("|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        double worst = 0;
        for (int pages : List.of(160, 1_000, 10_000, 100_000)) {
            for (boolean zipf : List.of(true, false)) {
                var day = EdgeDay.of(header, scene(pages, zipf, hours, readers, 0, seed));
                var away = scene(pages, zipf, 2, readers, HALF_AN_HOUR, seed);
                var failing = EdgeDay.of(header, away);
                var without = EdgeDay.of(header.replaceAll(", stale-if-error=\\d+", ""), away);
                double awayRequests = HALF_AN_HOUR * readers;
                System.out.printf(
                        Locale.ROOT,
                        "| %,d | %s | %.1f | %.1f | %.2f | %.2f | %.0f | %.0f | %.0f | %.1f | %.1f |%n",
                        pages,
                        zipf ? "Zipf" : "flat",
                        1e3 * day.originRequests() / day.requests(),
                        1e2 * day.unchanged() / day.originRequests(),
                        (double) day.originRequests() / day.minimum(),
                        1e3 * day.old() / day.requests(),
                        day.lag(0.5),
                        day.lag(0.99),
                        day.lag(1),
                        1e3 * failing.failed() / awayRequests,
                        1e3 * without.failed() / awayRequests);
                var readersAre = (zipf ? "Zipf" : "flat") + " over " + pages;
                Ratios.tell("edge", "correction seen, p99 ÷ promised, " + readersAre, "s", day.lag(0.99), PROMISED);
                worst = Math.max(worst, day.lag(1));
                Ratios.tell(
                        "edge",
                        "requests to the origin ÷ the fewest possible, " + readersAre,
                        "requests",
                        day.originRequests(),
                        day.minimum());
            }
        }
        Ratios.tell("edge", "correction seen, worst ÷ promised", "s", worst, PROMISED);
    }

    private static Scene scene(int pages, boolean zipf, double hours, double readers, double away, long seed) {
        return new Scene(pages, zipf, REGIONS, readers, hours, CORRECTIONS, INSTANCES, KEPT, LATENCY, away, seed);
    }

    /** As the service sends it with embeds. */
    private static String cacheControl() {
        var header = new HashMap<String, String>();
        Audience.EMBEDDERS.complete(header::get, header::put, 200);
        return header.get("Cache-Control");
    }
}
