package org.quotecheck.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quotecheck.digest.Sha256;
import org.quotecheck.problem.Problem;

/**
 * The value of an If-Match or If-None-Match header (RFC 9110, sections 13.1.1 and 13.1.2): {@code *} or a list of
 * entity tags. Our tags are strong and read {@code "version"} or {@code "version.variant"}: the variant (a role, a
 * language) distinguishes representations, and only the version counts when a change is asked for.
 */
record EntityTags(boolean any, List<Tag> tags) {

    private record Tag(boolean weak, String opaque) {}

    /** What a header may hold (RFC 9110, section 8.8.3), and every proxy passes on. */
    private static final Pattern SENDABLE = Pattern.compile("\"[!#-~]{0,256}\"");

    /** The same tag, or its digest where a row that is wrong gave it what no header can hold. */
    static String sendable(String etag) {
        return SENDABLE.matcher(etag).matches() ? etag : '"' + Sha256.hex(etag) + '"';
    }

    /** @throws Problem 400 when the value is neither {@code *} nor a list of entity tags */
    static Optional<EntityTags> parse(String header, String value) {
        if (value == null) {
            return Optional.empty();
        }
        var rest = value.strip();
        if (rest.equals("*")) {
            return Optional.of(new EntityTags(true, List.of()));
        }
        var tags = new ArrayList<Tag>();
        int at = skipEmpty(rest, 0);
        while (at < rest.length()) {
            boolean weak = rest.startsWith("W/", at);
            int open = weak ? at + 2 : at;
            int close = open < rest.length() && rest.charAt(open) == '"' ? rest.indexOf('"', open + 1) : -1;
            if (close < 0) {
                throw malformed(header);
            }
            tags.add(new Tag(weak, rest.substring(open + 1, close)));
            at = skipBlanks(rest, close + 1);
            if (at < rest.length() && rest.charAt(at) != ',') {
                throw malformed(header);
            }
            at = skipEmpty(rest, at);
        }
        if (tags.isEmpty()) {
            throw malformed(header);
        }
        return Optional.of(new EntityTags(false, tags));
    }

    /** Strong comparison of the version alone, whatever variant the client read. */
    boolean matchVersion(String version) {
        return any
                || tags.stream()
                        .anyMatch(tag ->
                                !tag.weak && (tag.opaque.equals(version) || tag.opaque.startsWith(version + ".")));
    }

    /** Weak comparison of the whole tag, as If-None-Match requires; {@code etag} is quoted. */
    boolean match(String etag) {
        return any || tags.stream().anyMatch(tag -> etag.equals('"' + tag.opaque + '"'));
    }

    /** Empty elements of a list are ignored (RFC 9110, section 5.6.1.2). */
    private static int skipEmpty(String list, int from) {
        int at = from;
        while (at < list.length() && list.charAt(at) == ',') {
            at = skipBlanks(list, at + 1);
        }
        return at;
    }

    private static int skipBlanks(String text, int at) {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private static Problem malformed(String header) {
        return Problem.malformed(header + " must be * or a list of entity tags in double quotes.");
    }
}
