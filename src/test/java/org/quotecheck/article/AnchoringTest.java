package org.quotecheck.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.extraction.Part;
import org.quotecheck.extraction.QuotationExtractor;

/** What becomes of quotes when their article changes: random edits of our own articles, always the same. */
class AnchoringTest {

    private static final int ROUNDS = 60;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz ABC.,“”'\n";

    private final UUID article = UUID.randomUUID();

    static Stream<String> texts() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/articles"))) {
            return files.sorted().map(AnchoringTest::read).toList().stream()
                    .filter(text -> !QuotationExtractor.extract(text, null).isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void wordsThatAreStillThereAreNeverOrphaned(String text) {
        var random = new Random(text.length());
        for (int round = 0; round < ROUNDS; round++) {
            var edited = edited(text, random, quotes(text), 1 + round / 3);
            var quotes = quotes(text);
            Anchoring.merge(quotes, quotes(edited), edited);
            for (var quote : quotes) {
                assertThat(quote.isOrphaned())
                        .as(quote.exact() + " in " + edited)
                        .isFalse();
                quote.parts.forEach(part -> assertThat(edited.substring(
                                edited.offsetByCodePoints(0, part.start()), edited.offsetByCodePoints(0, part.end())))
                        .isEqualTo(part.exact()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void wordsThatHaveChangedAreNeverExact(String text) {
        var random = new Random(text.length());
        for (int round = 0; round < ROUNDS; round++) {
            var quotes = quotes(text);
            var victim = quotes.get(random.nextInt(quotes.size()));
            var part = victim.parts.get(random.nextInt(victim.parts.size()));
            int at = part.start() + letter(part.exact(), random);
            var edited = changed(text, text.offsetByCodePoints(0, at), random);
            if (edited.contains(part.exact())) {
                continue; // said twice: where the other one stands, these are the words
            }
            Anchoring.merge(quotes, quotes(edited), edited);
            assertThat(victim.anchorState).as(victim.exact() + " in " + edited).isNotEqualTo(AnchorState.EXACT);
            assertThat(victim.anchorScore == null).isEqualTo(victim.isOrphaned());
            assertThat(quotes.stream().filter(quote -> quote != victim && !overlap(quote, victim)))
                    .as("the others, in " + edited)
                    .extracting(quote -> quote.anchorState)
                    .containsOnly(quotes.size() == 1 ? new AnchorState[0] : new AnchorState[] {AnchorState.EXACT});
        }
    }

    @Test
    void nothingChangesInTheSameText() {
        texts(text -> {
            var quotes = quotes(text);
            assertThat(Anchoring.merge(quotes, quotes(text), text)).isEmpty();
            assertThat(quotes).usingRecursiveComparison().isEqualTo(quotes(text));
        });
    }

    @Test
    void removedQuoteDoesNotTakeAnothersPlace() {
        var text = "\"We won the vote,\" said Ann Lee.\n\nMuch later Tom Boyd was asked. \"We won the vote,\" he said.";
        var quotes = quotes(text);
        var without = text.substring(text.indexOf("Much"));
        assertThat(Anchoring.merge(quotes, quotes(without), without)).isEmpty();
        assertThat(quotes)
                .extracting(quote -> quote.anchorState)
                .containsExactly(AnchorState.ORPHANED, AnchorState.EXACT);
        assertThat(quotes.getLast().speaker.name()).isEqualTo("Tom Boyd");
    }

    @Test
    void changedWordsAreMovedUntilTheyAreBack() {
        var text = "Mayor Ann Lee spoke. \"We cut the debt by 40 percent,\" said Lee on Monday.";
        var other = text.replace("40", "18");
        var quote = quotes(text).getFirst();
        assertThat(Anchoring.merge(List.of(quote), quotes(other), other)).isEmpty();
        assertThat(quote.anchorState).isEqualTo(AnchorState.MOVED);
        assertThat(quote.anchorScore).isBetween(0.9, 0.999);
        assertThat(quote.exact()).isEqualTo("We cut the debt by 18 percent,");
        double score = quote.anchorScore;
        var longer = "A new line.\n\n" + other;
        Anchoring.merge(List.of(quote), quotes(longer), longer);
        assertThat(quote.anchorState)
                .as("the words of version 2, which are not the first")
                .isEqualTo(AnchorState.MOVED);
        assertThat(quote.anchorScore).isLessThanOrEqualTo(score);
        Anchoring.merge(List.of(quote), quotes(text), text);
        assertThat(quote.anchorState).isEqualTo(AnchorState.EXACT);
        assertThat(quote.anchorScore).isNull();
        assertThat(quote.exact()).isEqualTo("We cut the debt by 40 percent,");
    }

    @Test
    void partsKeepTheirOrder() {
        var text = "\"We cut the town's debt by 40 percent,\" Lee said. \"Nobody thought that was possible.\"";
        var closer = "\"We cut the town's debt by 40 percent. Nobody thought that was possible,\" Lee said.";
        var turned = "\"Nobody thought that was possible,\" Lee said. \"We cut the town's debt by 40 percent.\"";
        var half = "\"We cut the town's debt by 40 percent,\" Lee said.";
        for (var to : List.of(closer, turned, half)) {
            var quote = quotes(text).getFirst();
            assertThat(quote.parts).hasSize(2);
            Anchoring.merge(List.of(quote), quotes(to), to);
            assertThat(quote.anchorState)
                    .as(to)
                    .isEqualTo(to.equals(closer) ? AnchorState.EXACT : AnchorState.ORPHANED);
        }
    }

    @Test
    void quoteInsideAnotherKeepsItsPlace() {
        var text = "\"We cut the town's debt by 40 percent,\" Lee said.";
        var outer = quotes(text).getFirst();
        var inner = Quote.of(article, Part.of(text, 12, 38), null, List.of(outer));
        var later = "On Monday she spoke.\n\n" + text;
        assertThat(Anchoring.merge(List.of(outer, inner), quotes(later), later)).isEmpty();
        assertThat(List.of(outer, inner)).extracting(quote -> quote.anchorState).containsOnly(AnchorState.EXACT);
        assertThat(inner.exact()).isEqualTo(text.substring(12, 38));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no new tax", "Ray said: \"No more tax, no new tax.\" The"})
    void whatSomebodyMarkedIsFoundAgainWithTheQuoteAroundOrInsideIt(String words) {
        var text = "Then Bob Ray said: \"No more tax, no new tax.\" The session closed after midnight.";
        for (var between : List.of(
                "The council met.", "The council talked of " + words + " and left.", "\"No more tax, no,\" he said.")) {
            var machines = quotes(text).getFirst();
            int start = text.indexOf(words);
            var marked = Quote.of(article, Part.of(text, start, start + words.length()), null, List.of(machines));
            var known = List.of(machines, marked);
            Anchoring.merge(known, quotes(between), between);
            assertThat(Anchoring.merge(known, quotes(text), text)).as(between).isEmpty();
            assertThat(known).as(between).extracting(quote -> quote.anchorState).containsOnly(AnchorState.EXACT);
            assertThat(marked.start).isEqualTo(start);
        }
    }

    @Test
    void lostMarkDoesNotTakeThePlaceOfTheSameWords() {
        var text = "\"We won the vote,\" said Ann Lee.\n\nMuch later Tom Boyd rose. \"We won the vote,\" he said.";
        var toms = quotes(text).getLast();
        var marked = Quote.of(article, Part.of(text, 1, 17), null, List.of());
        var without = "Nobody spoke.";
        Anchoring.merge(List.of(marked, toms), quotes(without), without);
        var half = text.substring(text.indexOf("Much"));
        Anchoring.merge(List.of(toms, marked), quotes(half), half);
        assertThat(List.of(toms, marked).stream().filter(Quote::isOrphaned)).hasSize(1);
    }

    private void texts(java.util.function.Consumer<String> check) {
        try {
            texts().forEach(check);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Quote> quotes(String text) {
        return QuotationExtractor.extract(text, null).stream()
                .map(quotation -> Quote.of(article, quotation))
                .toList();
    }

    /** Edits anywhere but in the words of quotes: letters, and now and then a paragraph. */
    private static String edited(String text, Random random, List<Quote> quotes, int edits) {
        var edited = new StringBuilder(text);
        var places = new ArrayList<Integer>();
        for (int i = 0; i <= text.length(); i++) {
            int at = i;
            if (quotes.stream()
                    .flatMap(quote -> quote.parts.stream())
                    .noneMatch(part -> at >= utf16(text, part.start()) && at <= utf16(text, part.end()))) {
                places.add(i);
            }
        }
        var chosen = new ArrayList<Integer>();
        for (int i = 0; i < edits && !places.isEmpty(); i++) {
            chosen.add(places.remove(random.nextInt(places.size())));
        }
        chosen.sort(java.util.Comparator.reverseOrder());
        for (int at : chosen) {
            if (random.nextInt(8) == 0) {
                edited.insert(at, "\n\nRain fell on the harbour, and nobody said a word of it.\n\n");
            } else if (at == text.length() || random.nextBoolean()) {
                edited.insert(at, letter(random));
            } else {
                edited.setCharAt(at, letter(random));
            }
        }
        return edited.toString();
    }

    /** One letter or digit more, less, or another. */
    private static String changed(String text, int at, Random random) {
        var changed = new StringBuilder(text);
        switch (random.nextInt(3)) {
            case 0 -> changed.deleteCharAt(at);
            case 1 -> changed.insert(at, 'q');
            default -> changed.setCharAt(at, changed.charAt(at) == 'x' ? 'y' : 'x');
        }
        return changed.toString();
    }

    private static int letter(String words, Random random) {
        int[] letters = java.util.stream.IntStream.range(0, words.length())
                .filter(i -> Character.isLetterOrDigit(words.charAt(i)))
                .toArray();
        return words.codePointCount(0, letters[random.nextInt(letters.length)]);
    }

    private static char letter(Random random) {
        return LETTERS.charAt(random.nextInt(LETTERS.length()));
    }

    private static int utf16(String text, int codePoint) {
        return text.offsetByCodePoints(0, codePoint);
    }

    private static boolean overlap(Quote one, Quote other) {
        return one.start < other.end && other.start < one.end;
    }
}
