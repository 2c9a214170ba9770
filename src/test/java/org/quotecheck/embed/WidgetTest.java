package org.quotecheck.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.Browser;
import org.quotecheck.Publisher;

/** {@code <quote-check>} on a publisher's page of another origin, under the policy of the strictest publisher. */
@QuarkusTest
class WidgetTest {

    private static final String FALLBACK = "What the publisher wrote";

    private static Browser browser;
    private static Publisher publisher;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        publisher = Publisher.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            publisher.close();
            browser.close();
        }
    }

    @Test
    void publishedVerdictIsShown() {
        var words = Api.unique("We built 40 schools");
        var claim = publish(words, "mostly_false");
        try (var tab = browser.reader().open(publisher.prints(element(claim)))) {
            var card = tab.page().locator("quote-check article");
            assertThat(card).isVisible();
            assertThat(card.locator(".label")).hasText("Mostly false");
            assertThat(card.locator(".claimant")).hasText("Ann Lee");
            assertThat(card.locator(".text")).hasText(words);
            assertThat(card.locator(".summary")).hasText("What was found.");
            assertThat(card.locator(".tags")).hasText("Quote: Exact quote");
            assertThat(card.locator(".fact")).containsText("1 source");
            assertThat(card.locator("a")).hasAttribute("href", Browser.service() + "/claims/" + claim);
            assertThat(tab.page().getByText(FALLBACK)).isHidden();
            tab.assertQuiet();
            assertThat(tab.console("warning")).isEmpty();
        }
    }

    @Test
    void readerIsNotFollowed() {
        var claim = publish(Api.unique("We built 41 schools"), "false");
        try (var tab = browser.reader().open(publisher.prints(element(claim)))) {
            assertThat(tab.page().locator("quote-check article")).isVisible();
            assertThat(tab.hosts()).containsExactlyInAnyOrder(publisher.host(), Browser.service().substring("http://".length()));
            assertThat(tab.page().context().cookies()).isEmpty();
            assertThat(tab.page().context().storageState()).isEqualTo("{\"cookies\":[],\"origins\":[]}");
            assertThat(tab.page().evaluate("async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]"))
                    .isEqualTo(List.of(0, 0, 0));
        }
    }

    @Test
    void severalElementsAskOnce() {
        var one = publish(Api.unique("We built 42 schools"), "true");
        var other = publish(Api.unique("We built 43 schools"), "mixed");
        try (var tab = browser.reader().open(publisher.prints(element(one) + element(other) + element(one)))) {
            assertThat(tab.page().locator("quote-check article .label")).hasText(new String[] {"True", "Partly true", "True"});
            assertThat(tab.requests("/embed/v1/claims")).hasSize(1);
            assertThat(tab.requests("/embed/v1/quotecheck.js")).hasSize(1);
        }
    }

    @Test
    void unknownClaimKeepsTheFallback() {
        var unknown = UUID.randomUUID().toString();
        try (var tab = browser.reader().tab()) {
            tab.page().waitForConsoleMessage(() -> tab.page().navigate(publisher.prints(element(unknown))));
            assertThat(tab.page().getByText(FALLBACK)).isVisible();
            assertThat(tab.page().locator("quote-check article")).hasCount(0);
            assertThat(tab.console("warning")).containsExactly("quote-check: no verdict known for " + unknown + "; the fallback stays");
            tab.assertQuiet();
        }
    }

    @Test
    void malformedIdDoesNotSpoilTheOthers() {
        var claim = publish(Api.unique("We built 44 schools"), "true");
        try (var tab = browser.reader().open(publisher.prints(element("no-id") + element(claim)))) {
            assertThat(tab.page().locator("quote-check >> nth=1").locator("article")).isVisible();
            assertThat(tab.page().getByText(FALLBACK).first()).isVisible();
            assertThat(tab.console("warning")).containsExactly("quote-check: not a claim id: no-id; the fallback stays");
            tab.assertQuiet();
        }
    }

    @Test
    void unreachableServiceKeepsTheFallback() {
        var claim = publish(Api.unique("We built 45 schools"), "true");
        try (var tab = browser.reader().tab()) {
            tab.page().route("**/embed/v1/claims?*", Route::abort);
            tab.page().waitForConsoleMessage(new com.microsoft.playwright.Page.WaitForConsoleMessageOptions()
                    .setPredicate(message -> message.type().equals("warning")), () -> tab.page().navigate(publisher.prints(element(claim))));
            assertThat(tab.page().getByText(FALLBACK)).isVisible();
            assertThat(tab.console("warning")).singleElement().asString().startsWith("quote-check: ").endsWith("; the fallback stays");
            // the browser itself reports the request; the widget adds nothing
            assertThat(tab.console("error")).allMatch(message -> message.startsWith("Failed to load resource"));
        }
    }

    @Test
    void nothingAroundItMoves() {
        var claim = publish(Api.unique("We built 46 schools"), "false");
        var boxes = element(claim) + "<p>Between.</p><div id=\"reserved\"><quote-check claim=\"" + claim + "\"></quote-check></div><p>" + element(claim)
                + "</p><quote-check claim=\"" + claim + "\">" + "<p>A long fallback.</p>".repeat(8) + "</quote-check>";
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
        try (var tab = browser.reader().open(publisher.prints(element(claim)))) {
            var tag = tab.page().locator("quote-check article").getByText("Under review again");
            assertWholeTextVisible(tag);
            assertThat(tab.page().locator("quote-check .label")).hasText("False");
        }
    }

    @Test
    void singleReviewerIsSaidInEveryBox() {
        var claim = publish(Api.unique("We built 48 schools"), "mostly_false");
        for (int width : List.of(320, 480, 1280)) {
            try (var tab = browser.reader().withWidth(width).tab()) {
                tab.page().route("**/embed/v1/claims?*", route -> fulfilWith(route, Map.of("singleReviewer", true, "underReview", true)));
                tab.page().navigate(publisher.prints("<p>" + element(claim) + "</p>"));
                assertWholeTextVisible(tab.page().locator("quote-check article").getByText("Single reviewer"));
            }
        }
    }

    @Test
    void labelsSpeakTheElementsLanguage() {
        var claim = publish(Api.unique("We built 49 schools"), "mostly_false");
        var german = "<div lang=\"de\">" + element(claim) + "</div>";
        try (var tab = browser.reader().open(publisher.prints("fr", german + element(claim)))) {
            assertThat(tab.page().locator("quote-check .label")).hasText(new String[] {"Größtenteils falsch", "Plutôt faux"});
            assertThat(tab.page().locator("quote-check .label").first()).hasAttribute("lang", "de");
            assertThat(tab.page().locator("quote-check .link").first()).hasText("Zum vollständigen Faktencheck");
            assertThat(tab.page().locator("quote-check .summary").first()).hasAttribute("lang", "en");
        }
    }

    @Test
    void everyReaderCanUseIt() {
        var claim = publish(Api.unique("We built 50 schools"), "mostly_true");
        var page = publisher.prints(element(claim) + "<quote-check claim=\"" + claim + "\"></quote-check>");
        browser.reader().withTools().everyWay().forEach(reader -> {
            try (var tab = reader.open(page)) {
                assertThat(tab.page().locator("quote-check article")).hasCount(2);
                tab.assertAccessible();
                assertThat((Boolean) tab.page().evaluate("() => document.documentElement.scrollWidth <= innerWidth")).as("%s fits", reader).isTrue();
            }
        });
    }

    private static String publish(String text, String rating) {
        var claim = Api.submitter().contentType(ContentType.JSON).body(Map.of("text", text, "claimant", Map.of("name", "Ann Lee")))
                .post("/v1/claims").then().statusCode(201).extract().<String>path("id");
        Api.publish(claim, rating);
        return claim;
    }

    private static String element(String claim) {
        return "<quote-check claim=\"" + claim + "\"><a href=\"https://service.example/\">" + FALLBACK + "</a></quote-check>";
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
                }""")).as("all of \"%s\" is seen", text.textContent()).isTrue();
    }
}
