package org.quotecheck.statement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.quotecheck.article.SubmitArticle;
import org.quotecheck.body.Faults;
import org.quotecheck.extraction.Reading;
import org.quotecheck.http.Characters;

/** What a claim says, as it is after a merge patch (RFC 7396). */
@RegisterForReflection
public record RewordClaim(
        @NotNull @Characters(min = 1, max = MAX_TEXT) String text,

        @Valid Claimant claimant,
        LocalDate claimDate,

        @NotNull @Pattern(regexp = SubmitArticle.LANGUAGE, message = SubmitArticle.LANGUAGE_MESSAGE)
        String language) {

    public static final int MAX_TEXT = 5_000;

    public RewordClaim {
        text = text == null ? null : Reading.mended(text);
    }

    /** Notes that a text, as it is sent, has no words of which a claim could be made. */
    public static void checkWords(String pointer, String text, Faults faults) {
        if (text != null
                && !faults.isWrong(pointer)
                && ClaimIdentity.normalise(Reading.mended(text)).isEmpty()) {
            faults.add(pointer, "must contain words");
        }
    }

    /** What makes it the same claim as another. */
    public String identity() {
        return ClaimIdentity.of(text, claimant == null ? null : claimant.name());
    }
}
