package org.quotecheck.embed;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.ZoneOffset;
import org.quotecheck.verdict.Labels;

/**
 * What a card says besides labels and the claim's own texts, in one language; names in braces stand for what is put in.
 *
 * @param dir {@code ltr} or {@code rtl}
 * @param date how a day is written, of {@code day}, {@code month} and {@code year}
 * @param months their names as they stand in a date, separated by blanks
 */
@RegisterForReflection
record CardWords(
        String dir,
        String date,
        String months,
        String factCheckBy,
        String claimBy,
        String withdrawn,
        String corrected,
        String correctedOn,
        String underReview,
        String singleReviewer,
        String read,
        String sources,
        String published,
        String updated,
        String listTitle,
        String elsewhere,
        String show,
        String close) {

    /** @param language one that labels are in */
    static CardWords in(String language) {
        return new CardWords(
                Labels.word("dir", language),
                Labels.word("date", language),
                Labels.word("months", language),
                Labels.word("card.fact_check_by", language),
                Labels.word("card.claim_by", language),
                Labels.word("card.withdrawn", language),
                Labels.word("card.corrected", language),
                Labels.word("card.corrected_on", language),
                Labels.word("card.under_review", language),
                Labels.word("card.single_reviewer", language),
                Labels.word("card.read", language),
                Labels.word("card.sources", language),
                Labels.word("card.published", language),
                Labels.word("card.updated", language),
                Labels.word("list.title", language),
                Labels.word("list.elsewhere", language),
                Labels.word("list.show", language),
                Labels.word("list.close", language));
    }

    /** The day as people write it, in UTC. */
    String day(Instant instant) {
        var day = instant.atZone(ZoneOffset.UTC);
        return date.replace("{day}", String.valueOf(day.getDayOfMonth()))
                .replace("{month}", months.split(" ")[day.getMonthValue() - 1])
                .replace("{year}", String.valueOf(day.getYear()));
    }
}
