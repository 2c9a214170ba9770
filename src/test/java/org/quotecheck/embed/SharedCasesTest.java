package org.quotecheck.embed;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quotecheck.Browser.Tab;
import org.quotecheck.InBrowser;

/** In a browser the widget finds words, and makes URLs canonical, as the service does: the test cases are the same. */
@QuarkusTest
class SharedCasesTest extends InBrowser {

    @Test
    void anchorsAreThoseOfTheService() throws IOException {
        var cases = Canned.resource("anchor-places.json");
        assertThat(cases).hasSizeGreaterThan(50);
        assertAgreed("""
                async (cases) => {
                  const { Anchors } = await import('/widget-source/anchors.js');
                  return JSON.parse(cases).map(({ name, text, quote, taken = [], found }) => {
                    const utf16 = (codePoints) => [...text].slice(0, codePoints).join('').length;
                    const codePoints = (at) => [...text.slice(0, at)].length;
                    const near = quote.start === undefined ? -1 : utf16(quote.start);
                    const got = new Anchors(text).find(quote, near, taken.map((range) => range.map(utf16)));
                    const same = !found ? !got : got && codePoints(got.start) === found.start
                      && codePoints(got.end) === found.end && got.exact === found.exact
                      && Math.abs(got.score - found.score) < 0.003;
                    return same ? '' : `${name}: ${JSON.stringify(got)} instead of ${JSON.stringify(found)}`;
                  }).filter(Boolean);
                }""", cases.toString());
    }

    /** Chromium takes hosts that the URL Standard refuses: with a blank, or an A-label of nothing. No page has one. */
    @Test
    void canonicalUrlsAreThoseOfTheService() throws IOException {
        assertAgreed("""
                async (cases) => {
                  const REFUSED_HOST = /^https:..(ex( |%20)ample|xn--(a\\.example)?)\\/$/;
                  const { canonicalUrl } = await import('/widget-source/canonical-url.js');
                  return JSON.parse(cases).map(({ url, canonical }) => [url, canonicalUrl(url) ?? null, canonical])
                    .filter(([url, got, wanted]) => got !== wanted && !(wanted === null && REFUSED_HOST.test(url)))
                    .map((row) => JSON.stringify(row).slice(0, 300));
                }""", Canned.resource("canonical-urls.json").toString());
    }

    private static void assertAgreed(String check, String cases) throws IOException {
        try (var tab = browser.reader().withTools().tab()) {
            prepare(tab);
            @SuppressWarnings("unchecked")
            var wrong = (List<String>) tab.page().evaluate(check, cases);
            assertThat(wrong).isEmpty();
        }
    }

    private static void prepare(Tab tab) throws IOException {
        var tracking = Files.readAllLines(Path.of("src", "main", "resources", "tracking-parameters.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.joining(" "));
        Page page = tab.page();
        page.addInitScript("globalThis.TRACKING_PARAMETERS = '" + tracking + "'");
        Canned.serveSources(page);
        page.navigate(publisher.printsWithHead("en", "", ""));
    }
}
