package org.quotecheck.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.Browser;
import org.quotecheck.InBrowser;

/** Readers' pages, over HTTP and in a real browser. */
@QuarkusTest
class ReaderPagesTest extends InBrowser {

    @Test
    void startShowsWhatCameLast() {
        var claim = CheckedClaim.publish("of the front page").correct("Counted anew.");
        var page = get("/");
        assertThat(page.select(".columns section:first-child .entry h3").eachText())
                .anyMatch(text -> text.contains(claim.text()));
        var correction = page.selectFirst(".aside .entry");
        assertThat(correction.text()).contains(claim.text(), "Counted anew.");
        assertThat(page.select("form[action=/search] input[name=q]")).hasSize(1);
        assertThat(page.select("script")).isEmpty();
    }

    @Test
    void searchFindsAndEscapes() {
        var claim = CheckedClaim.publish("of zeppelin moorings");
        assertThat(get("/search?q=zeppelin+moorings&utm_source=x")
                        .select(".entry h3 a")
                        .eachAttr("href"))
                .contains(claim.path());
        assertThat(get("/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%27%00%EF%BF%BF")
                        .select("script"))
                .isEmpty();
        assertThat(get("/search?q=qqqqxyz").select(".empty")).hasSize(1);
        assertThat(get("/search?q=" + "a".repeat(3000)).selectFirst("#q").attr("value"))
                .hasSize(200);
        for (var path : List.of("/search?cursor=x", "/corrections?cursor=x", "/search?q=a&cursor=AAAA")) {
            Api.nobody().header("Accept", "text/html").get(path).then().statusCode(400);
        }
    }

    @Test
    void correctionNamesBothRatingsAndBothDates() {
        var claim = CheckedClaim.publish("to put right");
        claim.reopen();
        rate(claim, "mixed");
        var entry = get("/corrections").select(".entry").stream()
                .filter(found -> found.text().contains(claim.text()))
                .findFirst()
                .orElseThrow();
        assertThat(entry.select(".change div:first-child").text()).startsWith("Before: Mostly false");
        assertThat(entry.select(".change div:last-child").text()).startsWith("Now: Partly true");
        assertThat(entry.select(".change time")).hasSize(2);
        var page = get(claim.path());
        assertThat(page.selectFirst(".verdict .correction").text()).contains("We had rated this: Mostly false");
        var change = page.selectFirst(".revisions .change");
        assertThat(change.children()).hasSize(2).allMatch(row -> row.is("div:has(dt + dd)"));
        assertThat(change.ownText()).isEmpty();
        var former = get(claim.path() + "/revisions/1");
        assertThat(former.selectFirst(".verdict h2").text()).isEqualTo("Mostly false");
        assertThat(former.selectFirst(".frozen a").attr("href")).isEqualTo(claim.path());
        assertThat(former.selectFirst("meta[name=robots]").attr("content")).isEqualTo("noindex");
        Api.nobody().get(claim.path() + "/revisions/3").then().statusCode(404);
        Api.nobody().get(claim.path() + "/revisions/01").then().statusCode(404);
    }

    @Test
    void correctionOfOtherWordsHasOneRating() {
        var claim = CheckedClaim.publish("to word anew");
        claim.reopen();
        rate(claim, "mostly_false");
        var entry = get("/corrections").select(".entry").stream()
                .filter(found -> found.text().contains(claim.text()))
                .findFirst()
                .orElseThrow();
        assertThat(entry.select(".change div")).hasSize(1);
        assertThat(entry.select(".change").text()).startsWith("Now: Mostly false");
    }

    @Test
    void withdrawnCheckIsSaidToBe() {
        var claim = CheckedClaim.publish("to withdraw");
        var note = Map.of("to", "retracted", "publicNote", "It was about another town.");
        Api.move(Api.editor(), claim.id(), note).then().statusCode(202);
        Api.move(Api.as("edith", "editor"), claim.id(), note).then().statusCode(201);
        var page = get(claim.path());
        assertThat(page.title()).startsWith("Fact check withdrawn: ");
        assertThat(page.selectFirst(".verdict h2").text()).isEqualTo("Fact check withdrawn");
        assertThat(page.select("script[type=application/ld+json]")).isEmpty();
        assertThat(get(claim.path() + "/revisions/1").selectFirst(".verdict h2").text())
                .isEqualTo("Mostly false");
        Api.nobody().get(claim.path() + ".svg").then().statusCode(200).body(containsString("Fact check withdrawn"));
    }

