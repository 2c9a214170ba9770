package org.quotecheck.address;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.netpreserve.urlcanon.Canonicalizer;
import org.netpreserve.urlcanon.ParsedUrl;

/**
 * An address as the URL Standard serialises it (section 4.5): what a browser makes of {@code https:evil} or of
 * backslashes is what the link contains, in ASCII, so that nothing can hide in it.
 */
public final class WebAddress {

    /** Of the fragment percent-encode set (section 1.3), what the library leaves. */
    private static final String FRAGMENT = " \"<>`";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private WebAddress() {}

    /** @return null for null, and unchanged when it is not one: {@link WebUrl} says what is wrong with it */
    public static String serialised(String url) {
        if (url == null) {
            return null;
        }
        try {
            CanonicalUrl.of(url);
        } catch (CanonicalUrl.Refused e) {
            return url;
        }
        var parsed = ParsedUrl.parseUrl(url.strip());
        Canonicalizer.WHATWG.canonicalize(parsed);
        return encoded(parsed.toString());
    }

    private static String encoded(String url) {
        int hash = url.indexOf('#');
        int question = url.indexOf('?');
        var ascii = new StringBuilder(url.length());
        for (int i = 0; i < url.length(); ) {
            int c = url.codePointAt(i);
            boolean inFragment = hash >= 0 && i > hash;
            boolean inQuery = question >= 0 && i > question && !inFragment;
            if (c < 0x21 || c > 0x7e || inFragment && FRAGMENT.indexOf(c) >= 0 || inQuery && c == '\'') {
                for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    ascii.append('%').append(HEX.toHexDigits(octet));
                }
            } else {
                ascii.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return ascii.toString();
    }
}
