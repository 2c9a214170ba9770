package org.quotecheck.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.Browser;
import org.quotecheck.InBrowser;

/** The card in an iframe: complete without script, and with the messages by which WordPress takes height and links. */
@QuarkusTest
class EmbedPageTest extends InBrowser {

    @Test
    void everyFrameMayHoldThisPageAndNoOther() {
        var claim = publish("We built 60 schools");
        Api.nobody()
                .get("/embed/claims/" + claim)
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'; script-src 'sha256-"))
                .header("Content-Security-Policy", containsString("frame-ancestors *"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header(
                        "Cache-Control",
                        equalTo("public, max-age=60, s-maxage=180, stale-while-revalidate=60, stale-if-error=86400"));
        Api.nobody()
                .get("/claims/" + claim)
                .then()
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
    }

    @Test
    void knownPageIsNotSentAgain() {
        var path = "/embed/claims/" + publish("We built 61 schools");
        var etag = Api.nobody().get(path).then().extract().header("ETag");
        Api.nobody().header("If-None-Match", etag).get(path).then().statusCode(304);
    }

    @Test
    void unknownClaimHasNone() {
        Api.nobody().get("/embed/claims/" + UUID.randomUUID()).then().statusCode(404);
        Api.nobody()
                .get("/embed/claims/" + Api.claim(Api.unique("We won")))
                .then()
                .statusCode(404);
        Api.nobody().get("/embed/claims/x").then().statusCode(400);
    }

    @Test
    void everyReaderCanReadIt() {
        var claim = publish("We built 62 schools");
        browser.reader().withTools().everyWay().forEach(reader -> {
            try (var tab = reader.open(Browser.service() + "/embed/claims/" + claim)) {
                tab.assertAccessible();
                assertThat(tab.violations()).isEmpty();
            }
        });
        try (var tab = browser.reader().withoutScript().open(Browser.service() + "/embed/claims/" + claim)) {
            for (var words : List.of(
                    "Mostly false",
                    "Fact check by Quotecheck",
                    "We built 62",
                    "What was found.",
                    "Read the full check")) {
                assertThat(tab.page().getByText(words)).isVisible();
            }
            assertThat(tab.page().locator("a.head")).hasAttribute("href", Browser.service() + "/claims/" + claim);
            assertThat(tab.page().locator("a.head")).hasAttribute("rel", "noopener");
        }
    }

    @Test
    void wordPressGetsHeightAndLink() {
        var claim = publish("We built 63 schools");
        var frame = Browser.service() + "/embed/claims/" + claim + "#?secret=abc123";
        try (var tab = browser.reader().withTools().tab()) {
            tab.page().navigate(publisher.printsWithHead("en", "", "<p>Story</p>"));
            tab.page().evaluate("""
                    (src) => {
                      globalThis.heard = [];
                      addEventListener('message', ({ data }) => heard.push(data));
                      const frame = Object.assign(document.createElement('iframe'), { src, width: 600, height: 200, title: 'Card' });
                      frame.setAttribute('sandbox', 'allow-scripts');
                      // so WordPress keeps it until it speaks
                      frame.style = 'position: absolute; clip: rect(1px, 1px, 1px, 1px);';
                      document.body.append(frame);
                    }""", frame);
            tab.page().waitForFunction("() => heard.length");
            tab.page().evaluate("() => document.querySelector('iframe').removeAttribute('style')");
            var first = heard(tab.page()).getFirst();
            assertThat(first).containsEntry("message", "height").containsEntry("secret", "abc123");
            // on a busy machine the first ones are told before the frame has its width
            tab.page().waitForFunction("() => heard.at(-1).value >= 120 && heard.at(-1).value <= 400");

            tab.page()
                    .evaluate(
                            "() => { heard.length = 0; frames[0].postMessage({ message: 'ready', secret: 'abc123' }, '*'); }");
            tab.page().waitForFunction("() => heard.length");
            tab.page().evaluate("() => { heard.length = 0; }");
            tab.page().frames().getLast().locator("a.link, .link a").click();
            tab.page().waitForFunction("() => heard.length");
            assertThat(heard(tab.page()))
                    .containsExactly(Map.of(
                            "message", "link", "value", Browser.service() + "/claims/" + claim, "secret", "abc123"));
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> heard(Page page) {
        return (List<Map<String, Object>>) page.evaluate("() => heard");
    }

    private static String publish(String words) {
        var claim = Api.claim(Api.unique(words));
        Api.publish(claim, "mostly_false");
        return claim;
    }
}
