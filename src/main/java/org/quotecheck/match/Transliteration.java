package org.quotecheck.match;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whether two names in Latin letters may be one name of another script, as Mohammed and Muhammad, Yusuf and Youssef.
 */
final class Transliteration {

    /** A shorter name is too often another one with a letter changed. */
    private static final int FEWEST_CONSONANTS = 3;

    private static final int SHORTEST = 5;
    /** In this order. */
    private static final Map<Pattern, String> SOUNDS = sounds(
            "ts?ch|cz",
            "C",
            "[sz]h|sch",
            "S",
            "kh",
            "h",
            "[dgt]h(?=[aeiouy])",
            "t",
            "ph",
            "f",
            "[qc]k?|ck",
            "k",
            "ks",
            "x",
            "w",
            "v",
            "y|j",
            "i",
            "ou|oo",
            "u",
            "ee|ie|i+",
            "i",
            "z",
            "s",
            "h$",
            "",
            "([a-zA-Z])\\1+",
            "$1");

    private Transliteration() {}

    /** @param a folded, as b is */
    static boolean isSameName(String a, String b) {
        if (Math.min(a.length(), b.length()) < SHORTEST) {
            return false;
        }
        var here = sound(a);
        var there = sound(b);
        var consonants = consonants(here);
        return consonants.length() >= FEWEST_CONSONANTS
                && consonants.equals(consonants(there))
                && haveLikeVowels(here, there);
    }

    private static String sound(String name) {
        var sound = name;
        for (var rule : SOUNDS.entrySet()) {
            sound = rule.getKey().matcher(sound).replaceAll(rule.getValue());
        }
        return sound;
    }

    private static String consonants(String sound) {
        return sound.replaceAll("[aeiou]", "");
    }

    /** a and e, e and i, o and u stand for one another, none for another; a vowel at the end says nothing. */
    private static boolean haveLikeVowels(String a, String b) {
        var here = vowels(a);
        var there = vowels(b);
        if (here.length() != there.length()) {
            return false;
        }
        for (int i = 0; i < here.length(); i++) {
            if (!isLike(here.charAt(i), there.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String vowels(String sound) {
        return sound.replaceAll("[^aeiou]", "");
    }

    private static boolean isLike(char a, char b) {
        return a == b || "ae ea ei ie ou uo".contains("" + a + b);
    }

    private static Map<Pattern, String> sounds(String... rules) {
        var sounds = new LinkedHashMap<Pattern, String>();
        for (int i = 0; i < rules.length; i += 2) {
            sounds.put(Pattern.compile(rules[i]), rules[i + 1]);
        }
        return sounds;
    }
}
