package org.quotecheck.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
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
        try (var tab = browser.reader().tab()) {
            tab.page().addInitScript("""
                    const room = new CSSStyleSheet();
                    room.replaceSync('#reserved quote-check { display: block; min-height: 14rem }');
                    document.adoptedStyleSheets = [room];
                    """);
            tab.page().navigate(publisher.prints(boxes));
            assertThat(tab.page().locator("quote-check article")).hasCount(4);
            assertThat(tab.layoutShift()).isZero();

            tab.page().evaluate("() => document.querySelector('h1').before(document.createElement('hr'))");
            assertThat(tab.layoutShift()).as("a page that does move").isPositive();
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
                    tab.page()
                            .route(
                                    "**/embed/v1/claims?*",
                                    route -> fulfilWith(route, Map.of("singleReviewer", true, "underReview", true)));
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

    /** The service's own answer with these members set in every claim. */
    private static void fulfilWith(Route route, Map<String, Object> members) {
        try {
            var response = route.fetch();
            var body = new ObjectMapper().readTree(response.body());
            for (JsonNode claim : body.get("claims")) {
                ((ObjectNode) claim).setAll((ObjectNode) new ObjectMapper().valueToTree(members));
            }
            route.fulfill(new Route.FulfillOptions().setResponse(response).setBody(body.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
