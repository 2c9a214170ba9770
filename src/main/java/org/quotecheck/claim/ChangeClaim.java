package org.quotecheck.claim;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.quotecheck.article.SubmitArticle;
import org.quotecheck.body.Faults;
import org.quotecheck.http.Characters;
import org.quotecheck.http.Items;
import org.quotecheck.statement.Claimant;
import org.quotecheck.statement.RewordClaim;
import org.quotecheck.statement.Years;

/** A claim after a merge patch (RFC 7396): its words, which are locked with it, and its tags, which are not. */
@RegisterForReflection
record ChangeClaim(
        @NotNull @Characters(min = 1, max = RewordClaim.MAX_TEXT)
        String text,

        @Valid Claimant claimant,
        LocalDate claimDate,

        @NotNull @Pattern(regexp = SubmitArticle.LANGUAGE, message = SubmitArticle.LANGUAGE_MESSAGE)
        String language,

        @Items(max = 10)
        List<@NotNull @Characters(min = 1, max = 40) @Pattern(regexp = TAG, message = TAG_MESSAGE) String> tags) {

    private static final String TAG = "[\\p{Ll}\\p{Lo}\\p{M}\\p{Nd}-]*";
    private static final String TAG_MESSAGE = "must consist only of lower-case letters, digits and hyphens";

    /** As it would be sent now. */
    static ChangeClaim of(Claim claim) {
        var words = claim.words.input();
        return new ChangeClaim(
                words.text(),
                words.claimant(),
                words.claimDate(),
                words.language(),
                claim.tags.length == 0 ? null : List.of(claim.tags));
    }

    /** Itself; its words can be a claim's, and its date can be right. */
    ChangeClaim checked(Instant now, Faults faults) {
        RewordClaim.checkWords("/text", text, faults);
        Years.check(faults, "/claimDate", claimDate, now);
        return this;
    }

    RewordClaim words() {
        return new RewordClaim(text, claimant, claimDate, language);
    }

    Set<String> tagSet() {
        return tags == null ? Set.of() : Set.copyOf(tags);
    }
}
