package org.quotecheck.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.quotecheck.problem.Problem;

/** Years that something in the news can have: 1000 to next year. */
public final class Years {

    private static final int FIRST = 1000;

    private Years() {}

    /**
     * @param date null is fine
     * @throws Problem 422
     */
    public static void check(String pointer, LocalDate date, Instant now) {
        int last = year(now) + 1;
        if (date != null && (date.getYear() < FIRST || date.getYear() > last)) {
            throw Problem.invalid(pointer, "must have a year from " + FIRST + " to " + last);
        }
    }

    /**
     * @param time null is fine
     * @throws Problem 422
     */
    public static void check(String pointer, Instant time, Instant now) {
        check(pointer, time == null ? null : LocalDate.ofInstant(time, ZoneOffset.UTC), now);
    }

    private static int year(Instant now) {
        return now.atZone(ZoneOffset.UTC).getYear();
    }
}
