package org.quotecheck.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quotecheck.Api;
import org.quotecheck.Browser;
import org.quotecheck.Browser.Tab;
import org.quotecheck.InBrowser;
import org.quotecheck.Publisher;

/** Texts that would break out, in every form: they are words and nothing else, and stay in their place at 320 px. */
@QuarkusTest
class HostileEmbedsTest extends InBrowser {

    private static final String HEAD =
            "<script type=\"module\" src=\"" + "%s/embed/v1/quotecheck-article.js\"></script>";

    static Stream<String> texts() {
        return Stream.of(
                "<script>alert(1)</script></script><img src=x onerror=alert(1)>",
                "\" onmouseover=\"alert(1)\" x=\"' autofocus onfocus='alert(1)",
                "javascript:alert(1) data:text/html,<svg onload=alert(1)>",
                "</style><style>*{display:none}</style> } .card { display: none } {organization} {date} {page.claim.url}",
                "left \u202e\u2066 thgir \u2069 right \u200f and \u200b\u2060\ufeff nothing",
                "W".repeat(600),
                "👩‍👩‍👧‍👦".repeat(60) + " e\u0301\u0301\u0301\u0301".repeat(40),
                "</script><!--<script>]]>&lt;b&gt;&amp;&#39; ${1+1} {{7*7}} %00",
                "שלום עולם وعليكم السلام mixed " + "x".repeat(90));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyFormHoldsIt(String text) {
        var claim = Api.claim(Api.unique("We built " + text));
        Api.publish(claim, "mostly_false");
        publisher.styles(".card quote-check { display: block; min-height: 30em }");
        var body = Stream.of("line", "card", "full")
                .map(size -> "<div class=\"card\">"
                        + Publisher.element(claim).replace("<quote-check", "<quote-check size=\"" + size + "\"")
                        + "</div>")
                .reduce("", String::concat);
        try (var tab = browser.reader().withWidth(320).withTools().tab()) {
            Canned.change(tab.page(), embed -> {
                fill(embed, text);
                embed.put("underReview", true).put("singleReviewer", true).put("quoteVerdictLabel", text);
                embed.putArray("corrections")
                        .addObject()
                        .put("from", "true")
                        .put("fromLabel", text)
                        .put("to", "mostly_false")
                        .put("publishedAt", "2026-02-11T10:00:00Z");
            });
            tab.page().navigate(publisher.printsWithHead("en", HEAD.formatted(Browser.service()), body));
            assertThat(tab.page().locator("quote-check article")).hasCount(3);
            assertThat(tab.page().locator("quote-check article .correction").last())
                    .containsText("11 February 2026");
            assertThat(tab.page().locator("quote-check article .claim").last())
                    .containsText(text.strip().substring(0, 5));
            assertContained(tab);
        }
        try (var tab = browser.reader().withWidth(320).withTools().open(Browser.service() + "/embed/claims/" + claim)) {
            assertThat(tab.page().locator("h1")).containsText(text.strip().substring(0, 5));
            assertContained(tab);
        }
    }

    @Test
    void listOfAnArticleHoldsThem() throws Exception {
        var claim = Api.claim(Api.unique("We built nothing"));
        Api.publish(claim, "false");
        var quotes = Canned.JSON.valueToTree(texts().map(text -> Map.of("parts", List.of(Map.of("exact", text))))
                .toList());
        try (var tab = browser.reader().withWidth(320).withTools().tab()) {
            Canned.article(
                    tab.page(),
                    claim,
                    quotes,
                    quoting -> fill(quoting, quoting.get("text").asText()));
            tab.page()
                    .navigate(publisher.printsWithHead(
                            "en", HEAD.formatted(Browser.service()), "<quote-check-article></quote-check-article>"));
            assertThat(tab.page().locator("quote-check-article .entry")).hasCount((int) texts().count());
            if (!tab.page().locator("quote-check-article .entry").first().isVisible()) {
                tab.page().locator("quote-check-article .title").click();
            }
            assertThat(tab.page()
                            .locator("quote-check-article .entry .claimant")
                            .last())
                    .isVisible();
            assertContained(tab);
        }
    }

    private static void fill(ObjectNode embed, String text) {
        embed.put("claimant", text).put("summary", text).put("ratingLabel", text);
        embed.putObject("organization").put("name", text).put("url", "javascript:alert(1)");
    }

    private static void assertContained(Tab tab) {
        tab.layoutShift();
        assertThat(tab.violations()).isEmpty();
        tab.assertAccessible();
        assertThat((Boolean) tab.page().evaluate("""
                () => {
                  const inside = (root) => [...root.querySelectorAll('*')].every((element) => {
                    const { right, left } = element.getBoundingClientRect();
                    return (right <= innerWidth + 1 && left >= -1 || getComputedStyle(element).visibility === 'hidden') && (!element.shadowRoot || inside(element.shadowRoot));
                  });
                  return inside(document.body);
                }"""))
                .as("everything is inside the window")
                .isTrue();
        assertThat(tab.page().locator("a[href^='javascript:'], img, [onerror], [onfocus]"))
                .hasCount(0);
    }
}
