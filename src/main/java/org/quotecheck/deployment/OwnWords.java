package org.quotecheck.deployment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the organisation says on one matter: a text, its paragraphs separated by empty lines, or the place where it says
 * it.
 *
 * @param url where it says it; otherwise null
 */
public record OwnWords(String url, List<String> paragraphs) {

    private static final Pattern URL = Pattern.compile("https?://\\S+");

    /** Null where it says nothing. */
    public static OwnWords of(Optional<String> setting) {
        return setting.map(String::strip).map(OwnWords::of).orElse(null);
    }

    private static OwnWords of(String said) {
        return URL.matcher(said).matches()
                ? new OwnWords(said, List.of())
                : new OwnWords(
                        null,
                        Arrays.stream(said.split("\\R\\s*\\R"))
                                .map(String::strip)
                                .toList());
    }
}
