package org.quotecheck.article;

import java.nio.charset.StandardCharsets;
import org.quotecheck.body.Faults;
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

    private static final int MEBIBYTE = 1024 * 1024;

    /**
     * Null where there is something wrong: exactly one of the two must be there and hold text.
     *
     * @throws Problem 413 when it is too large
     */
    static ArticleText of(String text, String html, String language, Faults faults) {
        requireAtMost("/text", text, 1);
        requireAtMost("/html", html, 3);
        if (faults.isSent("/text")) {
            faults.refuse("/html", "must not be combined with text");
        } else if (!faults.isSent("/html")) {
            faults.add("/text", "is required unless html is given");
        }
        if (faults.isWrong("/text") || faults.isWrong("/html")) {
            return null;
        }
        var page = html == null ? null : WebPage.read(html);
        var result = page == null ? text : page.text();
        requireAtMost(page == null ? "/text" : "The text of /html", result, 1);
        if (result.isBlank()) {
            faults.add(page == null ? "/text" : "/html", "must contain text");
        }
        return faults.isEmpty() ? of(result, language, page) : null;
    }

    private static ArticleText of(String result, String language, WebPage page) {
        var facts = page == null ? null : page.facts();
        var said = language != null ? language : facts == null ? null : facts.language();
        return new ArticleText(
                result,
                language != null ? language : Languages.tag(said).orElseGet(() -> Languages.of(result)),
                page == null ? null : page.source(),
                facts);
    }

    private static void requireAtMost(String what, String text, int mebibytes) {
        if (text != null && text.getBytes(StandardCharsets.UTF_8).length > mebibytes * MEBIBYTE) {
            throw new Problem(ProblemType.TOO_LARGE, what + " must not exceed " + mebibytes + " MiB of UTF-8.");
        }
    }
}
