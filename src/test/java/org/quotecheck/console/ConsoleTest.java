package org.quotecheck.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.Browser;
import org.quotecheck.InBrowser;
import org.quotecheck.Publisher;

/** People at {@code /console}, with a browser and nothing else. */
@QuarkusTest
class ConsoleTest extends InBrowser {

    private static final String ARTICLE = """
            Forester Ida Brandt met the council on Monday.

            "We planted %s trees," Brandt said.

            "Nobody counted them," said Paul Okafor, a neighbour.
            """;

    @Test
    void articleBecomesAVerdictThatTwoPeoplePublishCorrectAndRetract() {
        try (var rita = person("Rita Reviewer");
                var ed = person("Ed Editor");
                var eva = person("Eva Editor")) {
            var claim = rita.send(url(), article());
            rita.write(claim, "There are fewer trees.");
            assertThat(rita.page.locator(".preview .card")).containsText("There are fewer trees.");
            rita.move("Propose the verdict");
            rita.status("Proposed");
            assertThat(rita.page.locator("qc-moves .blocked")).containsText("needs another role");

            ed.go(claim);
            ed.move("Publish");
            ed.status("Published");
            try (var page = browser.reader().open(publisher.prints(Publisher.element(claim.replaceAll(".*/", ""))))) {
                assertThat(page.page().locator("quote-check .label")).hasText("Mostly false");
            }

            ed.move("Review again, to correct it");
            ed.page.getByLabel("Summary").fill("There are half as many trees.");
            ed.saved();
            ed.move("Propose the verdict");
            ed.status("Proposed");
            eva.go(claim);
            eva.move("Publish", "We had counted one wood twice.");
            eva.status("Published");
            assertThat(eva.page.locator("qc-published .card")).containsText("There are half as many trees.");
            assertThat(eva.page.locator("qc-published .card")).containsText("correction");

            eva.move("Retract the verdict", "The count was withdrawn.");
            ed.go("#/queue");
            ed.go(claim);
            assertThat(ed.page.locator(".claim-head .notice")).containsText("The count was withdrawn.");
            ed.move("Retract the verdict");
            ed.status("Retracted");
            for (var person : List.of(rita, ed, eva)) {
                person.tab.assertQuiet();
            }
        }
    }

    @Test
    void everyViewIsForEverybody() {
        try (var rita = person("Rita Reviewer")) {
            var claim = rita.send(url(), article());
            rita.write(claim, "There are fewer trees.");
            browser.reader().withTools().everyWay().forEach(reader -> {
                try (var tab = reader.open(Browser.service() + "/console")) {
                    assertThat(tab.page().locator(".person")).hasCount(4);
                    look(tab, reader + "-sign-in");
                }
                try (var ed = Desk.of(reader, "Ed Editor")) {
                    assertThat(ed.page.locator(".queue > li").first()).isVisible();
                    ed.press("Keys");
                    look(ed.tab, reader + "-queue");
                    ed.go(claim);
                    ed.status("In review");
                    ed.page.locator("summary:has-text('History')").click();
                    assertThat(ed.page.locator(".history > li").first()).isVisible();
                    look(ed.tab, reader + "-claim");
                    ed.go("#/paste");
                    assertThat(ed.page.getByLabel("Its text, or its HTML")).isVisible();
                    look(ed.tab, reader + "-paste");
                    ed.send(url(), article());
                    ed.page.locator("qc-quote input[type=checkbox]").nth(1).check();
                    look(ed.tab, reader + "-quotes");
                    ed.page.onDialog(Dialog::accept);
                    ed.go("#/submissions");
                    assertThat(ed.page.locator(".queue > li").first()).isVisible();
                    look(ed.tab, reader + "-submissions");
                }
                try (var writer = Desk.of(reader, "Rita Reviewer")) {
                    writer.go(claim);
                    assertThat(writer.page.getByLabel("Summary")).isVisible();
                    writer.press("Propose the verdict");
                    writer.page.evaluate(
                            "() => document.querySelectorAll('details').forEach((each) => { each.open = true; })");
                    assertThat(writer.page.locator(".history > li").first()).isVisible();
                    look(writer.tab, reader + "-verdict");
                }
            });
        }
    }

    @Test
    void quotesAreCorrectedBeforeTheyBecomeClaims() {
        try (var rita = person("Rita Reviewer")) {
            rita.read(Api.uniqueUrl(), article());
            var quotes = rita.page.locator("qc-quote");
            assertThat(quotes).hasCount(2);
            quotes.nth(1).locator("input[type=checkbox]").check();
            quotes.nth(1).getByLabel("Who said it").fill("Paula Okafor");
            quotes.nth(1).getByLabel("Who said it").blur();
            assertThat(quotes.nth(1).locator("label .meta").first()).containsText("Paula Okafor");
            quotes.nth(0).locator("input[type=checkbox]").check();
            rita.press("This is not a quotation");
            assertThat(quotes).hasCount(1);
            rita.press("Send 1 claim");
            rita.go(rita.page.locator(".sent a").getAttribute("href"));
            assertThat(rita.page.locator(".claim-head .meta").first()).containsText("by Paula Okafor");
            rita.tab.assertQuiet();
        }
    }

