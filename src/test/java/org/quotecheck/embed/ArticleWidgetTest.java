package org.quotecheck.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quotecheck.Api;
import org.quotecheck.Browser;
import org.quotecheck.Browser.Tab;
import org.quotecheck.InBrowser;

/** {@code <quote-check-article>} on pages as publishers build them (src/test/resources/layouts). */
@QuarkusTest
class ArticleWidgetTest extends InBrowser {

    private static final String MARKS =
            "[...(CSS.highlights.get('quote-check') ?? [])].sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top || one.getBoundingClientRect().left - other.getBoundingClientRect().left)";

    static Stream<JsonNode> layouts() throws IOException {
        return StreamSupport.stream(Canned.resource("layouts/layouts.json").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void everyQuoteIsMarkedInPlace(JsonNode layout) throws IOException {
        try (var tab = browser.reader().withTools().tab()) {
            open(tab, layout);
            var untouched = html(tab.page());
            for (var late : layout.path("late")) {
                tab.page()
                        .evaluate(
                                "({ into, html }) => document.querySelector(into).insertAdjacentHTML('beforeend', html)",
                                Map.of(
                                        "into",
                                        late.get("into").asText(),
                                        "html",
                                        late.get("html").asText()));
                untouched = html(tab.page());
            }
            var expected = new ArrayList<String>();
            int orphans = 0;
            for (var quote : layout.get("quotes")) {
                quote.get("marked").forEach(words -> expected.add(words.asText()));
                orphans += quote.get("marked").isEmpty() ? 1 : 0;
            }
            tab.page()
                    .waitForFunction(
                            "(wanted) => " + MARKS + ".map(String).join('').replaceAll('\\u00ad', '').length >= wanted",
                            String.join("", expected).length());
            var marked =
                    (String) tab.page().evaluate("() => " + MARKS + ".map(String).join('|').replaceAll('\\u00ad', '')");
            for (var words : expected) {
                assertThat(marked.replace("|", "")).contains(words);
            }
            assertThat(marked.replace("|", "")).hasSameSizeAs(String.join("", expected));
            assertThat(tab.page().locator("quote-check-article .entry"))
                    .hasCount(layout.get("quotes").size());
            assertThat(tab.page().locator("quote-check-article .elsewhere")).hasCount(orphans);
            assertThat(html(tab.page())).isEqualTo(untouched);
            tab.assertQuiet();
        }
    }

    @Test
    void sameSentenceIsTheRightOne() throws IOException {
        var layout = layouts()
                .filter(page -> page.get("page").asText().equals("said-twice"))
                .findFirst()
                .orElseThrow();
        try (var tab = browser.reader().withTools().tab()) {
            open(tab, layout);
            tab.page().locator("quote-check-article .show").nth(1).click();
            var paragraph = (String) tab.page().evaluate("() => getSelection().anchorNode.data");
            assertThat(paragraph).startsWith("In June");
            tab.page().keyboard().press("Escape");
            assertThat(tab.page().locator("quote-check-article .pop")).isHidden();
            tab.page().locator("quote-check-article .show").nth(0).click();
            assertThat((String) tab.page().evaluate("() => getSelection().anchorNode.data"))
                    .startsWith("In May");
        }
    }

    @Test
    void cardOpensByMouseTouchAndKeyboardUnderTheStrictestPolicy() throws IOException {
        var layout = layouts().findFirst().orElseThrow();
        try (var tab = browser.reader().tab()) {
            open(tab, layout);
            var pop = tab.page().locator("quote-check-article .pop");
            tab.page().waitForFunction("() => " + MARKS + ".length > 2");
            @SuppressWarnings("unchecked")
            var at = (List<Number>) tab.page()
                    .evaluate("() => { const { x, y, height } = " + MARKS
                            + "[0].getClientRects()[0]; return [x + 5, y + height / 2]; }");
            tab.page().mouse().click(at.get(0).doubleValue(), at.get(1).doubleValue());
            assertThat(pop.locator(".head")).isVisible();
            assertThat(pop.locator(".head")).isFocused();
            tab.page().keyboard().press("Escape");
            assertThat(pop).isHidden();

            var show = tab.page().locator("quote-check-article .show").first();
            show.focus();
            tab.page().keyboard().press("Enter");
            assertThat(pop.locator(".claim")).isVisible();
            pop.locator(".close").click();
            assertThat(pop).isHidden();

            tab.page().evaluate("() => document.activeElement.blur()");
            tab.page().keyboard().press("Enter");
            assertThat(pop.locator(".claim")).isVisible();
            tab.assertQuiet();
            assertThat(tab.console("warning")).isEmpty();
        }
    }

    @Test
    void listAndCardsAreForEveryReader() throws IOException {
        var layout = layouts().reduce((first, last) -> last).orElseThrow();
        for (var reader : browser.reader().withTools().everyWay().toList()) {
            try (var tab = reader.tab()) {
                open(tab, layout);
                assertThat(tab.page().locator("quote-check-article .elsewhere"))
                        .hasText("Quoted in another version of this page");
                tab.assertAccessible();
                tab.page().locator("quote-check-article .show").click();
                tab.assertAccessible();
            }
        }
    }

    @Test
    void pageIsAskedForByTheHashOfItsCanonicalAddress() throws IOException {
        try (var tab = browser.reader().tab()) {
            open(tab, layouts().findFirst().orElseThrow());
            assertThat(tab.page().locator("quote-check-article .entry")).hasCount(2);
            assertThat(tab.requests("/embed/v1/articles"))
                    .singleElement()
                    .asString()
                    .matches(".*/embed/v1/articles\\?urlHash=[0-9a-f]{64}&lang=en");
        }
    }

    private static void open(Tab tab, JsonNode layout) throws IOException {
        var claim = Api.claim(Api.unique("We have lost nothing"));
        Api.publish(claim, "mostly_false");
        Canned.article(tab.page(), claim, layout.get("quotes"));
        var html = Files.readString(Path.of(
                "src", "test", "resources", "layouts", layout.get("page").asText() + ".html"));
        tab.page()
                .navigate(publisher.printsWithHead(
                        layout.path("language").asText("en"),
                        "<script type=\"module\" src=\"" + Browser.service()
                                + "/embed/v1/quotecheck-article.js\"></script>",
                        html));
    }

    private static String html(Page page) {
        return (String) page.evaluate("() => document.documentElement.outerHTML");
    }
}
