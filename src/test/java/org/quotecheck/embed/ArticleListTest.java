package org.quotecheck.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.Browser;
import org.quotecheck.Browser.Tab;
import org.quotecheck.InBrowser;

/** The list of {@code <quote-check-article>} on pages that hide words, or render them again and again. */
@QuarkusTest
class ArticleListTest extends InBrowser {

    private static final String WORDS = "We have repaired every bridge in town";
    private static final String SAID = "<p>“" + WORDS + ",” the mayor said.</p>";
    private static final String MARK = "[...CSS.highlights.get('quote-check')][0]";

    @Test
    void copyThatNobodySeesIsNotMarked() throws IOException {
        publisher.styles(".phones { display: none }");
        try (var tab =
                open("<div class=\"phones\">" + SAID + "</div><div id=\"seen\">" + SAID + "</div>", claim -> {})) {
            assertThat((String) tab.page().evaluate("() => " + MARK + ".startContainer.parentElement.parentElement.id"))
                    .isEqualTo("seen");
            tab.assertQuiet();
        }
    }

    @Test
    void wayToAMarkOpensWhatIsCollapsed() throws IOException {
        try (var tab = open("<details><summary>More</summary>" + SAID + "</details>", claim -> {})) {
            assertThat(tab.page().getByText(WORDS).first()).isHidden();
            tab.page().locator("quote-check-article .show").click();
            assertThat(tab.page().getByText(WORDS).first()).isVisible();
            assertThat(tab.page().locator("quote-check-article .pop .claim")).isVisible();
            tab.assertQuiet();
        }
    }

    /** Pages are watched for ten seconds; what is asked for is looked for at any time. */
    @Test
    void wayToAMarkIsFoundOnAPageThatWasRenderedAgain() throws IOException {
        try (var tab = open("<div id=\"story\">" + SAID + "</div>", claim -> {})) {
            var show = tab.page().locator("quote-check-article .show");
            show.focus();
            var anew = "() => { const story = document.getElementById('story');"
                    + " story.replaceChildren(...[1, 2].map(() => story.lastChild.cloneNode(true))); }";
            for (int i = 0; i < 3; i++) {
                tab.page().evaluate(anew);
                tab.page().waitForFunction("() => " + MARK + "?.toString() === '" + WORDS + "'");
                assertThat(show).isFocused();
            }
            tab.page().evaluate(anew);
            show.click();
            assertThat(tab.page().locator("quote-check-article .pop .claim")).isVisible();
            assertThat((String) tab.page().evaluate("() => " + MARK + ".toString()"))
                    .isEqualTo(WORDS);
            tab.assertQuiet();
        }
    }

    /** As the service itself reads pages: deleted words are not said any more, and names of elements have no case. */
    @Test
    void struckWordsAreNotPartOfTheQuote() throws IOException {
        try (var tab = open(
                "<p>“We have re<b>pai</b>red <s>nearly</s> every <em>bri</em>dge in <del>the</del>town,” she said.",
                claim -> {})) {
            assertThat(
                            (String)
                                    tab.page()
                                            .evaluate(
                                                    "() => [...CSS.highlights.get('quote-check')].map(String).join('').replace(/ +/g, ' ')"))
                    .isEqualTo(WORDS);
        }
    }

    @Test
    void entrySaysWhatTheCardSays() throws IOException {
        try (var tab = open(SAID, claim -> claim.put("underReview", true).put("singleReviewer", true))) {
            assertThat(tab.page().locator("quote-check-article .entry .notice"))
                    .hasText(new String[] {"Under review again", "Single reviewer"});
            tab.assertQuiet();
        }
    }

    private static Tab open(String story, Consumer<ObjectNode> change) throws IOException {
        var claim = Api.claim(Api.unique("We have repaired bridges"));
        Api.publish(claim, "mostly_false");
        var tab = browser.reader().tab();
        var quotes = Canned.JSON.readTree("[{\"parts\": [{\"exact\": \"" + WORDS + "\"}]}]");
        Canned.article(tab.page(), claim, quotes, change);
        tab.page()
                .navigate(publisher.printsWithHead(
                        "en",
                        "<script type=\"module\" src=\"" + Browser.service()
                                + "/embed/v1/quotecheck-article.js\"></script>",
                        "<article>" + story + "<quote-check-article></quote-check-article></article>"));
        tab.page().waitForFunction("() => CSS.highlights.get('quote-check')?.size > 0");
        return tab;
    }
}
