package org.quotecheck.address;

import java.util.Locale;
import java.util.regex.Pattern;

/** The one spelling of percent-encodings: RFC 3986, sections 6.2.2.1 and 6.2.2.2. */
final class Escapes {

    /** Preceded by what begins an escape but does not complete it: decoding would complete that one. */
    private static final Pattern ESCAPE = Pattern.compile("(%[0-9A-Fa-f]?)?%([0-9A-Fa-f]{2})");

    private Escapes() {}

    /** Unreserved characters as they are, the hex digits of all others in upper case. */
    static String normalised(String text) {
        return text.indexOf('%') < 0
                ? text
                : ESCAPE.matcher(text)
                        .replaceAll(found -> found.group(1) == null
                                ? of((char) Integer.parseInt(found.group(2), 16))
                                : found.group().toUpperCase(Locale.ROOT));
    }

    private static String of(char c) {
        boolean unreserved = c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
        return unreserved ? String.valueOf(c) : "%%%02X".formatted((int) c);
    }
}
