package org.quotecheck.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.Browser;
import org.quotecheck.InBrowser;
import org.quotecheck.Publisher;

/** {@code <quote-check>} on a publisher's page of another origin, under the policy of the strictest publisher. */
@QuarkusTest
class WidgetTest extends InBrowser {

    @Test
    void publishedVerdictIsShown() {
        var words = Api.unique("We built 40 schools");
        var claim = publish(words, "mostly_false");
        try (var tab = browser.reader().open(publisher.prints(Publisher.element(claim)))) {
            var card = tab.page().locator("quote-check article");
            assertThat(card).isVisible();
            assertThat(card.locator(".label")).hasText("Mostly false");
            assertThat(card.locator(".claimant")).hasText("Ann Lee");
            assertThat(card.locator(".text")).hasText(words);
            assertThat(card.locator(".summary")).hasText("What was found.");
            assertThat(card.locator(".tags")).hasText("Quote: Exact quote");
            assertThat(card.locator(".fact")).containsText("1 source");
            assertThat(card.locator("a")).hasAttribute("href", Browser.service() + "/claims/" + claim);
            assertThat(tab.page().getByText(Publisher.FALLBACK)).isHidden();
            tab.assertQuiet();
            assertThat(tab.console("warning")).isEmpty();
        }
    }

    @Test
    void readerIsNotFollowed() {
        var claim = publish(Api.unique("We built 41 schools"), "false");
        try (var tab = browser.reader().open(publisher.prints(Publisher.element(claim)))) {
            assertThat(tab.page().locator("quote-check article")).isVisible();
            assertThat(tab.hosts())
                    .containsExactlyInAnyOrder(
                            publisher.host(), Browser.service().substring("http://".length()));
            assertThat(tab.page().context().cookies()).isEmpty();
            assertThat(tab.page().context().storageState()).isEqualTo("{\"cookies\":[],\"origins\":[]}");
            assertThat(
                            tab.page()
                                    .evaluate(
                                            "async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]"))
                    .isEqualTo(List.of(0, 0, 0));
        }
    }

    @Test
    void severalElementsAskOnce() {
        var one = publish(Api.unique("We built 42 schools"), "true");
        var other = publish(Api.unique("We built 43 schools"), "mixed");
        try (var tab = browser.reader()
                .open(publisher.prints(Publisher.element(one) + Publisher.element(other) + Publisher.element(one)))) {
            assertThat(tab.page().locator("quote-check article .label"))
                    .hasText(new String[] {"True", "Partly true", "True"});
            assertThat(tab.requests("/embed/v1/claims")).hasSize(1);
            assertThat(tab.requests("/embed/v1/quotecheck.js")).hasSize(1);
        }
    }

    @Test
    void labelsSpeakTheElementsLanguage() {
        var claim = publish(Api.unique("We built 49 schools"), "mostly_false");
        var german = "<div lang=\"de\">" + Publisher.element(claim) + "</div>";
        try (var tab = browser.reader().open(publisher.prints("fr", german + Publisher.element(claim)))) {
            assertThat(tab.page().locator("quote-check .label"))
                    .hasText(new String[] {"Größtenteils falsch", "Plutôt faux"});
            assertThat(tab.page().locator("quote-check .label").first()).hasAttribute("lang", "de");
            assertThat(tab.page().locator("quote-check .link").first()).hasText("Zum vollständigen Faktencheck");
            assertThat(tab.page().locator("quote-check .summary").first()).hasAttribute("lang", "en");
        }
    }

    @Test
    void everyReaderCanUseIt() {
        var claim = publish(Api.unique("We built 50 schools"), "mostly_true");
        var page = publisher.prints(Publisher.element(claim) + "<quote-check claim=\"" + claim + "\"></quote-check>");
        browser.reader().withTools().everyWay().forEach(reader -> {
            try (var tab = reader.open(page)) {
                assertThat(tab.page().locator("quote-check article")).hasCount(2);
                tab.assertAccessible();
            }
        });
    }

    private static String publish(String text, String rating) {
        var claim = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("text", text, "claimant", Map.of("name", "Ann Lee")))
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Api.publish(claim, rating);
        return claim;
    }
}
