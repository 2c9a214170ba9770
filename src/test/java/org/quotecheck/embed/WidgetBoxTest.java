package org.quotecheck.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.Browser;
import org.quotecheck.InBrowser;
import org.quotecheck.Publisher;

/** The room that {@code <quote-check>} takes on a page, and what it says in it. */
@QuarkusTest
class WidgetBoxTest extends InBrowser {

    @Test
    void nothingAroundItMoves() {
        var claim = publish(Api.unique("We built 46 schools"), "false");
        var boxes = Publisher.element(claim) + "<p>Between.</p><div id=\"reserved\"><quote-check claim=\"" + claim
                + "\"></quote-check></div><p>" + Publisher.element(claim) + "</p><quote-check claim=\"" + claim + "\">"
                + "<p>A long fallback.</p>".repeat(8) + "</quote-check>";
        publisher.styles("#reserved quote-check { display: block; min-height: 14rem }");
        try (var tab = browser.reader().open(publisher.prints(boxes))) {
            assertThat(tab.page().locator("quote-check article")).hasCount(4);
            assertThat(tab.layoutShift()).isZero();

            tab.page().evaluate("() => document.querySelector('h1').before(document.createElement('hr'))");
            assertThat(tab.layoutShift()).as("a page that does move").isPositive();
        }
    }

    /** The fuller the form, the more room it takes, and none is cut. */
    @Test
    void formThatFitsIsShownWhole() {
        var claim = publish(Api.unique("We built 53 schools in this city since we took office"), "mostly_false");
        var heights = new int[] {1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 20};
        publisher.styles("quote-check { display: block; margin-block: 1em } "
                + IntStream.of(heights)
                        .mapToObj(em -> ".h" + em + " quote-check { min-height: " + em + "em }")
                        .collect(Collectors.joining(" ")));
        var body = IntStream.of(heights)
                .mapToObj(em -> "<div class=\"h" + em + "\">" + Publisher.element(claim) + "</div>")
                .collect(Collectors.joining());
        for (var reader : List.of(browser.reader(), browser.reader().withWidth(320))) {
            try (var tab = reader.tab()) {
                Canned.change(tab.page(), embed -> embed.put("claimant", "Ann Lee"));
                tab.page().navigate(publisher.prints(body));
                assertThat(tab.page().locator("quote-check article")).hasCount(heights.length);
                assertThat(tab.layoutShift()).isZero();
                @SuppressWarnings("unchecked")
                var shown = (List<String>) tab.page().evaluate("""
                        () => [...document.querySelectorAll('quote-check')].map((host) => {
                          const card = host.shadowRoot.querySelector('.card');
                          const said = [...card.children].filter((part) => part.checkVisibility()).map((part) => part.classList[0]).join(' ');
                          const cut = [...card.querySelectorAll('*')].some((part) => part.scrollHeight > part.clientHeight + 2 && getComputedStyle(part).overflow !== 'visible');
                          const over = card.getBoundingClientRect().bottom - host.getBoundingClientRect().bottom;
                          return said + (cut || over > 7 ? ' CUT ' + over : '');
                        })""");
                assertThat(shown)
                        .isSubsetOf(
                                "head",
                                "head claim",
                                "head claim claimant",
                                "head claim claimant summary",
                                "head claim claimant summary link");
                assertThat(shown.getFirst()).isEqualTo("head");
                assertThat(shown.getLast()).isEqualTo("head claim claimant summary link");
                assertThat(shown.stream().map(String::length).toList()).isSorted();
            }
        }
    }

    @Test
    void cardNeverSaysLessThanItsFallback() {
        var words = Api.unique("We built 54 schools");
        var claim = publish(words, "false");
        var fallback = "<quote-check size=\"line\"><blockquote>" + words + "</blockquote>Ann Lee, mayor. <a href=\""
                + Browser.service() + "/claims/" + claim + "\">Read</a></quote-check>";
        for (var reader : List.of(browser.reader(), browser.reader().withWidth(320))) {
            try (var tab = reader.tab()) {
                Canned.change(tab.page(), embed -> embed.put("claimant", "Ann Lee"));
                tab.page().navigate(publisher.prints(fallback));
                for (var part : List.of(".head", ".claim", ".claimant")) {
                    assertThat(tab.page().locator("quote-check " + part)).isVisible();
                }
                assertThat(tab.layoutShift()).isZero();
            }
        }
    }

