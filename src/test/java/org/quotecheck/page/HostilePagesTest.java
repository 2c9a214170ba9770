package org.quotecheck.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quotecheck.Api;
import org.quotecheck.Browser;
import org.quotecheck.InBrowser;
import org.quotecheck.verdict.Labels;

/** Hostile words in every field, on every page and in every state of a claim, at 320 pixels. */
@QuarkusTest
class HostilePagesTest extends InBrowser {

    /**
     * Elements, attributes, an end of JSON-LD, templates, an override of direction, a very long word, a long grapheme.
     */
    private static final String HOSTILE = "</script><script>hacked = 1</script></style><style>*{display:none}</style>"
            + "\"><img src=x onerror='hacked=1'> javascript:hacked=1 {f.w} {{x}} &lt; \u202edesrever "
            + "W".repeat(180) + " \uD83D\uDC69\u200D\uD83D\uDE80 e" + "\u0301".repeat(12);

    /** Letters from right to left, handlers, URLs, CSS, pictures of many parts, zero width, isolates, references. */
    private static final String HOSTILE_IN_OTHER_SCRIPTS =
            "שלום <b>وعليكم السلام</b> 'onclick='hacked=1' data:text/html,<svg onload=hacked=1> url(javascript:hacked=1) "
                    + "} .claim { display: none } /* --> ]]> <!-- " + "Ж".repeat(90)
                    + "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67".repeat(12)
                    + " \u200b\u2060\ufeff \u2066x \u200f &#x3c;script&#x3e;hacked=1&#x3c;/script&#x3e; %3Cscript%3E ${1+1}";

    static Stream<String> hostile() {
        return Stream.of(HOSTILE, HOSTILE_IN_OTHER_SCRIPTS);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileWordsStayWords(String words) {
        Labels.override("en.rating.mostly_false = <img src=x onerror='hacked=1'></script>" + "W".repeat(60));
        try (var tab = browser.reader().withWidth(320).tab()) {
            var claim = CheckedClaim.publishHostile(words).correct("The note " + words);
            var paths = new ArrayList<>(ReaderPagesTest.pages(claim));
            var query = URLEncoder.encode(words, StandardCharsets.UTF_8);
            paths.add("/embed/claims/" + claim.id());
            paths.add("/search?q=" + "%22%3E%3Cimg%20src%3Dx%20onerror%3Dhacked%3D1%3E" + "W".repeat(150));
            paths.add("/search?q=" + query);
            paths.add("/verify?claim=" + query);
            paths.add("/ratings?lang=%22%3E%3Cscript%3Ehacked%3D1%3C%2Fscript%3E");
            paths.add(claim.path() + ".svg");
            paths.forEach(path -> assertOnlyWords(tab.page(), path));
            var note = Map.of("to", "retracted", "publicNote", "Withdrawn " + words);
            Api.move(Api.editor(), claim.id(), note).then().statusCode(202);
            Api.move(Api.as("edith", "editor"), claim.id(), note).then().statusCode(201);
            List.of(claim.path(), claim.path() + "/revisions/2", "/corrections", "/embed/claims/" + claim.id())
                    .forEach(path -> assertOnlyWords(tab.page(), path));
            tab.assertQuiet();
            assertThat(tab.hosts()).hasSize(1);
            // a browser reports them as errors
            List.of("/claims/" + query.replace("+", "%20").replace("%2F", "/"), "/%3Cscript%3Ehacked=1%3C/script%3E")
                    .forEach(path -> assertOnlyWords(tab.page(), path));
        } finally {
            Labels.override(null);
        }
    }

    private static void assertOnlyWords(Page page, String path) {
        page.navigate(Browser.service() + path);
        assertThat(page.evaluate("() => globalThis.hacked ?? 'never'")).as(path).isEqualTo("never");
        assertThat(page.locator("img, svg [onload], [onerror], [onclick], a[href^='javascript:'], a[href^='data:']"))
                .hasCount(0);
        assertThat(page.locator("style:not(head style)")).hasCount(0);
        if (!path.endsWith(".svg")) {
            page.evaluate("() => document.querySelectorAll('details').forEach((each) => each.open = true)");
            assertThat(
                            (Boolean)
                                    page.evaluate(
                                            "() => document.documentElement.scrollWidth <= innerWidth && [...document.querySelectorAll('h1, h2, h3, p, dd, blockquote')].every((each) => each.getBoundingClientRect().right <= innerWidth + 1)"))
                    .as(path + " fits 320 px")
                    .isTrue();
        }
    }
}
