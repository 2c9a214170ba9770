package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every regular expression of the service against long monotonous texts: on a small stack, in linear time. */
class PatternsTest {

    /** What repeats in a hostile text; each is one of a class that some expression repeats. */
    private static final List<String> MONOTONES = List.of(
            "\u0301",
            "\u0306",
            "\u05b0",
            "и\u0306",
            "a\u0301",
            "a",
            "é",
            "1",
            "1,",
            "1.",
            " ",
            "\u00a0",
            "\u200b",
            "\t",
            "\n",
            "\r\n",
            ".",
            ",",
            "-",
            "–",
            "'",
            "’",
            "\"",
            "“",
            "/",
            "//",
            "/**",
            "*/",
            "%",
            "%20",
            "%zz",
            ":",
            "::",
            "a:",
            "0:",
            ";",
            "&",
            "=",
            "a=b&",
            "n't ",
            "can't ",
            "[",
            "]",
            "(",
            ")",
            "x-",
            "é.",
            "1 000",
            "\ud83d",
            "🙂",
            "\u202e",
            "A.",
            "10%",
            "million ",
            "one ",
            "…",
            "\\",
            "0x",
            "www.",
            "aa-bb-");

    private static final int SHORT = 6_000;
    private static final int GROWTH = 4;
    private static final int SMALL_STACK = 256 * 1024;
    /** What one expression may read of a short text, in which each character counts as often as it is looked at. */
    private static final long MOST_READ = 1_000L * SHORT;

    @Test
    void monotonousTextOverflowsNothing() throws InterruptedException {
        var patterns = patterns();
        assertThat(patterns).hasSizeGreaterThan(25);
        var failed = new ConcurrentSkipListMap<String, String>();
        var thread = new Thread(
                null,
                () -> patterns.forEach((name, pattern) -> {
                    for (var piece : MONOTONES) {
                        try {
                            checkLinear(pattern, piece);
                        } catch (StackOverflowError | AssertionError e) {
                            failed.putIfAbsent(name, pattern + " on " + piece + ": " + e);
                        }
                    }
                }),
                "small stack",
                SMALL_STACK);
        thread.start();
        thread.join();
        assertThat(failed).isEmpty();
    }

    private static void checkLinear(Pattern pattern, String piece) {
        long small = read(pattern, piece.repeat(SHORT / piece.length()) + "!");
        long large = read(pattern, piece.repeat(GROWTH * SHORT / piece.length()) + "!");
        assertThat(large).as("characters read, after " + small).isLessThan(2 * GROWTH * small + SHORT);
    }

    /** How many characters a match and a replacement look at. */
    private static long read(Pattern pattern, String text) {
        var counted = new Counted(text, new long[1]);
        pattern.matcher(counted).matches();
        pattern.matcher(counted).replaceAll("");
        return counted.read[0];
    }

    /** A text that knows how often it was looked at, and ends what looks too often. */
    private record Counted(String text, long[] read) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++read[0] > MOST_READ * GROWTH) {
                throw new AssertionError("more than " + read[0] + " characters read");
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Of all constants of the classes of the service, by class and field. */
    private static Map<String, Pattern> patterns() {
        var found = new TreeMap<String, Pattern>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.quotecheck")
                .forEach(type -> type.getFields().stream()
                        .filter(field -> field.getRawType().isEquivalentTo(Pattern.class)
                                && field.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC))
                        .forEach(field -> {
                            try {
                                var constant = Class.forName(type.getName()).getDeclaredField(field.getName());
                                assertThat(Modifier.isStatic(constant.getModifiers()))
                                        .isTrue();
                                constant.setAccessible(true);
                                found.put(field.getFullName(), (Pattern) constant.get(null));
                            } catch (ReflectiveOperationException e) {
                                throw new IllegalStateException(e);
                            }
                        }));
        return found;
    }
}
