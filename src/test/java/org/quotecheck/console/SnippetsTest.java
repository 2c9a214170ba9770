package org.quotecheck.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.InBrowser;

/** What the console offers to copy does on a page what the claim's own page offers. */
@QuarkusTest
class SnippetsTest extends InBrowser {

    @Test
    void codeToCopyReservesItsRoom() {
        var text = Api.unique("We built \"forty\" <b>schools</b>");
        var claim = Api.claim(text);
        Api.publish(claim, "false");
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            rita.go("#/claims/" + claim);
            rita.page.locator("qc-published summary").click();
            var code = rita.page.locator("qc-published pre");
            assertThat(code.nth(2)).containsText("height: 18em");
            try (var tab = browser.reader()
                    .withTools()
                    .open(publisher.printsWithHead("en", "", code.first().textContent()))) {
                assertThat(tab.page().locator("quote-check .summary")).isVisible();
                assertThat(tab.page().locator("quote-check > q")).hasText(text);
                assertThat(tab.layoutShift()).isZero();
                tab.assertQuiet();
            }
        }
    }
}
