package org.quotecheck.webpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages of our own, one for each way in which pages hide their story; what belongs to it is marked {@code data-story}.
 */
class StoryTest {

    static Stream<Path> pages() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/pages"))) {
            return files.sorted().toList().stream();
        }
    }

    @Test
    void thereArePages() throws IOException {
        assertThat(pages()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void storyIsFoundWholeAndAlone(Path file) throws IOException {
        var html = Files.readString(file);
        var story = new ArrayList<String>();
        Jsoup.parse(html).select("[data-story]").forEach(element -> story.addAll(words(element.wholeText() + ' ')));
        var found = words(WebPage.read(html.replace(" data-story", "")).text());
        int common = common(story, found);
        assertThat((double) common / story.size()).as("recall of " + file).isGreaterThan(0.97);
        // a live blog's times of day and an embedded post's date are no prose, and stay
        assertThat((double) common / found.size()).as("precision of " + file).isGreaterThan(0.9);
    }

    @Test
    void answerSaysWhatMakesItUnsure() throws IOException {
        assertThat(source("live-blog").warnings()).containsExactly("several_articles");
        assertThat(source("plain-article"))
                .isEqualTo(new TextSource("article", source("plain-article").share(), List.of()));
        assertThat(source("hidden-copies").share()).isLessThan(0.4);
        assertThat(WebPage.read("<aside><p>The crane has not moved since the storm of March.</p></aside>")
                        .source())
                .isEqualTo(new TextSource("aside", 1, List.of("side_element")));
        assertThat(WebPage.read("<div hidden><p>The crane has not moved since the storm of March.</p></div>")
                        .source())
                .isEqualTo(new TextSource("div", 1, List.of("hidden_text")));
    }

    private static TextSource source(String page) throws IOException {
        return WebPage.read(Files.readString(Path.of("src/test/resources/pages", page + ".html")))
                .source();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static int common(List<String> some, List<String> others) {
        var left = new HashMap<String, Integer>();
        some.forEach(word -> left.merge(word, 1, Integer::sum));
        int common = 0;
        for (var word : others) {
            if (left.getOrDefault(word, 0) > 0) {
                left.merge(word, -1, Integer::sum);
                common++;
            }
        }
        return common;
    }
}
