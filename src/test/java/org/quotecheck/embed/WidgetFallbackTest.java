package org.quotecheck.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.InBrowser;
import org.quotecheck.Publisher;

/** What readers see when no verdict comes: what the publisher wrote. */
@QuarkusTest
class WidgetFallbackTest extends InBrowser {

    @Test
    void unknownClaimKeepsTheFallback() {
        var unknown = UUID.randomUUID().toString();
        try (var tab = browser.reader().tab()) {
            tab.page().waitForConsoleMessage(() -> tab.page().navigate(publisher.prints(Publisher.element(unknown))));
            assertThat(tab.page().getByText(Publisher.FALLBACK)).isVisible();
            assertThat(tab.page().locator("quote-check article")).hasCount(0);
            assertThat(tab.console("warning"))
                    .containsExactly("quote-check: no verdict known for " + unknown + "; the fallback stays");
            tab.assertQuiet();
        }
    }

    @Test
    void malformedIdDoesNotSpoilTheOthers() {
        var claim = publish(Api.unique("We built 44 schools"), "true");
        try (var tab = browser.reader().open(publisher.prints(Publisher.element("no-id") + Publisher.element(claim)))) {
            assertThat(tab.page().locator("quote-check >> nth=1").locator("article"))
                    .isVisible();
            assertThat(tab.page().getByText(Publisher.FALLBACK).first()).isVisible();
            assertThat(tab.console("warning"))
                    .containsExactly("quote-check: not a claim id: no-id; the fallback stays");
            tab.assertQuiet();
        }
    }

    @Test
    void unreachableServiceKeepsTheFallback() {
        var claim = publish(Api.unique("We built 45 schools"), "true");
        try (var tab = browser.reader().tab()) {
            tab.page().route("**/embed/v1/claims?*", Route::abort);
            tab.page()
                    .waitForConsoleMessage(
                            new Page.WaitForConsoleMessageOptions()
                                    .setPredicate(message -> message.type().equals("warning")),
                            () -> tab.page().navigate(publisher.prints(Publisher.element(claim))));
            assertThat(tab.page().getByText(Publisher.FALLBACK)).isVisible();
            assertThat(tab.console("warning"))
                    .singleElement()
                    .asString()
                    .startsWith("quote-check: ")
                    .endsWith("; the fallback stays");
            // the browser itself reports the request; the widget adds nothing
            assertThat(tab.console("error")).allMatch(message -> message.startsWith("Failed to load resource"));
        }
    }

    private static String publish(String text, String rating) {
        var claim = Api.claim(text);
        Api.publish(claim, rating);
        return claim;
    }
}
