package org.quotecheck.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.InBrowser;

/** The browser's address says what is shown, and its Back leads to what was shown before. */
@QuarkusTest
class AddressTest extends InBrowser {

    @Test
    void filtersOfTheQueueAreInItsAddress() {
        var claim = Api.claim(Api.unique("The council built a bridge"));
        Api.propose(claim, "false");
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            rita.go("#/queue?status=proposed&utm_source=mail&language=en");
            var proposed = rita.page.locator(".chip[aria-pressed=true]");
            assertThat(proposed).containsText("Proposed");
            assertThat(rita.page.locator(".filters input.short")).hasValue("en");
            assertThat(rita.page).hasURL(Pattern.compile(".*#/queue\\?status=proposed&language=en$"));

            rita.page.locator(".filters select").nth(1).selectOption("reports");
            assertThat(rita.page).hasURL(Pattern.compile(".*#/queue\\?status=proposed&language=en&waiting=reports$"));
            rita.go("#/claims/" + claim);
            rita.status("Proposed");
            rita.page.goBack();
            assertThat(rita.page.locator(".filters select").nth(1)).hasValue("reports");
            rita.go("#/queue?tag=no-such-tag");
            assertThat(rita.page.locator(".empty")).isVisible();
            assertThat(rita.page.locator(".filters select").nth(1)).hasValue("");
            rita.go("#/queue?toString=1");
            assertThat(rita.page).hasURL(Pattern.compile(".*#/queue\\?tag=no-such-tag$"));
            rita.tab.assertQuiet();
        }
    }

    @Test
    void addressFollowsTheFilters() {
        Api.propose(Api.claim(Api.unique("The council built a bridge")), "false");
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            var proposed = Pattern.compile(".*#/queue\\?status=proposed$");
            rita.go("#/queue?status=proposed");
            rita.page.locator(".filters select").nth(1).selectOption("reports");
            rita.page.locator(".language select").selectOption("de");
            assertThat(rita.page.locator("html")).hasAttribute("lang", "de");
            assertThat(rita.page.locator(".filters select").nth(1)).hasValue("reports");
            rita.go("#/queue?status=proposed");
            assertThat(rita.page.locator(".filters select").nth(1)).hasValue("");
            rita.page.locator("nav a[href='#/queue']").click();
            assertThat(rita.page).hasURL(proposed);
            assertThat(rita.page.locator(".queue > li").first()).isVisible();
        }
    }

    /** A tab that was opened at a claim has nothing before it. */
    @Test
    void whoStaysIsAskedOnce() {
        var claim = Api.claim(Api.unique("The council built a bridge"));
        try (var rita = Desk.unsigned(browser.reader(), "#/claims/" + claim)) {
            rita.press("Rita Reviewer");
            var asked = new AtomicInteger();
            rita.page.onDialog(dialog -> {
                asked.incrementAndGet();
                dialog.dismiss();
            });
            var comment = rita.page.locator("qc-comments textarea");
            comment.fill("Half a thought");
            rita.page.locator("nav a[href='#/queue']").click();
            assertThat(rita.page).hasURL(Pattern.compile(".*#/claims/" + claim));
            assertThat(comment).hasValue("Half a thought");
            rita.go("#/paste");
            assertThat(rita.page).hasURL(Pattern.compile(".*#/claims/" + claim));
            rita.page.evaluate(
                    "() => new Promise(requestAnimationFrame).then(() => new Promise(requestAnimationFrame))");
            assertThat(asked).hasValue(2);
            assertThat(comment).hasValue("Half a thought");
        }
    }

    @Test
    void backIsStillThereForWhoStayed() {
        var claim = Api.claim(Api.unique("The council built a bridge"));
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            var answers = new ArrayDeque<>(List.of(false, false, true));
            rita.page.onDialog(dialog -> answer(dialog, answers.poll()));
            rita.go("#/submissions");
            rita.go("#/claims/" + claim);
            rita.page.locator("qc-comments textarea").fill("Half a thought");
            rita.page.goBack();
            assertThat(rita.page).hasURL(Pattern.compile(".*#/claims/" + claim));
            assertThat(rita.page.locator("qc-comments textarea")).hasValue("Half a thought");
            rita.go("#/paste");
            assertThat(rita.page).hasURL(Pattern.compile(".*#/claims/" + claim));
            rita.page.goBack();
            assertThat(rita.page.locator("qc-submissions h1")).isVisible();
            rita.page.goForward();
            assertThat(rita.page.locator("qc-claim h1")).isVisible();
            assertThat(rita.page.locator("qc-comments textarea")).hasValue("");
        }
    }

    private static void answer(Dialog dialog, boolean leaves) {
        if (leaves) {
            dialog.accept();
        } else {
            dialog.dismiss();
        }
    }
}
