package org.quotecheck.embed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HexFormat;
import org.quotecheck.digest.Sha256;

/** The iframe page's own style and script: inside the page, and named by their hashes in its policy. */
final class EmbedAssets {

    static final String STYLE = read("embed.css");
    static final String SCRIPT = read("embed.js");

    /** Any site may frame this page, and this page alone; it loads nothing. */
    static final String POLICY = ("default-src 'none'; script-src '%s'; style-src '%s'; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors *")
            .formatted(hash(SCRIPT), hash(STYLE));

    private EmbedAssets() {}

    private static String hash(String content) {
        return "sha256-" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Sha256.hex(content)));
    }

    private static String read(String file) {
        try (var in = EmbedAssets.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
