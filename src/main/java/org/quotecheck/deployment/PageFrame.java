package org.quotecheck.deployment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;

/**
 * What surrounds every page that readers see, in one language.
 *
 * @param dir {@code ltr} or {@code rtl}
 * @param w the pages' words by their keys, and labels
 * @param organizationUrl its own site, or our start page
 */
public record PageFrame(
        String lang,
        String dir,
        Map<String, String> w,
        String organization,
        String organizationUrl,
        boolean logo,
        boolean imprint) {

    /** What stands before and after the one thing that is put into a sentence. */
    public record Phrase(String before, String after) {}

    /** The sentence around its only name in braces. */
    public Phrase around(String key) {
        var sentence = word(key);
        int from = sentence.indexOf('{');
        return from < 0
                ? new Phrase(sentence, "")
                : new Phrase(sentence.substring(0, from), sentence.substring(sentence.indexOf('}', from) + 1));
    }

    /** The sentence with a value in it, for a title, say; bidirectional text does not reach beyond the value. */
    public String with(String key, Object value) {
        var phrase = around(key);
        var isolated = value instanceof Number ? value.toString() : "\u2068" + value + "\u2069";
        return phrase.before() + isolated + phrase.after();
    }

    public String word(String key) {
        var word = w.get(key);
        if (word == null) {
            throw new IllegalArgumentException("no word " + key);
        }
        return word;
    }

    /** The day as people write it, in UTC; what is less precise than a day stays as it is. */
    public String day(Object time) {
        var text = time.toString();
        try {
            var day = LocalDate.parse(text.substring(0, Math.min(text.length(), "2026-01-31".length())));
            return word("date")
                    .replace("{day}", String.valueOf(day.getDayOfMonth()))
                    .replace("{month}", word("months").split(" ")[day.getMonthValue() - 1])
                    .replace("{year}", String.valueOf(day.getYear()));
        } catch (DateTimeException e) {
            return text;
        }
    }
}
