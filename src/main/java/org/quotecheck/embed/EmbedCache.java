package org.quotecheck.embed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.quotecheck.article.ArticleRevised;
import org.quotecheck.claim.ClaimChanged;

/**
 * Embeds in memory as they are sent, those of unknown claims and pages too, for at most 60 s and until this instance
 * changes a claim: what is asked for often costs no statement, no digest and no JSON. They are weighed, so that no
 * number of pages fills the heap.
 */
@ApplicationScoped
class EmbedCache {

    private static final Duration KEPT = Duration.ofSeconds(60);

    private static final long MOST_BYTES = 32L * 1024 * 1024;
    /** The part of the heap that all of it may take. */
    private static final int PART = 16;

    /** What an entry takes besides what it holds: the cache's own node, the objects around strings and bytes. */
    static final int FRAME_BYTES = 400;

    private final Cache<EmbedQuestion, EmbedAnswer> answers;
    private final Cache<UUID, Optional<Embeds.Embed>> claims;

    /** Counts changes, so that what was read before one is not kept after it. */
    private final AtomicLong changes = new AtomicLong();

    @Inject
    EmbedCache() {
        this(Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / PART));
    }

    /** @param mostBytes that all of it may weigh */
    EmbedCache(long mostBytes) {
        long forClaims = mostBytes / 4;
        answers = cache(
                mostBytes - forClaims, (question, answer) -> FRAME_BYTES + question.bytes() + answer.body().length);
        claims = cache(
                forClaims,
                (id, embed) -> FRAME_BYTES + embed.map(Embeds.Embed::bytes).orElse(0));
    }

    /** Empty where it is not in memory. */
    Optional<EmbedAnswer> answer(EmbedQuestion question) {
        return Optional.ofNullable(answers.getIfPresent(question));
    }

    /** Reads it again and keeps it. */
    EmbedAnswer keep(EmbedQuestion question, Supplier<EmbedAnswer> read) {
        return keep(answers, question, read);
    }

    /** What is in memory, or read now; empty where there is no such embed. */
    Optional<Embeds.Embed> claim(UUID id, Supplier<Optional<Embeds.Embed>> read) {
        var known = claims.getIfPresent(id);
        return known != null ? known : keep(claims, id, read);
    }

    private <K, V> V keep(Cache<K, V> cache, K key, Supplier<V> read) {
        long before = changes.get();
        var value = read.get();
        cache.put(key, value);
        if (before != changes.get()) {
            cache.invalidate(key);
        }
        return value;
    }

    /** In bytes, about: never more than what it may be. */
    long weight() {
        return weight(answers) + weight(claims);
    }

    private static long weight(Cache<?, ?> cache) {
        return cache.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    void claimChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) ClaimChanged changed) {
        forget();
    }

    void articleRevised(@Observes(during = TransactionPhase.AFTER_SUCCESS) ArticleRevised revised) {
        forget();
    }

    /** Any change may concern any page and, through duplicates, any id: everything is read again. */
    private void forget() {
        changes.incrementAndGet();
        claims.invalidateAll();
        answers.invalidateAll();
    }

    private static <K, V> Cache<K, V> cache(long mostBytes, Weigher<K, V> weigher) {
        return Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumWeight(mostBytes)
                .weigher(weigher)
                .executor(Runnable::run)
                .build();
    }
}
