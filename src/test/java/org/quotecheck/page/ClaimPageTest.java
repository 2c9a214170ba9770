package org.quotecheck.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.Browser;
import org.quotecheck.InBrowser;

/** A claim's public page in a real browser. */
@QuarkusTest
class ClaimPageTest extends InBrowser {

    @Test
    void everythingIsThereWithoutScript() {
        var claim = CheckedClaim.publish("of a page").correct("The office counted again.");
        try (var tab = browser.reader().withoutScript().open(Browser.service() + claim.path())) {
            var page = tab.page();
            assertThat(page).hasTitle("Mostly false: " + claim.text() + " – Quotecheck");
            assertThat(page.locator("h1")).hasText(claim.text());
            assertThat(page.locator(".byline"))
                    .hasText("Claim by Ann Lee of a page, Mayor of a page1 March 2026The Daily of a page");
            assertThat(page.locator(".verdict h2")).hasText("Mostly false");
            assertThat(page.locator(".verdict")).containsText("2 on a scale from 1 (false) to 5 (true)");
            assertThat(page.locator(".verdict")).containsText("Altered quote");
            assertThat(page.locator(".verdict .summary")).hasText("The summary of a page");
            assertThat(page.locator(".verdict .note")).hasText("Editor’s note The office counted again.");
            assertThat(page.locator(".verdict .by")).hasText("Fact check by Quotecheck");
            assertThat(page.locator(".prose p"))
                    .hasText(new String[] {"The first paragraph of a page", "The second paragraph of a page"});
            assertThat(page.locator(".sources > li")).hasCount(1);
            assertThat(page.locator(".sources .role")).hasText("Contradicts the claim");
            assertThat(page.locator(".sources h3 a")).hasAttribute("href", "https://statistics.example/1?a=1&b=2");
            assertThat(page.locator(".sources blockquote")).hasText("The excerpt of a page");
            assertThat(page.locator(".sources")).containsText("The clerk of a pageThe office of a page1 February 2026");
            assertThat(page.locator(".sources")).containsText("The note of a page");
            assertThat(page.locator(".sources a").last()).hasAttribute("href", "https://archive.example/1");
            assertThat(page.locator(".appearances a"))
                    .hasAttribute("href", claim.url() + "#:~:text=The%20quote%20of%20a%20page");
            assertThat(page.locator(".appearances blockquote")).hasText("The quote of a page");
            assertThat(page.locator(".appearances .meta")).containsText("First known place");
            assertThat(page.locator(".revisions > li p:first-child a"))
                    .hasText(new String[] {"Revision 2", "Revision 1"});
            assertThat(page.locator(".revisions > li").first()).containsText("The office counted again.");
            assertAllVisible(
                    page,
                    ".verdict h2",
                    ".verdict .summary",
                    ".prose",
                    ".sources",
                    ".appearances",
                    ".revisions",
                    ".proof");
            tab.assertQuiet();
            assertThat(tab.hosts()).hasSize(1);
            assertThat(page.context().cookies()).isEmpty();
        }
    }

    @Test
    void reviewAgainIsSaid() {
        var claim = CheckedClaim.publish("of a claim in review").reopen();
        try (var tab = browser.reader().open(Browser.service() + claim.path())) {
            assertThat(tab.page().getByText("Under review again.")).isVisible();
            assertThat(tab.page().locator(".verdict h2")).hasText("Mostly false");
        }
    }

