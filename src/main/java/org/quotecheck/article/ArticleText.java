package org.quotecheck.article;

import java.nio.charset.StandardCharsets;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;

/** An article's text: as it was sent, or derived from the HTML that was. */
final class ArticleText {

    private static final int MAX_TEXT_BYTES = 1024 * 1024;
    private static final int MAX_HTML_BYTES = 3 * 1024 * 1024;

    private ArticleText() {}

    /** @throws Problem 422 unless exactly one of the two is there and holds text; 413 when it is too large */
    static String of(String text, String html) {
        if (text == null && html == null) {
            throw Problem.invalid("/text", "is required unless html is given");
        }
        if (text != null && html != null) {
            throw Problem.invalid("/html", "must not be combined with text");
        }
        if (html != null && bytes(html) > MAX_HTML_BYTES) {
            throw new Problem(ProblemType.TOO_LARGE, "/html must not exceed 3 MiB of UTF-8.");
        }
        var result = text != null ? text : ArticleHtml.text(html);
        if (bytes(result) > MAX_TEXT_BYTES) {
            throw new Problem(
                    ProblemType.TOO_LARGE,
                    (text != null ? "/text" : "The text of /html") + " may have 1 MiB of UTF-8.");
        }
        if (result.isBlank()) {
            throw Problem.invalid(text != null ? "/text" : "/html", "must contain text");
        }
        return result;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
