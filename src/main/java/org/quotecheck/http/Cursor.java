package org.quotecheck.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.quotecheck.digest.Sha256;
import org.quotecheck.problem.Problem;

/**
 * Where a list goes on: the sort key of the last item seen, so that a page stays the same while rows are inserted.
 * Opaque to clients; it holds a digest of the list's own filters and is refused with others.
 */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";

    private static final int DIGEST_LENGTH = 16;

    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9:.TZ-]{1,30}");

    private Cursor() {}

    /** @throws Problem 400 when the text is not a cursor of a list with these filters and a key of this size */
    public static List<String> read(String text, int size, Object... filters) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, -1);
            if (parts.length == size + 1
                    && parts[0].equals(digest(filters))
                    && Arrays.stream(parts).noneMatch(part -> part.indexOf('\0') >= 0)) {
                return List.of(parts).subList(1, parts.length);
            }
        } catch (IllegalArgumentException e) {
            // not Base64: falls through to the one answer for all that is no cursor
        }
        throw malformed();
    }

    /**
     * Of a list that is sorted by its items' ids
     *
     * @param text null at the list's beginning, and so is the answer
     */
    public static UUID readId(String text, Object... filters) {
        return text == null ? null : id(read(text, 1, filters).getFirst());
    }

    /**
     * One part of a key that is an id
     *
     * @throws Problem 400
     */
    public static UUID id(String part) {
        try {
            return IdConverters.id(part);
        } catch (Problem e) {
            throw malformed();
        }
    }

    /**
     * One part of a key that is a whole number
     *
     * @throws Problem 400
     */
    public static int integer(String part) {
        try {
            return Integer.parseInt(part);
        } catch (NumberFormatException e) {
            throw malformed();
        }
    }

    /**
     * One part of a key that is a number
     *
     * @throws Problem 400
     */
    public static double number(String part) {
        try {
            double number = Double.parseDouble(part);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw malformed();
    }

    /**
     * One part of a key that is a time, in years that a database knows
     *
     * @throws Problem 400
     */
    public static Instant time(String part) {
        try {
            if (TIME.matcher(part).matches()) {
                return Instant.parse(part);
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        throw malformed();
    }

    public static String write(List<String> key, Object... filters) {
        var text = digest(filters) + SEPARATOR + String.join(SEPARATOR, key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @return 400 for a cursor whose parts are not what the list puts there */
    public static Problem malformed() {
        return Problem.malformed("The cursor does not belong to this list.");
    }

    private static String digest(Object... filters) {
        return Sha256.hex(Arrays.deepToString(filters)).substring(0, DIGEST_LENGTH);
    }
}
