package org.quotecheck.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quotecheck.Api;
import org.quotecheck.Browser;
import org.quotecheck.InBrowser;

/**
 * What {@code <quote-check-article>} does on a page, counted and not timed: how often the engine enters each block of
 * the script (DevTools' precise coverage). bench/anchors/main-thread.mjs says how long that takes.
 */
@QuarkusTest
class ArticleWorkTest extends InBrowser {

    private static final int PARAGRAPHS = 195;
    private static final int QUOTES = 20;
    private static final int TIMES = 4;
    /** What does not depend on the text or on the number of quotes is done once, so growth is mostly below. */
    private static final double MOST_GROWTH = TIMES * 1.25;

    /** What became of the words that were checked, and how many steps 20 of them may take in 100 kB. */
    enum Words {
        STAND(14_000),
        WERE_EDITED(140_000),
        ARE_GONE(1_800_000);

        private final long most;

        Words(long most) {
            this.most = most;
        }

        private String of(String words, Random random) {
            return switch (this) {
                case STAND -> words;
                case WERE_EDITED ->
                    words.chars()
                            .mapToObj(letter -> random.nextInt(100) < 3 ? "x" : Character.toString(letter))
                            .collect(Collectors.joining());
                case ARE_GONE -> new Prose(random.nextLong()).sentence(words.split(" ").length);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPageOfAHundredKilobytesTakesSoManySteps(Words words) throws IOException {
        assertThat(steps(words, PARAGRAPHS, QUOTES)).isLessThan(words.most);
    }

    @Test
    void workGrowsAsTheTextDoes() throws IOException {
        assertThat((double) steps(Words.ARE_GONE, TIMES * PARAGRAPHS, QUOTES))
                .isLessThan(MOST_GROWTH * steps(Words.ARE_GONE, PARAGRAPHS, QUOTES));
    }

    @Test
    void workGrowsAsTheNumberOfQuotesDoes() throws IOException {
        assertThat((double) steps(Words.ARE_GONE, PARAGRAPHS, TIMES * QUOTES))
                .isLessThan(MOST_GROWTH * steps(Words.ARE_GONE, PARAGRAPHS, QUOTES));
    }

    private static long steps(Words words, int paragraphs, int quotes) throws IOException {
        var article = new Prose(7).article(paragraphs);
        var claim = Api.claim(Api.unique("We have counted every step"));
        Api.publish(claim, "mostly_false");
        try (var tab = browser.reader().tab()) {
            var devtools = tab.page().context().newCDPSession(tab.page());
            devtools.send("Profiler.enable");
            var wish = new JsonObject();
            wish.addProperty("callCount", true);
            wish.addProperty("detailed", true);
            devtools.send("Profiler.startPreciseCoverage", wish);
            Canned.article(tab.page(), claim, quotes(article, words, quotes));
            tab.page()
                    .navigate(publisher.printsWithHead(
                            "en",
                            "<script type=\"module\" src=\"" + Browser.service()
                                    + "/embed/v1/quotecheck-article.js\"></script>",
                            "<article><quote-check-article></quote-check-article>" + article + "</article>"));
            assertThat(tab.page().locator("quote-check-article .entry")).hasCount(quotes);
            assertThat(tab.page().locator("quote-check-article .elsewhere"))
                    .hasCount(words == Words.ARE_GONE ? quotes : 0);
            return counts(devtools.send("Profiler.takePreciseCoverage"));
        }
    }

    /** Quotes all over the article, each where its paragraph has one. */
    private static JsonNode quotes(String article, Words words, int number) {
        var random = new Random(11);
        var text = article.replaceAll("</?p>", " ");
        var quotes = Canned.JSON.createArrayNode();
        for (int i = 0; i < number; i++) {
            int start = text.indexOf('“', (int) ((i + 0.25) * text.length() / number)) + 1;
            int end = text.indexOf('”', start);
            quotes.addObject()
                    .putArray("parts")
                    .addObject()
                    .put("exact", words.of(text.substring(start, end), random))
                    .put("prefix", text.substring(start - 32, start))
                    .put("suffix", text.substring(end, end + 32))
                    .put("start", start);
        }
        return quotes;
    }

    private static long counts(JsonObject coverage) {
        return elements(coverage.getAsJsonArray("result"))
                .filter(script -> script.get("url").getAsString().contains("/embed/v1/quotecheck-article"))
                .flatMap(script -> elements(script.getAsJsonArray("functions")))
                .flatMap(function -> elements(function.getAsJsonArray("ranges")))
                .mapToLong(range -> range.get("count").getAsLong())
                .sum();
    }

    private static Stream<JsonObject> elements(Iterable<JsonElement> array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject);
    }
}