    @Test
    void queueIsWorkedByKeys() {
        try (var rita = person("Rita Reviewer")) {
            var words = Api.unique("trees").replaceAll(".* ", "");
            rita.send(url(), ARTICLE.formatted(words));
            rita.go("#/queue");
            assertThat(rita.page.locator(".queue > li").nth(0)).isVisible();
            rita.page.locator("h1").click();
            rita.page.keyboard().press("j");
            rita.page.keyboard().press("k");
            assertThat(rita.page.locator(".queue > li").first().locator("a")).isFocused();
            rita.page
                    .getByLabel("Language", new Page.GetByLabelOptions().setExact(true))
                    .last()
                    .fill("cy");
            rita.page.keyboard().press("Enter");
            rita.page.keyboard().press("Tab");
            assertThat(rita.page.locator(".empty")).containsText("Nothing in the queue matches these filters.");
            rita.press("Clear the filters");
            assertThat(rita.page.locator(".queue > li").first()).isVisible();
            rita.page.locator("h1").click();
            rita.page.keyboard().press("Enter");
            assertThat(rita.page.locator("qc-claim h1")).isVisible();
        }
    }

    @Test
    void whatIsTypedWithoutConnectionIsKeptAndSentLater() {
        try (var rita = person("Rita Reviewer")) {
            var claim = rita.send(url(), article());
            rita.write(claim, "First words.");
            rita.page.context().setOffline(true);
            rita.page.getByLabel("Summary").fill("Words in a tunnel.");
            assertThat(rita.page.locator(".banner")).containsText("No connection.");
            assertThat(rita.page.getByLabel("Summary")).hasValue("Words in a tunnel.");
            rita.page.context().setOffline(false);
            rita.saved();
            assertThat(rita.page.locator(".banner")).hasCount(0);
            rita.page.reload();
            rita.press("Rita Reviewer");
            assertThat(rita.page.getByLabel("Summary")).hasValue("Words in a tunnel.");
        }
    }

    @Test
    void twoWindowsMergeWhatBothWrote() {
        try (var one = person("Rita Reviewer");
                var other = person("Rita Reviewer")) {
            var claim = one.send(url(), article());
            one.write(claim, "Summary at first.");
            other.go(claim);
            assertThat(other.page.getByLabel("Summary")).hasValue("Summary at first.");
            one.page.getByLabel("Explanation:").fill("Explained in the one window.");
            one.saved();
            other.page.getByLabel("Reasons").fill("A reason from the other window.");
            other.page.getByLabel("Reasons").blur();
            other.saved();
            assertThat(other.page.getByLabel("Explanation:")).hasValue("Explained in the one window.");

            one.page.getByLabel("Summary").fill("Summary of the one window.");
            one.saved();
            other.page.getByLabel("Summary").fill("Summary of the other window.");
            assertThat(other.page.locator(".conflict ins").last()).hasText("the one window");
            other.page.locator(".conflict input[value=theirs]").check();
            other.press("Keep these");
            other.saved();
            assertThat(other.page.getByLabel("Summary")).hasValue("Summary of the one window.");
        }
    }

    @Test
    void hostileArticleIsTextAndNothingElse() {
        try (var rita = person("Rita Reviewer")) {
            var claim = rita.send(
                    url(),
                    "\"We planted <img src=x onerror=alert(1)> " + Api.unique("trees")
                            + " <script>document.title='gone'</script> 😀 in 2020,\" Ida Brandt said.");
            assertThat(rita.page.locator(".article-text img, .article-text script, qc-quote img"))
                    .hasCount(0);
            assertThat(rita.page.locator(".article-text mark").first()).containsText("<img src=x");
            rita.go(claim);
            assertThat(rita.page.locator("qc-claim h1")).containsText("<script>");
            assertThat(rita.page).hasTitle(Pattern.compile("We planted <img src=x .* – Console – Quotecheck"));
            rita.tab.assertQuiet();
        }
    }

    @Test
    void pageMayReachOnlyItsOwnOrigin() {
        var policy =
                Api.nobody().get("/console").then().statusCode(200).extract().header("Content-Security-Policy");
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self';", "frame-ancestors 'self'")
                .doesNotContain("unsafe", "http");
        Api.nobody().get("/console/config").then().statusCode(200).body("signIn", equalTo("dev"));
    }

    /** Nothing wrong for anybody; a picture is kept where somebody wants to look at it. */
    private static void look(Browser.Tab tab, String name) {
        tab.assertAccessible();
        var folder = System.getenv("QUOTECHECK_TEST_SCREENSHOTS");
        if (folder != null) {
            tab.page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of(folder, "console-" + name + ".png")));
        }
    }

    private static Desk person(String name) {
        return Desk.of(browser.reader(), name);
    }

    private static String url() {
        return Api.uniqueUrl();
    }

    private static String article() {
        return ARTICLE.formatted(Api.unique("some").replaceAll("\\D", "") + " new");
    }
}
