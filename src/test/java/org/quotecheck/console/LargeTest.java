package org.quotecheck.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.InBrowser;

/** The console with as much as there may be. How long the browser was busy at a time is told in the log. */
@QuarkusTest
class LargeTest extends InBrowser {

    private static final Logger LOG = Logger.getLogger(LargeTest.class);
    private static final int MEBIBYTE = 1024 * 1024;
    private static final int MANY = 100_000;
    private static final int PATIENCE = 60_000;

    private static final String WATCH = """
            globalThis.longest = 0;
            new PerformanceObserver((list) => list.getEntries().forEach((entry) => { longest = Math.max(longest, entry.duration); }))
              .observe({ type: 'longtask' });
            """;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void mebibyteOfTextIsReadAndShown() {
        var paragraph = "The council met on Monday and spoke of trees, roads and the old bridge.\n\n";
        var quotes = said(20);
        assertRead("1 MiB", paragraph.repeat((MEBIBYTE - quotes.length()) / paragraph.length()) + quotes, 20);
    }

    @Test
    void moreQuotesThanAnArticleHolds() {
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            paste(rita, said(5_000));
            var patience = new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
            assertThat(rita.page.locator(".title h1")).containsText("quotations", patience);
            assertThat(rita.page.getByRole(AriaRole.NOTE))
                    .containsText("more quotations were found, but an article cannot hold so many");
            int kept =
                    Integer.parseInt(rita.page.locator(".title h1").innerText().replaceAll("\\D", ""));
            int leftOut = Integer.parseInt(
                    rita.page.getByRole(AriaRole.NOTE).innerText().replaceAll("\\D", ""));
            assertThat(kept + leftOut).isEqualTo(5_000);
            assertThat(rita.page.locator("qc-quote"))
                    .hasCount(kept, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
            LOG.infof("%d of 5,000 quotes: the longest task took %s ms", kept, longest(rita.page));
            rita.tab.assertQuiet();
        }
    }

    @Test
    void queueOfHundredThousandLoadsWhatItShows() throws SQLException {
        fill();
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            var rows = rita.page.locator(".queue > li");
            assertThat(rows).hasCount(50, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
            assertThat(rita.page.locator(".title .meta")).containsText("claims are waiting");
            assertThat(rita.tab.requests("/v1/review-queue?")).hasSize(1);
            rita.press("Show more");
            assertThat(rows).hasCount(100, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
            assertThat(rita.tab.requests("/v1/review-queue?")).hasSize(2);
            assertThat(Long.parseLong(rita.page.locator(".chip b").first().textContent()))
                    .isGreaterThanOrEqualTo(MANY);
            LOG.infof("queue of %d: page and first rows after %s ms", MANY, rita.firstQueue());
        } finally {
            clear();
        }
    }

    private static void assertRead(String what, String article, int quotes) {
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            paste(rita, article);
            assertThat(rita.page.locator("h1"))
                    .hasText(
                            "%d quotations".formatted(quotes),
                            new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
            assertThat(rita.page.locator(".article-text .loading"))
                    .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
            assertThat(rita.page.locator("qc-quote"))
                    .hasCount(quotes, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
            assertThat(rita.page.locator(".article-text mark")).hasCount(quotes);
            LOG.infof("%s: the longest task took %s ms", what, longest(rita.page));
            rita.page.locator("qc-quote input[type=checkbox]").last().check();
            rita.page.locator("qc-quote textarea").fill(Api.unique("We counted all of the trees"));
            rita.press("Send 1 claim");
            assertThat(rita.page.locator(".sent a"))
                    .hasText("It is a claim now", new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
            LOG.infof("%s: and %s ms with a claim sent", what, longest(rita.page));
            rita.tab.assertQuiet();
        }
    }

    private static void paste(Desk rita, String article) {
        rita.go("#/paste");
        rita.page.getByLabel("Address of the article").fill(Api.uniqueUrl());
        rita.page
                .getByLabel("Choose a file")
                .setInputFiles(new FilePayload("article.txt", "text/plain", article.getBytes(StandardCharsets.UTF_8)));
        assertThat(rita.page.locator("[name=content]")).not().hasValue("");
        rita.page.evaluate("() => { " + WATCH + " }");
        rita.press("Find the quotations");
    }

    private static Object longest(Page page) {
        return page.evaluate("() => Math.round(longest)");
    }

    private static String said(int quotes) {
        return IntStream.range(0, quotes)
                .mapToObj(number -> "\"We planted %d trees in the valley,\" Ida Brandt said.".formatted(number + 2))
                .collect(Collectors.joining("\n\n"));
    }

    private void fill() throws SQLException {
        execute("""
                insert into claim (id, text, language, identity, checkability, status, submitted_by, search_text, created_at, updated_at, version)
                select gen_random_uuid(), 'We planted ' || n || ' trees', 'en', encode(sha256(cast('large-' || n as bytea)), 'hex'), (n %% 100) / 100.0, 'submitted', 'large', 'trees', now(), now(), 0
                from generate_series(1, %d) n""".formatted(MANY));
        execute("""
                insert into submission (id, claim_id, place, subject, text, created_at)
                select gen_random_uuid(), id, '', 'large', 'trees', now() from claim where submitted_by = 'large'""");
        execute("analyze claim, submission");
    }

    private void clear() throws SQLException {
        execute(
                "set session_replication_role = replica;" // nothing else refers to them: foreign keys would take long
                        + " delete from submission where subject = 'large'; delete from claim where submitted_by = 'large'");
        execute("vacuum claim, submission"); // what is dead would slow the searches of other tests
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
