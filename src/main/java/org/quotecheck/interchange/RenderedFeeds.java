package org.quotecheck.interchange;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Pages of feeds as they were rendered last: while the database answers with the same rows, a page costs its statement
 * and nothing more.
 */
@ApplicationScoped
class RenderedFeeds {

    /** Of all pages together. */
    private static final long MOST_BYTES = 16L * 1024 * 1024;
    /** A row changes without another digest only by an operator's hand. */
    private static final Duration KEPT = Duration.ofMinutes(1);
    /** For what comes besides the body of a page and of each of its rows. */
    private static final int OVERHEAD = 200;

    /**
     * @param etag with its quotes
     * @param next the cursor of the next page, null on the last
     */
    record RenderedFeed(String etag, String next, byte[] body) {}

    /** @param rows what tells one state of each row from another, in order */
    private record Key(String address, List<String> rows) {}

    private final Cache<Key, RenderedFeed> pages = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumWeight(MOST_BYTES)
            .<Key, RenderedFeed>weigher((key, page) -> page.body.length + OVERHEAD * (1 + key.rows.size()))
            .executor(Runnable::run)
            .build();

    /**
     * The page as it is, or as it is rendered now.
     *
     * @param address of the page, with its cursor
     * @param rows of each row its id and digest, and whatever else may change
     */
    RenderedFeed page(String address, List<String> rows, Supplier<RenderedFeed> rendering) {
        return pages.get(new Key(address, rows), key -> rendering.get());
    }
}
