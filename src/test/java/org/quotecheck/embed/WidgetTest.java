package org.quotecheck.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        try (var tab = browser.reader().open(publisher.prints(roomy(claim, "full")))) {
            var card = tab.page().locator("quote-check article");
            assertThat(card).isVisible();
            assertThat(card.locator(".label")).hasText("Mostly false");
            assertThat(card.locator(".by")).hasText("Fact check by Quotecheck");
            assertThat(card.locator(".claimant")).hasText("Claim by Ann Lee");
            assertThat(card.locator(".claim")).hasText(words);
            assertThat(card.locator(".summary")).hasText("What was found.");
            assertThat(card.locator(".facts")).containsText("Exact quoteSources: 1Published ");
            assertThat(card.locator(".facts time")).hasCount(1);
            assertThat(card.locator("a.head")).hasAttribute("href", Browser.service() + "/claims/" + claim);
            assertThat(card.locator("a.link")).hasText("Read the full check");
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
        var german = "<div lang=\"de\">" + roomy(claim, "card") + "</div>";
        try (var tab = browser.reader().open(publisher.prints("fr", german + roomy(claim, "card")))) {
            assertThat(tab.page().locator("quote-check .label"))
                    .hasText(new String[] {"Größtenteils falsch", "Plutôt faux"});
            assertThat(tab.page().locator("quote-check article").first()).hasAttribute("lang", "de");
            assertThat(tab.page().locator("quote-check .by"))
                    .hasText(new String[] {"Faktencheck von Quotecheck", "Vérification par Quotecheck"});
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

    @Test
    void idIsReadFromTheFallbacksLink() {
        var claim = publish(Api.unique("We built 51 schools"), "false");
        var page = Browser.service() + "/claims/" + claim;
        try (var tab = browser.reader()
                .open(publisher.prints(
                        "<quote-check><a href=\"https://other.example/claims/x\">Elsewhere</a> <a href=\"" + page
                                + "?from=news#top\">Read it</a></quote-check><quote-check>No link</quote-check>"))) {
            assertThat(tab.page().locator("quote-check article")).hasCount(1);
            assertThat(tab.page().locator("quote-check .head")).hasAttribute("href", page);
            assertThat(tab.page().getByText("No link")).isVisible();
            assertThat(tab.console("warning")).containsExactly("quote-check: not a claim id: none; the fallback stays");
            tab.assertQuiet();
        }
    }

    @ParameterizedTest
    @CsvSource({"ar, rtl", "de, ltr", "nl, ltr"})
    void directionIsThatOfTheWords(String language, String direction) {
        var claim = publish(Api.unique("We built 52 schools"), "false");
        try (var tab = browser.reader().open(publisher.prints(language, roomy(claim, "card")))) {
            assertThat(tab.page().locator("quote-check article")).hasAttribute("dir", direction);
            assertThat(tab.page().locator("quote-check .link"))
                    .hasText(CardWords.in(language).read());
        }
    }

    /** An element with room for all that a card may say. */
    private static String roomy(String claim, String size) {
        return "<div class=\"room\">"
                + Publisher.element(claim).replace("<quote-check ", "<quote-check size=\"" + size + "\" ") + "</div>";
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
