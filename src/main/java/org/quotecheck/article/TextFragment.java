package org.quotecheck.article;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.quotecheck.extraction.Part;

/** URLs that make a browser scroll to words and highlight them: {@code #:~:text=} (URL Fragment Text Directives). */
final class TextFragment {

    private static final int MAX_WHOLE = 300;
    private static final int EDGE_WORDS = 5;

    private TextFragment() {}

    /** Short words whole; long ones, or ones over several lines, by their first and last words. */
    static String url(String page, Part part) {
        var words = part.exact().strip().split("\\s+");
        boolean whole = part.exact().length() <= MAX_WHOLE && part.exact().indexOf('\n') < 0 || words.length < 2 * EDGE_WORDS;
        return page + "#:~:text=" + (whole ? encode(part.exact())
                : encode(join(words, 0, EDGE_WORDS)) + ',' + encode(join(words, words.length - EDGE_WORDS, words.length)));
    }

    private static String join(String[] words, int from, int to) {
        return String.join(" ", java.util.Arrays.copyOfRange(words, from, to));
    }

    /** Percent-encodes, and with it the directive's own syntax characters: the comma, the ampersand and the dash. */
    private static String encode(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20").replace("-", "%2D");
    }
}
