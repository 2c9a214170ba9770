package org.quotecheck.match;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.quotecheck.http.Characters;
import org.quotecheck.statement.Claimant;
import org.quotecheck.statement.Worded;

/**
 * What {@code POST /v1/claims/match} takes: words, and who said them.
 *
 * @param limit how many claims to answer with, 20 when absent
 */
@RegisterForReflection
record MatchClaim(
        @NotNull @Worded @Characters(max = 5_000) String text,
        @Valid Claimant claimant,

        @Min(value = 1, message = LIMIT) @Max(value = 100, message = LIMIT)
        Integer limit) {

    private static final String LIMIT = "must be a number from 1 to 100";
}
