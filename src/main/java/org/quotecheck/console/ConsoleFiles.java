package org.quotecheck.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.quotecheck.digest.Sha256;

/** The console's built files (ADR 11). Read when somebody asks for the console, never at start-up. */
final class ConsoleFiles {

    static final byte[] PAGE = read("index.html");
    static final String ETAG = '"' + Sha256.hex(PAGE).substring(0, 16) + '"';

    private static final List<String> NAMES = new String(read("list.txt"), UTF_8)
            .lines()
            .filter(line -> line.endsWith(".js") || line.endsWith(".css"))
            .toList();

    private ConsoleFiles() {}

    /** A file whose name holds the hash of its content. */
    static Optional<byte[]> named(String name) {
        return Optional.of(name).filter(NAMES::contains).map(ConsoleFiles::read);
    }

    private static byte[] read(String file) {
        try (var in = ConsoleFiles.class.getResourceAsStream("/console/" + file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
