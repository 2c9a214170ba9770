package org.quotecheck.embed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.quotecheck.verdict.Labels;

/**
 * What the iframe page shows: the same as the widget's card, in one language.
 *
 * @param verdict the rating's label, or that the check was withdrawn, or its content removed
 * @param by before and after the organisation's name
 * @param claimBy before and after the claimant's name; null without a claimant
 */
record EmbedPage(
        EmbedClaimView claim,
        CardWords words,
        String tone,
        String verdict,
        List<String> notices,
        List<String> by,
        List<String> claimBy,
        Sentence correction,
        List<Sentence> dates,
        String sources) {

    /** A sentence around a date: what stands before it, the date for machines and for people, what stands after it. */
    record Sentence(String before, String instant, String day, String after) {}

    static EmbedPage of(EmbedClaimView claim) {
        var words = CardWords.in(claim.labelLanguage());
        boolean retracted = Boolean.TRUE.equals(claim.retracted());
        boolean removed = Boolean.TRUE.equals(claim.removed());
        var notices = new ArrayList<String>();
        if (Boolean.TRUE.equals(claim.underReview())) {
            notices.add(words.underReview());
        }
        if (Boolean.TRUE.equals(claim.singleReviewer())) {
            notices.add(words.singleReviewer());
        }
        var correction = retracted || claim.corrections() == null ? null : correction(claim, words);
        var dates = new ArrayList<Sentence>();
        dates.add(sentence(words.published(), claim.publishedAt(), words));
        boolean told = correction != null
                && correction.instant().equals(claim.updatedAt().toString());
        if (claim.revision() > 1 && !told) {
            dates.add(sentence(words.updated(), claim.updatedAt(), words));
        }
        return new EmbedPage(
                claim,
                words,
                retracted || claim.rating() == null
                        ? "retracted"
                        : claim.rating().toString(),
                verdict(claim, words),
                notices,
                around(words.factCheckBy(), "{organization}"),
                claim.claimant() == null ? null : around(words.claimBy(), "{claimant}"),
                correction,
                dates,
                removed ? null : words.sources().replace("{number}", String.valueOf(claim.sources())));
    }

    private static String verdict(EmbedClaimView claim, CardWords words) {
        if (Boolean.TRUE.equals(claim.removed())) {
            return Labels.word("card.removed", claim.labelLanguage());
        }
        return Boolean.TRUE.equals(claim.retracted()) ? words.withdrawn() : claim.ratingLabel();
    }

    private static Sentence correction(EmbedClaimView claim, CardWords words) {
        var last = claim.corrections().getFirst();
        boolean other = last.fromLabel() != null && last.from() != last.to();
        var sentence = other ? words.corrected().replace("{rating}", last.fromLabel()) : words.correctedOn();
        return sentence(sentence, last.publishedAt(), words);
    }

    private static Sentence sentence(String words, Instant instant, CardWords all) {
        var parts = around(words, "{date}");
        return new Sentence(parts.get(0), instant.toString(), all.day(instant), parts.get(1));
    }

    private static List<String> around(String sentence, String name) {
        int at = sentence.indexOf(name);
        return List.of(sentence.substring(0, at), sentence.substring(at + name.length()));
    }
}
