package org.quotecheck.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quotecheck.edge.EdgeDay.Scene;
import org.quotecheck.http.Audience;

/** The caches of the simulation (bench/edge), and what our own header lets them do. */
class EdgeCacheTest {

    private static final String HEADER =
            "public, max-age=10, s-maxage=100, stale-while-revalidate=20, stale-if-error=500";
    private static final int PAGE = 3;

    private final Origin origin = new Origin(10, 1, 0, new Random(1));
    private final EdgeCache cache = new EdgeCache(SharedCachePolicy.of(HEADER), origin, 10, 1);

    @Test
    void sharedCacheKeepsForSMaxage() {
        assertThat(SharedCachePolicy.of(HEADER)).isEqualTo(new SharedCachePolicy(100, 20, 500));
        assertThat(SharedCachePolicy.of("Max-Age=10")).isEqualTo(new SharedCachePolicy(10, 0, 0));
        assertThatThrownBy(() -> SharedCachePolicy.of("private, no-cache"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SharedCachePolicy.of("no-store")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void freshAnswerCostsNothing() {
        shown(0, 0);
        origin.correct(PAGE, 1);
        shown(99.9, 0);
        assertThat(cache.originRequests).isEqualTo(1);
    }

    @Test
    void ageCountsFromTheRequestToTheOrigin() {
        shown(0, 0);
        origin.correct(PAGE, 0.5);
        shown(0.9, 0);
        shown(100, 0);
        assertThat(cache.originRequests).isEqualTo(2);
    }

    @Test
    void staleAnswerIsShownWhileOneRequestRevalidates() {
        shown(0, 0);
        origin.correct(PAGE, 50);
        shown(110, 0);
        shown(110.5, 0);
        assertThat(cache.originRequests).isEqualTo(2);
        shown(111, 1);
        shown(209, 1);
        assertThat(cache.originRequests).isEqualTo(2);
        assertThat(cache.unchanged).isZero();
    }

    @Test
    void tooOldAnswerIsFetchedBeforeItIsShown() {
        shown(0, 0);
        origin.correct(PAGE, 50);
        shown(120, 1);
        shown(120.5, 1);
        assertThat(cache.originRequests).isEqualTo(2);
    }

    @Test
    void whatDidNotChangeNeedsNoBody() {
        shown(0, 0);
        shown(150, 0);
        assertThat(cache.unchanged).isEqualTo(1);
    }

    @Test
    void staleAnswerIsShownWhenTheOriginFailsButNotForEver() {
        shown(0, 0);
        origin.goAway(50, 700);
        shown(300, 0);
        shown(599, 0);
        shown(601, EdgeCache.FAILED);
        assertThat(cache.ask(PAGE + 1, 602)).isEqualTo(EdgeCache.FAILED);
        shown(710, 0);
    }

    @Test
    void instanceKeepsWhatItReadUntilItChangesSomethingItself() {
        var two = new Origin(10, 2, 60, new Random(1));
        for (double now = 0; now < 50; now++) {
            assertThat(two.fetch(PAGE, now)).isZero();
        }
        two.correct(PAGE, 50);
        var known = new java.util.TreeSet<Integer>();
        for (double now = 50; now < 59; now++) {
            known.add(two.fetch(PAGE, now));
        }
        assertThat(known).containsExactly(0, 1);
        for (double now = 120; now < 140; now++) {
            assertThat(two.fetch(PAGE, now)).isEqualTo(1);
        }
    }

    @Test
    void correctionIsSeenWithinTheFiveMinutesThatWePromise() {
        var header = new HashMap<String, String>();
        Audience.EMBEDDERS.complete(header::get, header::put, 200);
        var outcome = EdgeDay.of(header.get("Cache-Control"), scene(200, true));
        assertThat(outcome.lag()).isNotEmpty();
        assertThat(outcome.lag(1)).isBetween(180.0, 301.0);
        assertThat(outcome.lag(0.5)).isLessThanOrEqualTo(outcome.lag(0.99));
        assertThat(outcome.failed()).isZero();
        assertThat(outcome.originRequests()).isGreaterThanOrEqualTo(outcome.minimum());
        assertThat(outcome.minimum()).isGreaterThan(0);
    }

    @Test
    void sameSeedGivesTheSame() {
        var once = EdgeDay.of(HEADER, scene(50, false));
        var again = EdgeDay.of(HEADER, scene(50, false));
        assertThat(once).usingRecursiveComparison().isEqualTo(again);
    }

    @Test
    void pagesThatAllReadHaveOneRequestForEachLifetimeAndRegion() {
        var outcome = EdgeDay.of("s-maxage=100", new Scene(1, true, 4, 400, 1, 0.001, 1, 0, 0.01, 0, 5));
        assertThat(outcome.originRequests()).isEqualTo(outcome.minimum()).isBetween(4 * 35L, 4 * 36L);
    }

    private static Scene scene(int pages, boolean zipf) {
        return new Scene(pages, zipf, 13, 40, 3, 800, 2, 60, 0.1, 0, 7);
    }

    private void shown(double now, int version) {
        assertThat(cache.ask(PAGE, now)).isEqualTo(version);
    }
}