    @Test
    void correctionSaysWhatWasSaidBefore() {
        var claim = publish(Api.unique("We built 55 schools"), "false");
        publisher.styles("quote-check { display: block; min-height: 20em }");
        try (var tab = browser.reader().tab()) {
            Canned.change(
                    tab.page(),
                    embed -> embed.putArray("corrections")
                            .addObject()
                            .put("from", "mixed")
                            .put("fromLabel", "Partly true")
                            .put("to", "false")
                            .put("publishedAt", "2026-02-11T23:30:00Z"));
            tab.page().navigate(publisher.prints(Publisher.element(claim)));
            var correction = tab.page().locator("quote-check .correction");
            assertThat(correction).hasText("Corrected 11 February 2026: we had rated this “Partly true”");
            assertThat(correction.locator("time")).hasAttribute("datetime", "2026-02-11T23:30:00.000Z");
        }
    }

    @Test
    void withdrawnIsTheCheckAndNotTheClaim() {
        var claim = publish(Api.unique("We built 56 schools"), "false");
        publisher.styles("quote-check { display: block; min-height: 20em }");
        try (var tab = browser.reader().tab()) {
            Canned.change(tab.page(), embed -> {
                embed.remove(List.of("rating", "ratingLabel", "quoteVerdict", "quoteVerdictLabel"));
                embed.put("retracted", true).put("summary", "We mixed up two towns.");
            });
            tab.page().navigate(publisher.prints(Publisher.element(claim)));
            assertThat(tab.page().locator("quote-check .label")).hasText("Fact check withdrawn");
            assertThat(tab.page().locator("quote-check .summary")).hasText("We mixed up two towns.");
        }
    }

    @Test
    void reopenedClaimIsMarked() {
        var claim = publish(Api.unique("We built 47 schools"), "false");
        Api.move(Api.editor(), claim, Map.of("to", "in_review")).then().statusCode(201);
        try (var tab = browser.reader().open(publisher.prints(Publisher.element(claim)))) {
            var tag = tab.page().locator("quote-check article").getByText("Under review again");
            assertWholeTextVisible(tag);
            assertThat(tab.page().locator("quote-check .label")).hasText("False");
        }
    }

    @Test
    void singleReviewerIsSaidInEveryBox() {
        var claim = publish(Api.unique("We built 48 schools"), "mostly_false");
        var notices = Map.of(
                "en",
                "Single reviewer",
                "de",
                "Nur von einer Person geprüft",
                "fr",
                "Vérification par une seule personne");
        for (int width : List.of(320, 480, 1280)) {
            notices.forEach((language, notice) -> {
                try (var tab = browser.reader().withWidth(width).tab()) {
                    Canned.change(
                            tab.page(),
                            embed -> embed.put("singleReviewer", true).put("underReview", true));
                    tab.page().navigate(publisher.prints(language, "<p>" + Publisher.element(claim) + "</p>"));
                    assertWholeTextVisible(
                            tab.page().locator("quote-check article").getByText(notice));
                }
            });
        }
    }

    private static String publish(String text, String rating) {
        var claim = Api.claim(text);
        Api.publish(claim, rating);
        return claim;
    }

    /** Its last character, too, is inside whatever cuts it off. */
    private static void assertWholeTextVisible(Locator text) {
        assertThat(text).isVisible();
        assertThat((Boolean) text.evaluate("""
                (element) => {
                  const range = document.createRange();
                  range.selectNodeContents(element);
                  const words = range.getBoundingClientRect();
                  for (let box = element; box; box = box.parentElement) {
                    const { left, right, top, bottom } = box.getBoundingClientRect();
                    if (getComputedStyle(box).overflow !== 'visible' && (words.right > right + 1 || words.left < left - 1 || words.bottom > bottom + 1 || words.top < top - 1)) return false;
                  }
                  return words.right <= innerWidth;
                }"""))
                .as("all of \"%s\" is seen", text.textContent())
                .isTrue();
    }
}
