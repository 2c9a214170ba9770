package org.quotecheck.embed;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.quotecheck.http.Sha256;

/** The widget's script as this release has it; read when first asked for. */
@ApplicationScoped
public class Widget {

    private static final int HASH_LENGTH = 16;

    /** Readers do not pay for indentation and for comments that have lines of their own. */
    private static final Pattern NOT_SENT = Pattern.compile("^(?:\\s+|//.*\n|/\\*\\*(?s:.*?)\\*/)+", Pattern.MULTILINE);

    private byte[] script;

    synchronized byte[] script() {
        if (script == null) {
            try (var in = Widget.class.getResourceAsStream("/widget/quotecheck.js")) {
                script = NOT_SENT.matcher(new String(in.readAllBytes(), UTF_8)).replaceAll("").getBytes(UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return script;
    }

    /** What stands in the name of the script that never changes. */
    public String hash() {
        return Sha256.hex(script()).substring(0, HASH_LENGTH);
    }

    /** Subresource Integrity: {@code sha384-…} for the script element's {@code integrity}. */
    public String integrity() {
        try {
            return "sha384-" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-384").digest(script()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-384", e);
        }
    }
}
