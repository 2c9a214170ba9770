package org.quotecheck.verdict;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.quotecheck.statement.SearchText;

/**
 * What the public finds a claim by, of its current revision.
 *
 * @param language of the claim's words
 * @param verdictLanguage in which it is told what was found
 */
@Embeddable
public record PublishedWords(
        @Column(name = "published_text") String text,
        @Column(name = "published_claimant_key") String claimantKey,
        @Column(name = "published_language") String language,
        @Column(name = "verdict_language") String verdictLanguage,
        @Enumerated(EnumType.STRING) Rating rating) {

    public static PublishedWords of(VerdictContent content) {
        var words = content.claim();
        if (words == null || words.text() == null) {
            return new PublishedWords(null, null, null, content.language(), content.rating());
        }
        var name = words.claimant() == null ? null : words.claimant().name();
        return new PublishedWords(
                SearchText.of(words.text(), name),
                SearchText.key(name),
                words.language(),
                content.language(),
                content.rating());
    }
}
