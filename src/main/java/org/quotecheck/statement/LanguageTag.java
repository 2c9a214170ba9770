package org.quotecheck.statement;

import java.util.Locale;

/** BCP 47. */
public final class LanguageTag {

    private LanguageTag() {}

    /** The primary language subtag in lower case: "pt" of "pt-BR", and of "PT_br" as some write it; null for null. */
    public static String primary(String tag) {
        return tag == null ? null : tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    }
}
