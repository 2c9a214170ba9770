package org.quotecheck.interchange;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.quotecheck.source.SourceView;
import org.quotecheck.verdict.Labels;
import org.quotecheck.verdict.Rating;
import org.quotecheck.verdict.VerdictContent;

/**
 * What an assistant reads of a published claim, bounded in length.
 *
 * @param status {@code published} or {@code retracted}
 * @param rating null when retracted
 * @param quoted texts of others apart from what we say, so that they are taken for data
 */
@RegisterForReflection
record FactCheck(
        UUID id,
        String url,
        String organization,
        String status,
        boolean corrected,
        boolean underReview,
        int revision,
        Instant publishedAt,
        Instant updatedAt,
        Rating rating,
        String ratingLabel,
        String language,
        SaidByOthers quoted) {

    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 2_048;
    private static final int MOST_SOURCES = 20;

    /** @param note what was corrected, or why it was retracted */
    @RegisterForReflection
    record SaidByOthers(
            String claim, String claimant, String claimDate, String summary, String note, List<CitedSource> sources) {}

    @RegisterForReflection
    record CitedSource(String title, String publisher, String url) {}

    /** @param sources whether they are asked for */
    static SaidByOthers quoted(VerdictContent content, boolean retracted, boolean sources) {
        var words = content.claim();
        return new SaidByOthers(
                cut(words.text(), LONGEST_TEXT),
                words.claimant() == null ? null : cut(words.claimant().name(), LONGEST_NAME),
                words.claimDate() == null ? null : words.claimDate().toString(),
                retracted ? null : cut(content.summary(), LONGEST_TEXT),
                cut(content.publicNote(), LONGEST_TEXT),
                sources && !retracted
                        ? content.sources().stream()
                                .limit(MOST_SOURCES)
                                .map(FactCheck::cited)
                                .toList()
                        : null);
    }

    static String label(VerdictContent content) {
        return Labels.of(content.rating(), content.language());
    }

    private static CitedSource cited(SourceView source) {
        return new CitedSource(
                cut(source.title(), LONGEST_NAME),
                cut(source.publisher(), LONGEST_NAME),
                source.url() == null || source.url().length() > LONGEST_ADDRESS ? null : source.url());
    }

    /** The first code points, and a mark if there was more. */
    private static String cut(String text, int most) {
        return text == null || text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
