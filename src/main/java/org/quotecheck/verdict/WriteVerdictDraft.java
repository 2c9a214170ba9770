package org.quotecheck.verdict;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;
import org.quotecheck.article.SubmitArticle;
import org.quotecheck.http.Characters;
import org.quotecheck.http.Items;

/**
 * A verdict draft as it is sent, and as it is shown; {@code sources} absent means all of the claim's. Any member may be
 * missing until it is proposed.
 */
@RegisterForReflection
public record WriteVerdictDraft(
        Rating rating,
        QuoteVerdict quoteVerdict,
        @Items(max = 20) List<@NotBlank @Characters(max = 200) String> reasons,

        @Pattern(regexp = WORDS, message = "must not be blank") @Characters(max = 1000)
        String summary,

        @Characters(min = 1, max = 50_000) String explanation,

        @Pattern(regexp = SubmitArticle.LANGUAGE, message = SubmitArticle.LANGUAGE_MESSAGE)
        String language,

        @Items(min = 1, max = 100) List<@NotNull UUID> sources) {

    private static final String WORDS = "(?s).*\\S.*";

    public static WriteVerdictDraft of(VerdictDraft draft) {
        return new WriteVerdictDraft(
                draft.rating,
                draft.quoteVerdict,
                draft.reasons == null ? null : List.of(draft.reasons),
                draft.summary,
                draft.explanation,
                draft.language,
                draft.sources());
    }
}
