package org.quotecheck.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The words of readers' pages: all of them in all languages. */
class PageWordsTest {

    private static final Map<String, Map<String, String>> WORDS = PageFrames.words();

    @Test
    void everyLanguageHasEveryWord() {
        WORDS.forEach((language, words) -> {
            assertThat(words.keySet()).as(language).isEqualTo(WORDS.get("en").keySet());
            assertThat(words.values()).as(language).noneMatch(String::isBlank);
        });
    }

    @Test
    void sentencesHaveTheSameNames() {
        WORDS.forEach((language, words) -> words.forEach((key, sentence) -> assertThat(names(sentence))
                .as(language + ": " + key)
                .containsExactlyInAnyOrderElementsOf(names(WORDS.get("en").get(key)))));
    }

    @Test
    void longWordsAreTranslated() {
        var english = WORDS.get("en");
        WORDS.forEach((language, words) -> words.forEach((key, sentence) -> {
            if (!language.equals("en") && english.get(key).length() > 20) {
                assertThat(sentence).as(language + ": " + key).isNotEqualTo(english.get(key));
            }
        }));
    }

    @Test
    void otherLanguagesAreEnglishAsAWhole() {
        for (var language : List.of("ja", "xx", "english", "")) {
            assertThat(PageFrames.resolve(language)).isEqualTo("en");
        }
        assertThat(PageFrames.resolve("PT-BR")).isEqualTo("pt");
    }

    @Test
    void daysAreWrittenAsPeopleDo() {
        var frame = new PageFrame("de", "ltr", WORDS.get("de"), "The Desk", "/", false, false);
        assertThat(frame.day("2026-03-01T23:59:59Z")).isEqualTo("1. März 2026");
        assertThat(frame.day("2026-03")).isEqualTo("2026-03");
        assertThat(frame.day("2026")).isEqualTo("2026");
    }

    private static List<String> names(String sentence) {
        return Pattern.compile("\\{[a-z]+}")
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }
}
