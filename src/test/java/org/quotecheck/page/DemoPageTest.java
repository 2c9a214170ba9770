package org.quotecheck.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.Browser;
import org.quotecheck.InBrowser;

/** The developers' page, and its walk through the main job as a newcomer clicks through it. */
@QuarkusTest
class DemoPageTest extends InBrowser {

    private static final int STEPS_TO_RUN = 8;

    @Test
    void walkEndsWithAVerdict() {
        try (var tab = browser.reader().open(Browser.service() + "/demo")) {
            var page = tab.page();
            walk(page);
            var card = step(page, 9).locator("quote-check article");
            assertThat(card).isVisible();
            assertThat(card.locator(".label")).hasText("Mostly false");
            assertThat(card.locator(".claimant")).hasText("Claim by Ana Novak");
            assertThat(card.locator(".summary"))
                    .hasText("The city ordered 64 night buses, but the register lists 41 in service.");
            tab.assertQuiet();

            step(page, 9)
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("The claim’s public page"))
                    .click();
            assertThat(page.locator(".verdict h2")).hasText("Mostly false");
            tab.assertQuiet();
        }
    }

    @Test
    void otherQuoteCanBeChosen() {
        try (var tab = browser.reader().open(Browser.service() + "/demo")) {
            var page = tab.page();
            run(page, 1);
            run(page, 2);
            step(page, 2).getByRole(AriaRole.RADIO).last().check();
            run(page, 3);
            assertThat(step(page, 3).locator(".response")).containsText("\"name\": \"Peter Lind\"");
        }
    }

    @Test
    void failureIsReportedWhereItHappens() {
        try (var tab = browser.reader().open(Browser.service() + "/demo")) {
            var page = tab.page();
            run(page, 1);
            step(page, 2).locator("textarea").fill("{\"url\": \"ftp://news.example/\", \"text\": \"Nothing.\"}");
            step(page, 2)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Run step 2"))
                    .click();
            assertThat(step(page, 2).locator(".state")).hasText("Failed");
            assertThat(step(page, 2).locator(".failed")).containsText("422 Invalid input");
            assertThat(step(page, 2).locator(".failed code")).hasText("/url");
            assertThat(step(page, 3).locator("button").first()).isHidden();
            step(page, 2).getByText("What this problem means").click();
            assertThat(page).hasURL(Browser.service() + "/problems/invalid-input");
        }
    }

    @Test
    void everyReaderCanUseIt() {
        browser.reader().withTools().everyWay().forEach(reader -> {
            try (var tab = reader.open(Browser.service() + "/demo")) {
                walk(tab.page());
                assertThat(step(tab.page(), 9).locator("quote-check article")).isVisible();
                tab.assertAccessible();
            }
        });
    }

    @Test
    void copiedCodeWorksElsewhere() {
        CheckedClaim.publish("to copy");
        var code = Jsoup.parseBodyFragment(start().select("pre[aria-label='Code to embed a verdict']")
                        .text())
                .body();
        try (var tab = browser.reader().open(publisher.printsWithHead("en", "", code.html()))) {
            assertThat(tab.page().locator("quote-check article")).isVisible();
            assertThat(code.select("a").attr("href"))
                    .startsWith(Browser.service() + "/claims/")
                    .endsWith(code.select("quote-check").attr("claim"));
            tab.assertQuiet();
        }
    }

    @Test
    void pinnedScriptIsTheOneServed() {
        var claim = CheckedClaim.publish("of a pinned script");
        var tag = Jsoup.parse(start().select("pre[aria-label='Script tag with a hash']")
                        .text())
                .selectFirst("script");
        try (var tab = browser.reader()
                .open(publisher.printsWithHead(
                        "en", tag.outerHtml(), "<quote-check claim=\"" + claim.id() + "\"></quote-check>"))) {
            assertThat(tab.page().locator("quote-check article")).isVisible();
            assertThat(tab.requests("/embed/v1/quotecheck.")).containsExactly(tag.attr("src"));
            tab.assertQuiet();
        }
        try (var tab = browser.reader().tab()) {
            var altered =
                    tag.clone().attr("integrity", "sha384-" + "A".repeat(64)).outerHtml();
            tab.page()
                    .waitForConsoleMessage(() -> tab.page()
                            .navigate(publisher.printsWithHead(
                                    "en",
                                    altered,
                                    "<quote-check claim=\"" + claim.id() + "\">The fallback</quote-check>")));
            assertThat(tab.page().getByText("The fallback")).isVisible();
            assertThat(tab.console("error")).singleElement().asString().contains("integrity");
        }
    }

    private static org.jsoup.nodes.Document start() {
        return Jsoup.parse(
                Api.nobody().get("/demo").then().statusCode(200).extract().asString());
    }

    private static void walk(Page page) {
        for (int number = 1; number <= STEPS_TO_RUN; number++) {
            run(page, number);
        }
    }

    private static void run(Page page, int number) {
        step(page, number)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Run step " + number))
                .click();
        assertThat(step(page, number).locator(".state")).hasText("Done");
    }

    private static Locator step(Page page, int number) {
        return page.locator("#steps > li").nth(number - 1);
    }
}
