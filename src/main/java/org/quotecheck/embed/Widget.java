package org.quotecheck.embed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.quotecheck.digest.Sha256;

/** The widget's script as this release has it; a native executable has it ready-made. */
public final class Widget {

    static final String MEDIA_TYPE = "text/javascript;charset=utf-8";

    /** Readers do not pay for indentation and for comments that have lines of their own. */
    private static final Pattern NOT_SENT =
            Pattern.compile("^(?:\\s++|//.*\n|/\\*\\*(?s:.*?)\\*/)++", Pattern.MULTILINE);

    static final byte[] SCRIPT = script();

    private static final int HASH_LENGTH = 16;

    /** What stands in the name of the script that never changes. */
    public static final String HASH = Sha256.hex(SCRIPT).substring(0, HASH_LENGTH);

    /** Subresource Integrity: {@code sha384-…} for the script element's {@code integrity}. */
    public static final String INTEGRITY = integrity();

    private Widget() {}

    static String etag() {
        return '"' + HASH + '"';
    }

    private static byte[] script() {
        try (var in = Widget.class.getResourceAsStream("/widget/quotecheck.js")) {
            return NOT_SENT.matcher(new String(in.readAllBytes(), UTF_8))
                    .replaceAll("")
                    .getBytes(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String integrity() {
        try {
            return "sha384-"
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-384").digest(SCRIPT));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-384", e);
        }
    }
}
