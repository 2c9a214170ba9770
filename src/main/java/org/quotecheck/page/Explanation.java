package org.quotecheck.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.quotecheck.interchange.Bounded;

/**
 * A verdict's explanation in paragraphs, in which {@code [n]} leads to the n-th source.
 *
 * @param shown the first ones, as many as a page has room for
 * @param complete whether that is all
 */
record Explanation(List<List<Piece>> shown, boolean complete) {

    private static final Pattern PARAGRAPHS = Pattern.compile("\\R\\s*\\R");
    private static final Pattern CITED = Pattern.compile("\\[([1-9][0-9]{0,2})]");

    /** @param source the number of a source in place of text; else null */
    record Piece(String text, String source) {}

    /** Null without one. */
    static Explanation of(String text, int sources, int bytes) {
        var paragraphs = text == null
                ? List.<String>of()
                : Arrays.stream(PARAGRAPHS.split(text))
                        .map(String::strip)
                        .filter(paragraph -> !paragraph.isEmpty())
                        .toList();
        if (paragraphs.isEmpty()) {
            return null;
        }
        var shown = Bounded.first(paragraphs, paragraph -> paragraph, bytes);
        return new Explanation(
                shown.stream().map(paragraph -> pieces(paragraph, sources)).toList(),
                shown.size() == paragraphs.size());
    }

    private static List<Piece> pieces(String paragraph, int sources) {
        var pieces = new ArrayList<Piece>();
        var cited = CITED.matcher(paragraph);
        int from = 0;
        while (cited.find()) {
            if (Integer.parseInt(cited.group(1)) <= sources) {
                pieces.add(new Piece(paragraph.substring(from, cited.start()), null));
                pieces.add(new Piece(null, cited.group(1)));
                from = cited.end();
            }
        }
        pieces.add(new Piece(paragraph.substring(from), null));
        return pieces;
    }
}
