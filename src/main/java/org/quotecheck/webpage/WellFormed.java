package org.quotecheck.webpage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages name code points that are half of one; nobody can store or send those. */
final class WellFormed {

    private static final Pattern REFERENCE = Pattern.compile(
            "&#(?:[xX]0{0,9}([dD][89a-fA-F][0-9a-fA-F]{2})(?![0-9a-fA-F])" + "|0{0,9}(5[5-7][0-9]{3})(?![0-9]));?");
    private static final String REPLACEMENT = "\ufffd";

    private WellFormed() {}

    /** HTML in which no reference names a surrogate: each is U+FFFD, as HTML has it (section 13.2.5.80). */
    static String html(String html) {
        if (!html.contains("&#")) {
            return html;
        }
        return REFERENCE
                .matcher(html)
                .replaceAll(found -> isSurrogate(found.group(1), found.group(2))
                        ? REPLACEMENT
                        : Matcher.quoteReplacement(found.group()));
    }

    private static boolean isSurrogate(String hex, String decimal) {
        int code = hex == null ? Integer.parseInt(decimal) : Integer.parseInt(hex, 16);
        return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    }

    /** Text in which each half of a pair without the other is U+FFFD. */
    static String text(String text) {
        return text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT.charAt(0) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
