package org.quotecheck.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** What a caller takes (RFC 9110, section 12.5.1). */
public final class Accepted {

    private static final Pattern NO_WEIGHT = Pattern.compile("0(\\.0*)?");

    private Accepted() {}

    /** Best first; none where the header cannot be read: an answer must reach the client all the same. */
    public static List<MediaType> types(HttpHeaders headers) {
        try {
            return headers.getAcceptableMediaTypes();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** Whether the most specific range that has this type gives it a weight; where none can be read, any is taken. */
    public static boolean allows(HttpHeaders headers, MediaType type) {
        var ranges = types(headers);
        return ranges.isEmpty()
                || ranges.stream()
                        .filter(range -> range.isCompatible(type))
                        .max(Comparator.comparing((MediaType range) -> !range.isWildcardType())
                                .thenComparing(range -> !range.isWildcardSubtype()))
                        .filter(range -> !NO_WEIGHT
                                .matcher(range.getParameters().getOrDefault("q", "1"))
                                .matches())
                        .isPresent();
    }
}
