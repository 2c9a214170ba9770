package org.quotecheck.statement;

import java.util.Locale;
import java.util.regex.Pattern;

/** BCP 47. */
public final class LanguageTag {

    private static final int LONGEST = 200;
    /** RFC 4647, section 2.1, without its wildcard. */
    private static final Pattern RANGE = Pattern.compile("[A-Za-z]{1,8}+([-_][A-Za-z0-9]{1,8}+)*+");

    private LanguageTag() {}

    /**
     * Whether it may be asked for: any well-formed tag, also one with extensions or of private use, such as browsers
     * and systems have ("de-DE-u-co-phonebk"), although no claim is kept under such a name.
     */
    public static boolean isRange(String tag) {
        return tag.length() <= LONGEST && RANGE.matcher(tag).matches();
    }

    /** The primary language subtag in lower case: "pt" of "pt-BR", and of "PT_br" as some write it; null for null. */
    public static String primary(String tag) {
        return tag == null ? null : tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    }
}
