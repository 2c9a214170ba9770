package org.quotecheck.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.InBrowser;

/** Whoever works by keys is never thrown back to the beginning of the page; links lead where they say. */
@QuarkusTest
class PlaceTest extends InBrowser {

    @Test
    void focusStaysWhereTheWorkIs() {
        var claim = Api.claim(Api.unique("The council built a bridge"));
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            assertThat(rita.page.locator("qc-queue h1")).isFocused();
            rita.go("#/claims/" + claim);
            var moves = rita.page.locator("qc-moves");
            var take = button(moves, "Take").first();
            take.press("Enter");
            button(moves.locator(".move-form"), "Cancel").press("Enter");
            assertThat(take).isFocused();
            take.press("Enter");
            button(moves.locator(".move-form"), "Take").press("Enter");
            rita.status("In review");
            assertThat(moves.locator("h2")).isFocused();

            var sources = rita.page.locator("qc-sources");
            sources.locator("[name=where]").fill("https://statistics.example/bridges");
            sources.locator(".source-form [name=title]").fill("Count of bridges");
            button(sources.locator(".source-form"), "Add").press("Enter");
            assertThat(sources.locator(".numbered > li")).hasCount(1);
            assertThat(sources.locator("[name=where]")).isFocused();
            sources.locator(".menu > summary").press("Enter");
            button(sources.locator(".menu"), "Remove").press("Enter");
            assertThat(sources.locator(".numbered")).hasCount(0);
            assertThat(sources.locator("h2")).isFocused();

            rita.page.locator("qc-words summary").press("Enter");
            rita.page.locator("qc-words [name=claimant]").fill("Ann Lee");
            rita.page.locator("qc-words [name=claimant]").press("Enter");
            assertThat(rita.page.locator("qc-words summary")).isFocused();

            rita.page.locator("qc-comments textarea").fill("Look at this.");
            rita.page.locator("qc-comments button").press("Enter");
            assertThat(rita.page.locator("qc-comments .said")).hasText("Look at this.");
            assertThat(rita.page.locator("qc-comments button")).isFocused();
            rita.tab.assertQuiet();
        }
    }

    @Test
    void clearedFiltersShowThatTheyAre() {
        Api.claim(Api.unique("The council built a bridge"));
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            var assignee = rita.page.locator(".filters select").first();
            assignee.selectOption("me");
            rita.page.locator(".filters input").first().fill("no-such-tag");
            rita.page.locator(".filters input").first().press("Enter");
            rita.page
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Clear the filters"))
                    .press("Enter");
            assertThat(rita.page.locator(".queue > li").first()).isVisible();
            assertThat(assignee).hasValue("");
            assertThat(rita.page.locator("qc-queue h1")).isFocused();
        }
    }

    @Test
    void linkThatWasPassedOnLeadsToItsClaim() {
        var text = Api.unique("The council built a bridge");
        var claim = Api.claim(text);
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            for (var link :
                    List.of(claim + "?utm_source=mail", claim.toUpperCase(java.util.Locale.ROOT), claim + "#x")) {
                rita.go("#/queue");
                assertThat(rita.page.locator("qc-queue h1")).isVisible();
                rita.go("#/claims/" + link);
                assertThat(rita.page.locator("qc-claim h1")).hasText(text);
                assertThat(rita.page.locator(".claim-head .notice")).hasCount(0);
            }
            rita.go("#/claims/no-id");
            assertThat(rita.page.locator("main .error")).containsText("There is no such claim");
        }
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
