package org.quotecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.StringArbitrary;
import net.jqwik.api.sessions.JqwikSession;

/** Texts that strangers send: any characters, the marks that programs interpret, and each of them again and again. */
public final class HostileText {

    private static final StringArbitrary ANY = Arbitraries.strings().all();

    private static final List<String> MARKS = List.of(
            "\u0000",
            "\u0301",
            "\u200d",
            "\u202e",
            "\ud800",
            "\udfff",
            "\ufeff",
            "\uffff",
            "\ud83d\ude42",
            "%",
            "%2F",
            "%zz",
            "&amp;",
            "&#0;",
            "<",
            "</",
            "<b>",
            "<!--",
            "<script>",
            "]]>",
            "[",
            "](",
            "![",
            "*",
            "_",
            "`",
            "> ",
            "- ",
            "1. ",
            "\n",
            "\r\n",
            "\t",
            "\u00a0",
            "\"",
            "\u201c",
            "\u201d",
            "'",
            "\u2019",
            "\\",
            "/",
            "//",
            "://",
            "https://",
            "xn--",
            ".",
            "..",
            ":",
            ";",
            "?",
            "#",
            "@",
            "=",
            "-",
            "--",
            "\u2014",
            "1",
            "1,000",
            "1e9",
            "10%",
            "\u20ac",
            " million ",
            " said ",
            "not ",
            "n't ",
            "2026-01-01",
            "T10:00:00Z",
            "+02:00",
            "W/\"",
            "*/",
            "a",
            "\u00df",
            "\u0130",
            "\u0131",
            "\u03c2",
            "\u05d0",
            "\u0627",
            "\u0e01",
            "\u4e2d",
            "\uac00",
            "\ufb01");

    private HostileText() {}

    /** Up to some hundred characters, or one piece up to that many times. */
    public static Arbitrary<String> upTo(int times) {
        var mixed = Arbitraries.oneOf(Arbitraries.of(MARKS), ANY.ofMaxLength(3))
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
        var monotonous = Combinators.combine(
                        Arbitraries.of(MARKS), Arbitraries.integers().between(1, times), Arbitraries.of(MARKS))
                .as((piece, number, end) -> piece.repeat(number) + end);
        return Arbitraries.oneOf(mixed, monotonous, ANY.ofMaxLength(80));
    }

    /** So many of them, for tests that jqwik does not run. */
    public static List<String> some(int number, int times, Random random) {
        var texts = new ArrayList<String>();
        JqwikSession.run(() ->
                upTo(times).generator(1_000).stream(random).limit(number).forEach(text -> texts.add(text.value())));
        return texts;
    }
}
