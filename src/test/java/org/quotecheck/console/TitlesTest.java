package org.quotecheck.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.InBrowser;

/** Each view says what it is: in its heading, and in the title of its tab. */
@QuarkusTest
class TitlesTest extends InBrowser {

    @Test
    void tabIsNamedAfterItsView() {
        var text = Api.unique("The harbour earns more than the airport");
        var claim = Api.claim(text);
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            assertThat(rita.page).hasTitle(Pattern.compile("^Queue – Console – ."));
            rita.go("#/claims/" + claim);
            assertThat(rita.page).hasTitle(Pattern.compile("^" + text + " – Console – ."));
            rita.go("#/paste");
            assertThat(rita.page).hasTitle(Pattern.compile("^Paste an article – Console – ."));
            rita.page.getByLabel("Language").first().selectOption("de");
            assertThat(rita.page).hasTitle(Pattern.compile("^Artikel einfügen – Redaktion – ."));
        }
    }

    @Test
    void claimThatIsNotThereSaysWhatToDo() {
        try (var rita = Desk.of(browser.reader().withTools(), "Rita Reviewer")) {
            rita.go("#/claims/" + UUID.randomUUID());
            assertThat(rita.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Claim not shown");
            assertThat(rita.page.locator(".error")).containsText("choose a claim from the list");
            rita.tab.assertAccessible();
            rita.page.locator("main").getByText("Queue").click();
            assertThat(rita.page).hasTitle(Pattern.compile("^Queue – "));
        }
    }
}
