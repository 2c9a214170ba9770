package org.quotecheck.article;

import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What language words are in: as stated, otherwise judging by them, otherwise unknown. */
public final class Languages {

    /** BCP 47, for what is not determined. */
    static final String UNKNOWN = "und";

    private static final String ENGLISH = "en";

    private static final Pattern TAG = Pattern.compile(SubmitArticle.LANGUAGE);
    /** Fewer letters tell too little, more tell nothing new. */
    private static final int FEWEST = 60;

    private static final int FEWEST_SYLLABLES = 20;

    private static final int MOST = 4_000;
    /** Of Unicode's letters; kana come later. */
    private static final int FIRST_HANGUL = 0x1100;

    private static final double SURE = 0.95;
    private static final long SEED = 7;
    /** Languages with quotation marks that the engine has, as the library names them. */
    static final List<String> KNOWN = List.of(
            "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "it",
            "ja", "ko", "lt", "lv", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk", "zh-CN",
            "zh-TW");

    /**
     * Loaded with the first text whose language nobody says: static initialisers run when the native executable is
     * built, and would leave some 30 MB of profiles in it.
     */
    private static LanguageDetector detector;

    private Languages() {}

    /** A tag as pages write it ("en_GB"), as BCP 47 has it, without extensions; empty if it is not one. */
    static Optional<String> tag(String said) {
        return Optional.ofNullable(said)
                .map(text -> text.strip().replace('_', '-'))
                .map(text -> TAG.matcher(text).matches()
                        ? text
                        : Locale.forLanguageTag(text).stripExtensions().toLanguageTag())
                .filter(text -> TAG.matcher(text).matches())
                .filter(text -> !text.equalsIgnoreCase(UNKNOWN));
    }

    /** By the words; {@link #UNKNOWN} where they are too few, or fit several. */
    static String of(String text) {
        var words = text.substring(0, Math.min(text.length(), MOST));
        var written = writing(words);
        if (written.isPresent()) {
            return written.get();
        }
        if (words.chars().filter(Character::isLetter).limit(FEWEST).count() < FEWEST) {
            return UNKNOWN;
        }
        return detector().getProbabilities(words).stream()
                .filter(language -> language.getProbability() >= SURE)
                .findFirst()
                .map(language -> language.getLocale().toString())
                .orElse(UNKNOWN);
    }

    /** Of a statement, which is mostly too short to be judged by its words: English in Latin letters. */
    public static String ofStatement(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long latin = text.codePoints()
                .filter(Character::isLetter)
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                .count();
        return latin > 0 && latin * 2 >= letters ? ENGLISH : of(text);
    }

    /** By a script that only one language has: in Japanese the detector sees the Chinese characters first. */
    private static Optional<String> writing(String words) {
        int letters = 0;
        int kana = 0;
        int hangul = 0;
        for (int i = 0; i < words.length(); i++) {
            int c = words.codePointAt(i);
            i += Character.charCount(c) - 1;
            if (Character.isLetter(c)) {
                letters++;
                var script = c < FIRST_HANGUL ? null : Character.UnicodeScript.of(c);
                kana += script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA
                        ? 1
                        : 0;
                hangul += script == Character.UnicodeScript.HANGUL ? 1 : 0;
            }
        }
        if (letters < FEWEST_SYLLABLES) {
            return Optional.empty();
        }
        if (kana * 5 > letters) {
            return Optional.of("ja");
        }
        return hangul * 2 > letters ? Optional.of("ko") : Optional.empty();
    }

    private static synchronized LanguageDetector detector() {
        if (detector == null) {
            try {
                detector = LanguageDetectorBuilder.create(NgramExtractors.standard())
                        .withProfiles(new LanguageProfileReader()
                                .read(LanguageProfileReader.class.getClassLoader(), "languages", KNOWN))
                        .seed(SEED)
                        .build();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return detector;
    }

    /** As the engine takes it: null, for it to judge, where nothing is known. */
    static String spoken(String language) {
        return UNKNOWN.equals(language) ? null : language;
    }
}
