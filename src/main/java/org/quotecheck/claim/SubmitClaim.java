package org.quotecheck.claim;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.quotecheck.address.WebUrl;
import org.quotecheck.article.Publisher;
import org.quotecheck.article.SubmitArticle;
import org.quotecheck.http.Characters;
import org.quotecheck.source.AddSource;
import org.quotecheck.statement.Claimant;
import org.quotecheck.statement.RewordClaim;

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

        @Size(max = 50) List<@NotNull @Valid AddSource> sources) {

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
