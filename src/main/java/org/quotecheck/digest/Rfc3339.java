package org.quotecheck.digest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Times as they are sent (RFC 3339, section 5.6), with years of four digits and without leap seconds. */
public final class Rfc3339 {

    private static final Pattern TIME = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})");

    private Rfc3339() {}

    /**
     * The time, cut to the microseconds that the database holds: it would round, up to the next year.
     *
     * @throws DateTimeException when it is none
     */
    public static Instant time(String text) {
        if (!TIME.matcher(text).matches()) {
            throw new DateTimeException("not in this form");
        }
        return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
    }
}
