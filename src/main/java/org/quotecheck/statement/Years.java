package org.quotecheck.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.quotecheck.body.Faults;

/** Years that something in the news can have: 1000 to next year. */
public final class Years {

    private static final int FIRST = 1000;

    private Years() {}

    /**
     * @param pointer to the date in the body
     * @param date null is fine
     */
    public static void check(Faults faults, String pointer, LocalDate date, Instant now) {
        int last = year(now) + 1;
        if (date != null && (date.getYear() < FIRST || date.getYear() > last)) {
            faults.add(pointer, "must have a year from " + FIRST + " to " + last);
        }
    }

    /** The same for a time. */
    public static void check(Faults faults, String pointer, Instant time, Instant now) {
        check(faults, pointer, time == null ? null : LocalDate.ofInstant(time, ZoneOffset.UTC), now);
    }

    private static int year(Instant now) {
        return now.atZone(ZoneOffset.UTC).getYear();
    }
}
