package org.quotecheck.article;

import java.nio.charset.StandardCharsets;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;
import org.quotecheck.webpage.PageFacts;
import org.quotecheck.webpage.TextSource;
import org.quotecheck.webpage.WebPage;

/**
 * An article's text: as it was sent, or the story from the HTML that was sent.
 *
 * @param language BCP 47; what the caller states, otherwise the page, otherwise judging by the words, otherwise "und"
 * @param source where in the page it stood; null unless HTML was sent
 * @param facts what the page says besides; null unless HTML was sent
 */
record ArticleText(String text, String language, TextSource source, PageFacts facts) {

    private static final int MAX_TEXT_BYTES = 1024 * 1024;
    private static final int MAX_HTML_BYTES = 3 * 1024 * 1024;

    /** @throws Problem 422 unless exactly one of the two is there and holds text; 413 when it is too large */
    static ArticleText of(String text, String html, String language) {
        if (text == null && html == null) {
            throw Problem.invalid("/text", "is required unless html is given");
        }
        if (text != null && html != null) {
            throw Problem.invalid("/html", "must not be combined with text");
        }
        if (html != null && bytes(html) > MAX_HTML_BYTES) {
            throw new Problem(ProblemType.TOO_LARGE, "/html must not exceed 3 MiB of UTF-8.");
        }
        var page = html == null ? null : WebPage.read(html);
        var result = page == null ? text : page.text();
        if (bytes(result) > MAX_TEXT_BYTES) {
            throw new Problem(
                    ProblemType.TOO_LARGE,
                    (text != null ? "/text" : "The text of /html") + " must not exceed 1 MiB of UTF-8.");
        }
        if (result.isBlank()) {
            throw Problem.invalid(text != null ? "/text" : "/html", "must contain text");
        }
        var facts = page == null ? null : page.facts();
        var said = language != null ? language : facts == null ? null : facts.language();
        return new ArticleText(
                result,
                language != null ? language : Languages.tag(said).orElseGet(() -> Languages.of(result)),
                page == null ? null : page.source(),
                facts);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
