package org.quotecheck.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quotecheck.Api;
import org.quotecheck.Browser;
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

    /** Links of every kind that a fallback may hold, before the one that counts. */
    @Test
    void otherLinksInAFallbackDoNotSpoilTheOthers() {
        var claim = publish(Api.unique("We built 46 schools"), "true");
        var links = "<svg width=\"9\" height=\"9\"><a href=\"https://news.example/\"><circle r=\"9\"/></a></svg>"
                + "<a href=\"\">a</a><a href=\"mailto:a@b.example\">b</a><a href=\"javascript:void 0\">c</a>"
                + "<a href=\"http://[\">d</a><map><area href=\"https://news.example/\"></map>";
        var address = Browser.service() + "/claims/" + claim;
        var body = new StringBuilder("<quote-check>" + links + "</quote-check>");
        for (var end : List.of("", "/", "?from=us", "#verdict", "/?from=us#verdict")) {
            body.append("<quote-check>%s<a href=\"%s\">check</a></quote-check>".formatted(links, address + end));
        }
        try (var tab = browser.reader().open(publisher.prints(body.toString()))) {
            for (int card = 1; card <= 5; card++) {
                assertThat(tab.page().locator("quote-check >> nth=" + card).locator("article"))
                        .isVisible();
            }
            assertThat(tab.console("warning")).containsExactly("quote-check: not a claim id: none; the fallback stays");
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

    static Stream<Arguments> answersThatAreNone() {
        var id = "019a0000-0000-7000-8000-000000000001";
        var claim =
                "{'id': '%s', 'requested': ['%s'], 'text': %s, 'url': %s, 'ratingLabel': 'False', 'labelLanguage': 'en', 'organization': {'name': 'X'}}";
        return Stream.of(
                        "500|oops",
                        "200|",
                        "200|not json",
                        "200|null",
                        "200|[]",
                        "200|{}",
                        "200|{'claims': {}, 'words': {}}",
                        "200|{'claims': [null], 'words': {}}",
                        "200|{'claims': [1, 'x'], 'words': {'en': {}}}",
                        "200|{'claims': [" + claim.formatted(id, id, "'x'", "'https://x.example/'") + "]}",
                        "200|{'claims': [" + claim.formatted(id, id, "'x'", "'https://x.example/'")
                                + "], 'words': {'en': {}}}",
                        "200|{'claims': [" + claim.formatted(id, id, "{}", "'https://x.example/'")
                                + "], 'words': {'en': {'factCheckBy': 'x'}}}",
                        "200|{'claims': [" + claim.formatted(id, id, "'x'", "'javascript:alert(1)'")
                                + "], 'words': {'en': {'factCheckBy': 'x'}}}")
                .map(answer -> answer.replace('\'', '"').split("\\|", 2))
                .map(parts -> Arguments.of(Integer.parseInt(parts[0]), parts[1], id));
    }

    @ParameterizedTest
    @MethodSource("answersThatAreNone")
    void answerOfAnotherFormKeepsTheFallback(int status, String body, String id) {
        for (var element : List.of(
                Publisher.element(id), "<quote-check-article>" + Publisher.FALLBACK + "</quote-check-article>")) {
            try (var tab = browser.reader().tab()) {
                Canned.answer(tab.page(), status, body);
                tab.page()
                        .waitForConsoleMessage(
                                new Page.WaitForConsoleMessageOptions()
                                        .setPredicate(message -> message.type().equals("warning")),
                                () -> tab.page()
                                        .navigate(publisher.printsWithHead(
                                                "en",
                                                "<script type=\"module\" src=\"" + Browser.service()
                                                        + "/embed/v1/quotecheck-article.js\"></script>",
                                                element)));
                tab.layoutShift();
                assertThat(tab.page().getByText(Publisher.FALLBACK)).isVisible();
                assertThat(tab.console("warning")).hasSize(1);
                assertThat(tab.console("error")).allMatch(message -> message.startsWith("Failed to load resource"));
            }
        }
    }

    @Test
    void hangingServiceKeepsTheFallback() {
        try (var tab = browser.reader().tab()) {
            tab.page().route("**/embed/v1/claims?*", route -> {});
            tab.page()
                    .waitForConsoleMessage(
                            new Page.WaitForConsoleMessageOptions()
                                    .setPredicate(message -> message.type().equals("warning")),
                            () -> tab.page()
                                    .navigate(publisher.prints(
                                            Publisher.element(UUID.randomUUID().toString()))));
            assertThat(tab.page().getByText(Publisher.FALLBACK)).isVisible();
            assertThat(tab.console("warning")).hasSize(1);
            tab.assertQuiet();
        }
    }

    private static String publish(String text, String rating) {
        var claim = Api.claim(text);
        Api.publish(claim, rating);
        return claim;
    }
}
