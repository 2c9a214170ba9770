package org.quotecheck.embed;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Text of words that are nobody's, a few of them often and most of them seldom, as in a language (Zipf's law). */
final class Prose {

    private static final String LETTERS = "eeeeeetttttaaaaoooiiinnnsssrrrhhdddlluuccmmffwwggppyybvk";
    private static final List<String> WORDS = words(new Random(3));

    private final Random random;

    Prose(long seed) {
        this.random = new Random(seed);
    }

    /** So many paragraphs of HTML, each with a quotation; 195 of them have some 100 kB. */
    String article(int paragraphs) {
        return IntStream.range(0, paragraphs)
                .mapToObj(i -> "<p>" + sentence(45) + ", “" + sentence(18) + ".” " + sentence(8) + ".</p>")
                .collect(Collectors.joining());
    }

    String sentence(int words) {
        return random.doubles(words)
                .mapToObj(even -> WORDS.get((int) Math.pow(WORDS.size(), even) - 1))
                .collect(Collectors.joining(" "));
    }

    /** The more frequent, the shorter. */
    private static List<String> words(Random random) {
        return IntStream.rangeClosed(1, 6_000)
                .mapToObj(rank -> random.ints(1 + random.nextInt(3) + (int) Math.log(rank), 0, LETTERS.length())
                        .mapToObj(LETTERS::charAt)
                        .map(String::valueOf)
                        .collect(Collectors.joining()))
                .toList();
    }
}