    @Test
    void pageIsInOneLanguage() {
        for (var language : List.of("de", "ar", "uk", "ja")) {
            var page = get(CheckedClaim.publish("in " + language, language).path());
            var shown = language.equals("ja") ? "en" : language;
            assertThat(page.selectFirst("html").attr("lang")).isEqualTo(shown);
            assertThat(page.selectFirst("html").attr("dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
            assertThat(page.text().contains("How we reached this verdict")).isEqualTo(shown.equals("en"));
            assertThat(page.selectFirst(".scale a").attr("href")).isEqualTo("/ratings?lang=" + shown + "#mostly_false");
        }
        assertThat(get("/ratings?lang=fr").selectFirst("h1").text()).isEqualTo("Nos évaluations");
        assertThat(get("/ratings").select(".definitions > div")).hasSize(17);
    }

    @Test
    void articleShowsItsCheckedQuotes() {
        var claim = CheckedClaim.publish("of an article");
        var page = get(claim.articlePath());
        assertThat(page.select(".entry")).hasSize(1);
        assertThat(page.selectFirst(".entry .label").text()).isEqualTo("Mostly false");
        assertThat(page.selectFirst(".entry .jump").attr("href")).contains("#:~:text=The%20quote%20of%20an%20article");
        assertThat(page.selectFirst(".embed code").text())
                .contains("<quote-check-article>", "integrity=\"sha384-", "/articles/");
        Api.nobody()
                .get("/articles/019a0000-0000-7000-8000-000000000001")
                .then()
                .statusCode(404);
    }

    @Test
    void articleShowsWhatWasCheckedAtItsAliases() {
        var alias = Api.uniqueUrl();
        var claim = Api.claim("Words at an alias " + alias, alias);
        Api.confirm(claim);
        Api.publish(claim, "false");
        var article = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("url", Api.uniqueUrl(), "text", "The story without a quotation."))
                .post("/v1/articles");
        var path = "/articles/" + article.path("id");
        Api.nobody().get(path).then().statusCode(404);
        Api.reviewer()
                .contentType(ContentType.JSON)
                .header("If-Match", article.header("ETag"))
                .body(Map.of("aliases", List.of(alias)))
                .patch("/v1" + path)
                .then()
                .statusCode(200);
        assertThat(get(path).select(".entry a[href]").eachAttr("href")).contains("/claims/" + claim);
    }

    @Test
    void revisionsHaveTagsOfTheirOwn() {
        var claim = CheckedClaim.publish("in two revisions").correct("A note.");
        assertThat(Api.nobody().get(claim.path() + "/revisions/1").header("ETag"))
                .isNotEqualTo(Api.nobody().get(claim.path() + "/revisions/2").header("ETag"));
    }

    @Test
    void everyPageIsCachedSmallAndStrict() throws IOException {
        var style = Api.nobody().get("/assets/quotecheck.css").asByteArray();
        for (var path : pages(CheckedClaim.publish("x".repeat(100)).correct("A note."))) {
            var first = Api.nobody()
                    .header("Accept", "text/html")
                    .get(path)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", startsWith("public, max-age=60"))
                    .header("Content-Security-Policy", startsWith("default-src 'none'"))
                    .header("Set-Cookie", blankOrNullString())
                    .extract();
            Api.nobody()
                    .header("If-None-Match", first.header("ETag"))
                    .get(path)
                    .then()
                    .statusCode(304)
                    .body(blankOrNullString());
            assertThat(gzip(first.asByteArray()) + gzip(style)).as(path).isLessThan(30 * 1024);
        }
        var missing = Api.nobody().header("Accept", "text/html").get("/claims/019a0000-0000-7000-8000-000000000001");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Jsoup.parse(missing.asString()).select("form[action=/search]"))
                .hasSize(1);
    }

    @Test
    void sharedPageHasAPicture() {
        var claim = CheckedClaim.publish("to share <&");
        var page = get(claim.path());
        assertThat(page.selectFirst("meta[property=og:title]").attr("content")).startsWith("Mostly false: ");
        assertThat(page.selectFirst("meta[property=og:image:alt]").attr("content"))
                .isEqualTo("Mostly false");
        assertThat(page.selectFirst("meta[property=og:image:width]").attr("content"))
                .isEqualTo("800");
        var picture = page.selectFirst("meta[property=og:image]").attr("content");
        assertThat(picture).isEqualTo(Browser.service() + "/assets/pictures/en/mostly_false.png");
        var answer = Api.nobody().get("/assets/pictures/en/mostly_false.png");
        answer.then().statusCode(200).contentType("image/png").header("Cache-Control", startsWith("public, max-age="));
        assertThat(answer.asByteArray()).startsWith(0x89, 'P', 'N', 'G');
        try (var tab = browser.reader().open(Browser.service() + claim.path() + ".svg")) {
            assertThat(tab.page().locator("text").first()).containsText("to share <&");
            assertThat(tab.page().locator("svg")).containsText("Mostly false");
            tab.assertQuiet();
        }
    }

