package org.quotecheck.address;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Query parameters that only tell where a reader came from, from the list that the widget also has. */
final class TrackingParameters {

    private static final String LIST = "/tracking-parameters.txt";

    /** Read when the first URL has a query. */
    private static final class Names {
        static final Set<String> ALL = read();

        private static Set<String> read() {
            try (var in = TrackingParameters.class.getResourceAsStream(LIST)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private TrackingParameters() {}

    /** By the name as it stands in a query; case does not count. */
    static boolean has(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        int underscore = lower.indexOf('_');
        return Names.ALL.contains(lower)
                || underscore > 0 && Names.ALL.contains(lower.substring(0, underscore + 1) + '*');
    }
}
