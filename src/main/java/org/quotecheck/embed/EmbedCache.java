package org.quotecheck.embed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.quotecheck.article.ArticleRevised;
import org.quotecheck.claim.ClaimChanged;

/**
 * Embeds in memory, unknown ones too, for at most 60 s and until this instance changes a claim: what is asked for often
 * costs no statement.
 */
@ApplicationScoped
class EmbedCache {

    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final int MOST = 10_000;

    private final Cache<UUID, Optional<Embeds.Embed>> claims = cache();
    private final Cache<String, Embeds.PageEmbeds> pages = cache();

    /** Counts changes, so that what was read before one is not kept after it. */
    private final AtomicLong changes = new AtomicLong();

    private final Embeds embeds;

    EmbedCache(Embeds embeds) {
        this.embeds = embeds;
    }

    /** By the id that was asked for, in that order; unknown ones are left out. */
    Map<UUID, Embeds.Embed> ofClaims(Collection<UUID> ids) {
        var known = new LinkedHashMap<>(claims.getAllPresent(ids));
        var missing = ids.stream().filter(id -> !known.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            long before = changes.get();
            var read = embeds.ofClaims(missing);
            missing.forEach(id -> known.put(id, Optional.ofNullable(read.get(id))));
            missing.forEach(id -> claims.put(id, known.get(id)));
            if (before != changes.get()) {
                claims.invalidateAll(missing);
            }
        }
        var found = new LinkedHashMap<UUID, Embeds.Embed>();
        ids.forEach(id -> known.get(id).ifPresent(embed -> found.put(id, embed)));
        return found;
    }

    Embeds.PageEmbeds onPage(String urlHash) {
        var known = pages.getIfPresent(urlHash);
        if (known != null) {
            return known;
        }
        long before = changes.get();
        var read = embeds.onPage(urlHash);
        pages.put(urlHash, read);
        if (before != changes.get()) {
            pages.invalidate(urlHash);
        }
        return read;
    }

    void claimChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) ClaimChanged changed) {
        forget();
    }

    void articleRevised(@Observes(during = TransactionPhase.AFTER_SUCCESS) ArticleRevised revised) {
        forget();
    }

    /** Any change may concern any page and, through duplicates, any id: all is read anew. */
    private void forget() {
        changes.incrementAndGet();
        claims.invalidateAll();
        pages.invalidateAll();
    }

    private static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(MOST)
                .executor(Runnable::run)
                .build();
    }
}