    @Test
    void browserVerifiesTheChain() {
        var claim = CheckedClaim.publish("to verify").correct("A note.");
        try (var tab = browser.reader().open(Browser.service() + "/verify?claim=" + claim.id())) {
            assertThat(tab.page().locator(".outcome")).containsText("The history holds");
            assertThat(tab.page().locator(".chain li.holds")).hasCount(2);
            tab.page().route("**/verdict-revisions*", route -> {
                var answer = route.fetch();
                route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                        .setResponse(answer)
                        .setBody(answer.text().replaceFirst("The summary", "The Summary")));
            });
            tab.page()
                    .locator("button", new Page.LocatorOptions().setHasText("Verify"))
                    .click();
            assertThat(tab.page().locator(".outcome")).containsText("The history does not hold");
            tab.page().locator("#claim").fill("nothing of ours");
            tab.page().locator("#claim").press("Enter");
            assertThat(tab.page().locator(".outcome")).containsText("nothing under this address");
            tab.assertQuiet();
        }
    }

    @Test
    void codeIsCopied() {
        var claim = CheckedClaim.publish("to copy from its page");
        try (var tab = browser.reader().tab()) {
            tab.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            tab.page().navigate(Browser.service() + claim.path());
            tab.page().locator(".embed summary").click();
            assertThat(tab.page().locator(".embed .code button")).hasCount(4);
            tab.page().locator(".code:has(#embed-card) button").click();
            assertThat(tab.page().locator(".code:has(#embed-card) button")).hasText("Copied");
            var copied = (String) tab.page().evaluate("() => navigator.clipboard.readText()");
            assertThat(copied).contains("<quote-check claim=\"" + claim.id());
            tab.assertQuiet();
            try (var host = browser.reader().withTools().open(publisher.printsWithHead("en", "", copied))) {
                assertThat(host.page().locator("quote-check article")).isVisible();
                host.assertQuiet();
            }
        }
    }

    @Test
    void everyReaderCanUseEveryPage() {
        var paths =
                new ArrayList<>(pages(CheckedClaim.publish("for all readers").correct("A note.")));
        paths.add(CheckedClaim.publish("for readers of Arabic", "ar").path());
        paths.add("/nowhere");
        browser.reader().withTools().everyWay().forEach(reader -> {
            try (var tab = reader.tab()) {
                for (var path : paths) {
                    tab.page().navigate(Browser.service() + path);
                    tab.page()
                            .evaluate("() => document.querySelectorAll('details').forEach((each) => each.open = true)");
                    tab.assertAccessible();
                    tab.keep(reader + path);
                }
            }
        });
        try (var tab = browser.reader().withTools().tab()) {
            tab.page().emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
            for (var path : paths) {
                tab.page().navigate(Browser.service() + path);
                tab.assertAccessible();
                tab.keep("forced" + path);
            }
            tab.page()
                    .emulateMedia(
                            new Page.EmulateMediaOptions().setMedia(Media.PRINT).setForcedColors(ForcedColors.NONE));
            tab.page().navigate(Browser.service() + paths.getFirst());
            assertThat(tab.page().locator(".verdict h2")).isVisible();
            assertThat(tab.page().locator(".report")).isHidden();
            assertThat(tab.page().locator("nav")).isHidden();
            tab.keep("print" + paths.getFirst());
            // Paper is white, whatever the screen is.
            tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            tab.assertAccessible();
        }
    }

    static List<String> pages(CheckedClaim claim) {
        return List.of(
                claim.path(),
                claim.path() + "/revisions/1",
                claim.articlePath(),
                "/",
                "/search",
                "/search?q=text",
                "/corrections",
                "/ratings",
                "/about",
                "/verify");
    }

    private static void rate(CheckedClaim claim, String rating) {
        var path = "/v1/claims/" + claim.id() + "/verdict-draft";
        var draft = Api.editor().get(path);
        Api.editor()
                .contentType(ContentType.JSON)
                .header("If-Match", draft.header("ETag"))
                .body(Map.of("rating", rating, "summary", "In part.", "language", "en"))
                .put(path)
                .then()
                .statusCode(200);
        Api.move(Api.editor(), claim.id(), Map.of("to", "proposed")).then().statusCode(201);
        Api.move(
                        Api.as("edith", "editor"),
                        claim.id(),
                        Map.of("to", "published", "kind", "correction", "publicNote", "It is right in part."))
                .then()
                .statusCode(201);
    }

    private static Document get(String path) {
        return Jsoup.parse(Api.nobody()
                .header("Accept", "text/html")
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static int gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.size();
    }
}
