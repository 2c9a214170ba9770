package org.quotecheck.embed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The scripts that publishers load. All that were ever published are still served under their hash, so that a page that
 * names one never breaks; a native executable has the present ones ready-made.
 */
public enum Widget {
    /** Defines {@code <quote-check>}. */
    QUOTECHECK("quotecheck"),
    /** Defines {@code <quote-check-article>}, and {@code <quote-check>} too. */
    ARTICLE("quotecheck-article");

    /** How long a script with its hash in its name may be kept. */
    static final String FOR_EVER = "public, max-age=31536000, immutable";

    static final String MEDIA_TYPE = "text/javascript;charset=utf-8";

    private final String scriptName;
    private final List<String> published;
    private final byte[] present;
    private final String integrity;

    Widget(String scriptName) {
        this.scriptName = scriptName;
        this.published = Published.hashes(scriptName);
        this.present = read(published.getFirst() + ".js");
        this.integrity = integrityOf(present);
    }

    /** The path under which the script never changes. */
    public String pinnedPath() {
        return "/embed/v1/" + scriptName + '.' + hash() + ".js";
    }

    /** The path under which it is always the newest. */
    public String path() {
        return "/embed/v1/" + scriptName + ".js";
    }

    /** Subresource Integrity: {@code sha384-…} for the script element's {@code integrity}. */
    public String integrity() {
        return integrity;
    }

    String hash() {
        return published.getFirst();
    }

    String etag() {
        return '"' + hash() + '"';
    }

    byte[] script() {
        return present;
    }

    /** Any script that was published under this name. */
    Optional<byte[]> withHash(String hash) {
        return hash.equals(hash())
                ? Optional.of(present)
                : Optional.of(hash).filter(published::contains).map(known -> read(known + ".js"));
    }

    /** The list of what was published; apart, because an enum's constants are made before its other fields. */
    private static final class Published {

        private static final List<String[]> LIST = new String(read("list.txt"), UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" "))
                .toList();

        /** The newest first. */
        static List<String> hashes(String script) {
            return LIST.stream()
                    .filter(row -> row[1].equals(script))
                    .map(row -> row[2])
                    .toList();
        }
    }

    private static byte[] read(String file) {
        try (var in = Widget.class.getResourceAsStream("/widget/" + file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String integrityOf(byte[] script) {
        try {
            return "sha384-"
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-384").digest(script));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-384", e);
        }
    }
}
