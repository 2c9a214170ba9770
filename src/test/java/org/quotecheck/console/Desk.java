package org.quotecheck.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.quotecheck.Browser;

/** A person at the console, in a browser of their own. */
final class Desk implements AutoCloseable {

    final Browser.Tab tab;
    final Page page;

    private Desk(Browser.Tab tab) {
        this.tab = tab;
        this.page = tab.page();
    }

    static Desk of(Browser.Reader reader, String name) {
        var desk = unsigned(reader);
        desk.press(name);
        assertThat(desk.page.locator(".who")).hasText(name);
        return desk;
    }

    /** Before they say who they are. */
    static Desk unsigned(Browser.Reader reader) {
        return unsigned(reader, "");
    }

    static Desk unsigned(Browser.Reader reader, String hash) {
        return new Desk(reader.open(Browser.service() + "/console" + hash));
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    /** Opens a move's form and sends it. */
    void move(String name) {
        move(name, null);
    }

    void move(String name, String publicNote) {
        var moves = page.locator("qc-moves");
        moves.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .first()
                .click();
        var form = moves.locator(".move-form");
        if (publicNote != null) {
            form.getByLabel("Note for the public").fill(publicNote);
        }
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .click();
        assertThat(form).hasCount(0);
    }

    void go(String hash) {
        page.evaluate("hash => { location.hash = hash; }", hash);
    }

    /** Milliseconds that the page took to be ready, and then from signing in to the queue's first answer. */
    List<?> firstQueue() {
        return (List<?>) page.evaluate("""
                () => {
                  const [page] = performance.getEntriesByType('navigation');
                  const found = (part) => performance.getEntriesByType('resource').find(({ name }) => name.includes(part));
                  return [page.domContentLoadedEventEnd, found('/v1/review-queue?').responseEnd - found('/dev/tokens').startTime].map(Math.round);
                }""");
    }

    void status(String label) {
        assertThat(page.locator(".claim-head .status")).hasText(label);
    }

    void saved() {
        assertThat(page.locator(".kept")).hasText("Saved");
    }

    /** Sends an article, and its first quotation as a claim: the claim's address in the console. */
    String send(String url, String article) {
        read(url, article);
        page.locator("qc-quote input[type=checkbox]").first().check();
        press("Send 1 claim");
        assertThat(page.locator(".sent a")).hasText("It is a claim now");
        return page.locator(".sent a").getAttribute("href");
    }

    /** Has an article read. */
    void read(String url, String article) {
        go("#/paste");
        page.getByLabel("Address of the article").fill(url);
        page.getByLabel("Its text, or its HTML").fill(article);
        press("Find the quotations");
    }

    /** Takes the claim, adds a source and writes a verdict. */
    void write(String claim, String summary) {
        go(claim);
        move("Take");
        status("In review");
        page.getByLabel("Address or reference").fill("https://statistics.example/trees");
        page.locator(".source-form").getByLabel("Title").fill("Count of trees");
        page.locator(".source-form").getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator(".numbered > li")).hasCount(1);
        page.locator(".choice.mostly_false input").check();
        page.getByLabel("Exact quote").check();
        page.getByLabel("Summary").fill(summary);
        saved();
    }

    @Override
    public void close() {
        tab.close();
    }
}
