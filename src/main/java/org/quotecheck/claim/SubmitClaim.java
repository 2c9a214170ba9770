package org.quotecheck.claim;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.quotecheck.address.WebUrl;
import org.quotecheck.article.Publisher;
import org.quotecheck.article.SubmitArticle;
import org.quotecheck.body.Faults;
import org.quotecheck.http.Characters;
import org.quotecheck.http.Items;
import org.quotecheck.source.AddSource;
import org.quotecheck.statement.Claimant;
import org.quotecheck.statement.RewordClaim;
import org.quotecheck.statement.Years;

/** What {@code POST /v1/claims} takes: a claim from a stored quote, or a claim in its own words. */
@RegisterForReflection
record SubmitClaim(
        UUID quoteId,
        @Characters(min = 1, max = RewordClaim.MAX_TEXT) String text,
        @Valid SubmittedQuote quote,
        @Valid SubmittedPage article,
        @Valid Claimant claimant,
        LocalDate claimDate,

        @Pattern(regexp = SubmitArticle.LANGUAGE, message = SubmitArticle.LANGUAGE_MESSAGE)
        String language,

        @Items(max = 50) List<@NotNull @Valid AddSource> sources) {

    /** Itself; its members go together. */
    SubmitClaim checked(Instant now, Faults faults) {
        if (faults.isSent("/quoteId")) {
            faults.refuse("/quote", "must not be combined with quoteId");
            faults.refuse("/article", "must not be combined with quoteId");
        } else {
            faults.require("/text", "is required unless quoteId is given");
        }
        if (faults.isSent("/quote") && !faults.isSent("/quoteId")) {
            faults.require("/article", "is required together with quote");
        }
        RewordClaim.checkWords("/text", text, faults);
        Years.check(faults, "/claimDate", claimDate, now);
        for (int i = 0; sources != null && i < sources.size(); i++) {
            if (sources.get(i) != null) {
                sources.get(i).checked("/sources/" + i, now, faults);
            }
        }
        return this;
    }

    /** The words as they stand on the page, with what stands around them (TextQuoteSelector). */
    @RegisterForReflection
    record SubmittedQuote(
            @NotBlank @Characters(max = RewordClaim.MAX_TEXT)
            String exact,

            @Characters(max = 32) String prefix,
            @Characters(max = 32) String suffix) {}

    /** The page where the claim was made. */
    @RegisterForReflection
    record SubmittedPage(
            @NotBlank @WebUrl String url,
            @Characters(min = 1, max = 500) String title,
            @Valid Publisher publisher) {}
}
