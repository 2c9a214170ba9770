package org.quotecheck.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quotecheck.extraction.Part;

class AnchorsTest {

    private static final String TEXT =
            "The council met on Monday. “We have cut the town's debt by 40 percent,” Mayor Lee said.\n\n"
                    + "Councillor Boyd was not there. “No,” he wrote later, and “no” again.";

    /** The cases that the service and the widget share (src/test/resources/anchor-places.json). */
    static Stream<Arguments> sharedCases() throws IOException {
        try (var in = AnchorsTest.class.getResourceAsStream("/anchor-places.json")) {
            var cases = new ArrayList<Arguments>();
            new ObjectMapper()
                    .readTree(in)
                    .forEach(each -> cases.add(Arguments.of(each.get("name").asText(), each)));
            return cases.stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sharedCases")
    void sharedCase(String name, JsonNode shared) {
        var quote = shared.get("quote");
        var exact = quote.get("exact").asText();
        var prefix = quote.path("prefix").asText(null);
        var suffix = quote.path("suffix").asText(null);
        var anchors = new Anchors(shared.get("text").asText());
        Optional<Anchor> found;
        if (quote.has("start")) {
            int start = quote.get("start").asInt();
            var taken = new BitSet();
            shared.path("taken")
                    .forEach(range ->
                            taken.set(range.get(0).asInt(), range.get(1).asInt()));
            int end = start + exact.codePointCount(0, exact.length());
            found = anchors.find(new Part(start, end, exact, prefix, suffix), start, taken);
        } else {
            found = anchors.find(exact, prefix, suffix);
        }
        var expected = shared.path("found");
        assertThat(found.isPresent()).isEqualTo(!expected.isMissingNode());
        found.ifPresent(anchor -> {
            assertThat(anchor.part().start()).isEqualTo(expected.get("start").asInt());
            assertThat(anchor.part().end()).isEqualTo(expected.get("end").asInt());
            assertThat(anchor.exact()).isEqualTo(expected.get("exact").asBoolean());
            assertThat(anchor.score()).isCloseTo(expected.get("score").asDouble(), within(0.003));
        });
    }

    @Test
    void wordsAreFoundWhereTheyWere() {
        var part = part(TEXT, "We have cut the town's debt by 40 percent,");
        assertThat(in(TEXT, part)).contains(new Anchor(part, true, 1));
    }

    static Stream<Arguments> otherSpellings() {
        return Stream.of(
                Arguments.of("“We have", "\"We have"),
                Arguments.of("town's", "town’s"),
                Arguments.of("“We have", "''We have"),
                Arguments.of("town's", "town´s"),
                Arguments.of("the town", "the\u00a0town"),
                Arguments.of("the town", "the \t town"),
                Arguments.of("cut the", "cut\nthe"),
                Arguments.of("percent", "per\u00adcent"),
                Arguments.of("percent", "per\u200bcent"),
                Arguments.of("town's", "town&#39;s"),
                Arguments.of("town's", "town&rsquo;s"),
                Arguments.of("the town", "the&nbsp;town"));
    }

    @ParameterizedTest
    @MethodSource("otherSpellings")
    void otherSpellingsAreTheSameWords(String from, String to) {
        var changed = TEXT.replace(from, to);
        var anchor = in(changed, part(TEXT, "We have cut the town's debt by 40 percent,"))
                .orElseThrow();
        assertThat(anchor.exact()).isTrue();
        assertThat(changed.substring(anchor.part().start(), anchor.part().end()))
                .isEqualTo(anchor.part().exact())
                .startsWith("We have")
                .endsWith("cent,");
    }

    @Test
    void composedLettersAreTheSameWords() {
        var part = part("Er sagte „Köln wählt früh“ am Abend.", "Köln wählt früh");
        assertThat(in("Er sagte „Ko\u0308ln wa\u0308hlt fru\u0308h“ am Abend.", part)
                        .orElseThrow()
                        .exact())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "40 percent,50 percent",
        "have cut,had cut",
        "the town's,our town's",
        "We have,Yesterday we have",
        "percent,per-cent",
        "debt,Debt"
    })
    void otherWordsAreNot(String from, String to) {
        var anchor = in(TEXT.replace(from, to), part(TEXT, "We have cut the town's debt by 40 percent,"))
                .orElseThrow();
        assertThat(anchor.score()).isBetween(0.75, 0.999);
        assertThat(anchor.exact()).isFalse();
    }

    @Test
    void contextTellsTheSameWordsApart() {
        var second = part(TEXT, "no");
        var changed = "“No,” said Lee, “no”.\n\n" + TEXT;
        assertThat(in(changed, second).orElseThrow().part().start()).isEqualTo(changed.lastIndexOf("no"));
    }

    @Test
    void positionTellsEqualContextsApart() {
        var text = "“Yes,” he said. ".repeat(50);
        for (int i = 0; i < 50; i++) {
            var part = Part.of(text, 16 * i + 1, 16 * i + 4);
            assertThat(in(text, part).orElseThrow().part()).isEqualTo(part);
        }
    }

    @Test
    void takenPlacesAreLeftToOthers() {
        var text = "“Yes,” he said. ".repeat(3);
        var taken = new BitSet();
        taken.set(0, 20);
        assertThat(new Anchors(text)
                        .find(Part.of(text, 1, 4), 1, taken)
                        .orElseThrow()
                        .part()
                        .start())
                .isEqualTo(33);
        taken.set(0, text.length());
        assertThat(new Anchors(text).find(Part.of(text, 1, 4), 1, taken)).isEmpty();
    }

    @Test
    void wordsThatAreGoneAreNotFound() {
        var part = part(TEXT, "We have cut the town's debt by 40 percent,");
        for (var without : List.of(
                "",
                " ",
                "“”",
                "The council met on Monday. “” Mayor Lee said.",
                "The council met on Monday. “We shall see,” Mayor Lee said.",
                "The council met on Monday. “We have built 40 homes in the town since,” Mayor Lee said.",
                TEXT.substring(TEXT.indexOf("Councillor")))) {
            assertThat(in(without, part)).as(without).isEmpty();
        }
    }

    @Test
    void shortWordsAreNotTakenFromAnywhere() {
        var part = part("Lee called the plan “good” and left.", "good");
        assertThat(in("Boyd made goods for good people.", part))
                .matches(anchor -> !anchor.orElseThrow().exact() && anchor.get().score() < 0.75);
        assertThat(in("Boyd made goods, and sold them.", part)).isEmpty();
        assertThat(in("Boyd has nobody.", part("“No body,” said Lee.", "No body")))
                .isEmpty();
        assertThat(in("In the end it was a “good” plan, said Boyd.", part)
                        .orElseThrow()
                        .exact())
                .isTrue();
    }

    @Test
    void longerWordsHideNone() {
        var text = "nothing now, ".repeat(500) + "“No” and no. " + "nothing now, ".repeat(500);
        assertThat(in(text, part("“I say no.”", "no")).orElseThrow().part().start())
                .isEqualTo(text.indexOf("no. "));
    }

    @Test
    void textsWithoutSpacesAreFound() {
        var part = part("市长说：“我们去年建了四十所新学校”，没有人相信。", "我们去年建了四十所新学校");
        assertThat(in("昨天市长说“我们去年建了四十所新学校”。", part).orElseThrow().exact()).isTrue();
        assertThat(in("昨天市长说“我们去年建了五十所新学校”，没有人相信。", part).orElseThrow().exact()).isFalse();
    }

    @Test
    void positionsCountCodePoints() {
        var part = part("🚗🚗 “We 🎉 won” 🚗", "We 🎉 won");
        var text = "🚗🚗🚗🚗 “We 🎉 won” 🚗";
        assertThat(in(text, part).orElseThrow().part()).isEqualTo(Part.of(text, 6, 14));
        assertThat(in(text.replace("We", "Me"), part).orElseThrow().part().start())
                .isEqualTo(6);
    }

    @Test
    void wordsWithoutPositionAreFoundByTheirContext() {
        var anchors = new Anchors(TEXT);
        assertThat(anchors.find("no", "and “", null).orElseThrow().part().start())
                .isEqualTo(TEXT.lastIndexOf("no"));
        assertThat(anchors.find("we have cut the towns debt by 40 percent", null, null)
                        .orElseThrow())
                .matches(anchor -> !anchor.exact() && anchor.score() > 0.9);
        assertThat(anchors.find("Lee said", null, null).orElseThrow().exact()).isTrue();
        assertThat(anchors.find("Lee denied it all", null, null)).isEmpty();
    }

    @Test
    void anyTextIsSearched() {
        int large = 1 << 20;
        for (var text : List.of(
                "\"".repeat(large),
                "a".repeat(large),
                "ab".repeat(large / 2),
                "&amp;".repeat(large / 5),
                "&".repeat(large),
                "a\u0301\u0316".repeat(large / 3),
                "\ud83d".repeat(large),
                "“no” ".repeat(large / 5),
                " ".repeat(large))) {
            var anchors = new Anchors(text);
            for (var words : List.of(
                    "no",
                    "“”",
                    "a".repeat(100),
                    "a".repeat(5_000),
                    "ab".repeat(50_000),
                    "We have cut the town's debt",
                    "\udc00",
                    "&amp;&amp;")) {
                for (var part : List.of(Part.of(words, 0, words.codePointCount(0, words.length())))) {
                    assertThat(anchors.find(part, large / 2, new BitSet()))
                            .satisfiesAnyOf(
                                    found -> assertThat(found).isEmpty(),
                                    found -> assertThat(
                                                    found.orElseThrow().part().end())
                                            .isLessThanOrEqualTo(text.length()));
                }
            }
        }
    }

    private static Part part(String text, String words) {
        int start = text.codePointCount(0, text.lastIndexOf(words));
        return Part.of(text, start, start + words.codePointCount(0, words.length()));
    }

    private static Optional<Anchor> in(String text, Part part) {
        return new Anchors(text).find(part, part.start(), new BitSet());
    }
}
