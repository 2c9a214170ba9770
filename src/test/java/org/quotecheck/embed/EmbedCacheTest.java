package org.quotecheck.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quotecheck.claim.ClaimChanged;
import org.quotecheck.digest.Sha256;

class EmbedCacheTest {

    private static final int MOST = 256 * 1024;

    private final EmbedCache cache = new EmbedCache(MOST);
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void anyNumberOfPagesWeighsNoMoreThanTheBound() {
        for (int i = 0; i < 20_000; i++) {
            keep(page(i, null), i % 5_000);
            assertThat(cache.weight()).isLessThanOrEqualTo(MOST);
        }
        assertThat(cache.weight()).isGreaterThan(MOST / 4);
    }

    @Test
    void anyNumberOfClaimsWeighsNoMoreThanTheBound() {
        for (int i = 0; i < 5_000; i++) {
            cache.claim(UUID.randomUUID(), () -> Optional.of(new Embeds.Embed(null, "tag", 3_000)));
            cache.claim(UUID.randomUUID(), Optional::empty);
            var ids = IntStream.range(0, 50).mapToObj(one -> UUID.randomUUID()).toList();
            keep(new EmbedQuestion.OfClaims(ids, "en"), 100);
            assertThat(cache.weight()).isLessThanOrEqualTo(MOST);
        }
    }

    @Test
    void answerThatIsTooHeavyByItselfIsNotKept() {
        var page = page(1, null);
        keep(page, MOST);
        assertThat(cache.answer(page)).isEmpty();
        assertThat(cache.weight()).isZero();
    }

    @Test
    void eachLanguageHasItsAnswer() {
        keep(page(1, "de"), 10);
        assertThat(cache.answer(page(1, "de"))).isPresent();
        assertThat(cache.answer(page(1, "fr"))).isEmpty();
        assertThat(cache.answer(page(1, null))).isEmpty();
        assertThat(cache.answer(new EmbedQuestion.OfClaims(List.of(), "de"))).isEmpty();
    }

    @Test
    void whatWasReadWhileSomethingChangedIsNotKept() {
        var page = page(1, null);
        var given = cache.keep(page, () -> {
            change();
            return new EmbedAnswer("\"old\"", new byte[1]);
        });
        assertThat(given.etag()).isEqualTo("\"old\"");
        assertThat(cache.answer(page)).isEmpty();
    }

    @Test
    void changeForgetsEverything() {
        var claim = UUID.randomUUID();
        keep(page(1, null), 10);
        read(claim);
        read(claim);
        assertThat(reads).hasValue(1);
        change();
        assertThat(cache.answer(page(1, null))).isEmpty();
        read(claim);
        assertThat(reads).hasValue(2);
    }

    private void read(UUID claim) {
        cache.claim(claim, () -> {
            reads.incrementAndGet();
            return Optional.empty();
        });
    }

    private void change() {
        cache.claimChanged(new ClaimChanged(UUID.randomUUID()));
    }

    private void keep(EmbedQuestion question, int bytes) {
        cache.keep(question, () -> new EmbedAnswer("\"tag\"", new byte[bytes]));
    }

    private static EmbedQuestion page(int number, String language) {
        return new EmbedQuestion.OnPage(Sha256.hex("https://news.example/" + number), language);
    }
}
