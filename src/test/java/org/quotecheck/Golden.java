package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Files in src/test/resources/golden that say what must not change unseen; -Dgolden.write=true writes them anew. */
public final class Golden {

    private static final Path FILES = Path.of("src/test/resources/golden");

    private Golden() {}

    /** @param meaning what it means when they differ */
    public static void assertSame(String file, String present, String meaning) {
        try {
            var path = FILES.resolve(file);
            if (Boolean.getBoolean("golden.write")) {
                Files.writeString(path, present);
            }
            assertThat(present).as(meaning).isEqualTo(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Statements one after another, each under its name. */
    public static String sql(Map<String, String> statements) {
        return statements.entrySet().stream()
                .map(statement ->
                        "-- " + statement.getKey() + "\n" + statement.getValue().strip())
                .collect(Collectors.joining(";\n\n", "", ";\n"));
    }
}