    @Test
    void hostileTextStaysText() {
        var hostile = "</script><script>hacked = 1</script></title>\"><img src=x onerror='hacked=1'> {claim} &lt;";
        var claim = CheckedClaim.publish(hostile).correct("The correction " + hostile);
        try (var tab = browser.reader().open(Browser.service() + claim.path())) {
            var page = tab.page();
            for (var field : List.of(
                    "The text",
                    "The quote",
                    "Ann Lee",
                    "Mayor",
                    "The article",
                    "The Daily",
                    "The table",
                    "The office",
                    "The clerk",
                    "The excerpt",
                    "The note",
                    "The summary",
                    "The correction")) {
                assertThat(page.locator("main")).containsText(field + " " + hostile);
            }
            for (var paragraph : List.of("The first paragraph ", "The second paragraph ")) {
                assertThat(page.locator(".prose")).containsText(paragraph + hostile.replace("&lt;", "<"));
            }
            assertThat(page.title())
                    .startsWith("Mostly false: " + claim.text().substring(0, 80))
                    .endsWith("… – Quotecheck");
            assertThat(page.locator("meta[name=description]")).hasAttribute("content", "The summary " + hostile);
            assertThat(page.locator("script")).hasCount(2);
            assertThat(page.locator("img")).hasCount(0);
            assertThat(page.evaluate("() => globalThis.hacked ?? 'never'")).isEqualTo("never");
            assertThat((String) page.evaluate(
                            "() => JSON.parse(document.querySelector('script[type*=ld]').text).claimReviewed"))
                    .isEqualTo(claim.text());
            tab.assertQuiet();
        }
    }

    @Test
    void everyReaderCanUseIt() {
        var claim =
                CheckedClaim.publish("of an accessible page").correct("A note.").reopen();
        browser.reader().withTools().everyWay().forEach(reader -> {
            try (var tab = reader.open(Browser.service() + claim.path())) {
                tab.assertAccessible();
            }
        });
    }

    @Test
    void knownPageIsNotSentAgain() {
        var claim = CheckedClaim.publish("of a cached page");
        var etag = get(claim.path(), null)
                .statusCode(200)
                .header("Content-Type", equalTo("text/html;charset=utf-8"))
                .header(
                        "Cache-Control",
                        equalTo("public, max-age=60, s-maxage=180, stale-while-revalidate=60, stale-if-error=86400"))
                .header("Set-Cookie", blankOrNullString())
                .extract()
                .header("ETag");
        assertThat(etag).matches("\"[0-9a-f]{32}\"");
        get(claim.path(), etag).statusCode(304).header("ETag", equalTo(etag)).body(blankOrNullString());
        claim.reopen();
        get(claim.path(), etag)
                .statusCode(200)
                .header("ETag", not(equalTo(etag)))
                .body(containsString("Under review again"));
    }

    @Test
    void otherOriginsMayReadAndNotFrameIt() {
        var claim = CheckedClaim.publish("of a page of its own");
        get(claim.path(), null)
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Content-Security-Policy", startsWith("default-src 'none'"));
    }

    @Test
    void unknownClaimIsAPageForPeople() {
        try (var tab = browser.reader().tab()) {
            var response = tab.page().navigate(Browser.service() + "/claims/" + UUID.randomUUID());
            assertThat(response.status()).isEqualTo(404);
            assertThat(response.headerValue("cache-control")).isEqualTo("no-store");
            assertThat(tab.page().locator("h1")).hasText("Page not found");
            assertThat(tab.violations()).isEmpty();
        }
    }

    @Test
    void unknownClaimIsAProblemForPrograms() {
        for (var accept : List.of("*/*", "application/json")) {
            Api.nobody()
                    .header("Accept", accept)
                    .get("/claims/" + UUID.randomUUID())
                    .then()
                    .statusCode(404)
                    .header("Content-Type", equalTo("application/problem+json"))
                    .body("type", equalTo("/problems/not-found"));
        }
    }

    @Test
    void claimWithoutVerdictIsUnknown() {
        Api.nobody()
                .get("/claims/" + Api.claim(Api.unique("Not checked yet")))
                .then()
                .statusCode(404);
    }

    private static io.restassured.response.ValidatableResponse get(String path, String known) {
        var request = Api.nobody().header("Accept", "text/html");
        return (known == null ? request : request.header("If-None-Match", known))
                .get(path)
                .then();
    }

    private static void assertAllVisible(Page page, String... selectors) {
        for (var selector : selectors) {
            assertThat(page.locator(selector).first()).isVisible();
        }
    }
}
