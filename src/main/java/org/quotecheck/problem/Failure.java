package org.quotecheck.problem;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * What went wrong, with all that led to it: causes, what was suppressed, and the further exceptions of a statement. A
 * commit while the database dies has its reason among the suppressed.
 */
public final class Failure {

    /**
     * SQLSTATE class 08 (connection), 28 (user), 3D (database), 53 (resources), 57 (shutdown, or a statement that took
     * too long), 55P03 (a lock that another holds for too long), 25P03 (a transaction that stood still).
     */
    private static final List<String> AWAY = List.of("08", "28", "3D", "53", "57", "55P03", "25P03");

    private static final List<String> NO_CONNECTION = List.of("acquisition timeout", "interrupted while acquiring");
    private static final int MOST_FRAMES = 4;

    private final List<Throwable> inOrder;

    public Failure(Throwable thrown) {
        Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
        var found = new ArrayList<Throwable>();
        var next = new ArrayDeque<>(List.of(thrown));
        while (!next.isEmpty()) {
            var one = next.poll();
            if (!all.add(one)) {
                continue;
            }
            found.add(one);
            if (one.getCause() != null) {
                next.add(one.getCause());
            }
            next.addAll(Arrays.asList(one.getSuppressed()));
            if (one instanceof SQLException sql && sql.getNextException() != null) {
                next.add(sql.getNextException());
            }
        }
        inOrder = List.copyOf(found);
    }

    boolean has(Class<?> type) {
        return inOrder.stream().anyMatch(type::isInstance);
    }

    /** Whether the database cannot be reached, or does not answer in time. */
    public boolean isDatabaseAway() {
        return inOrder.stream().anyMatch(one -> one instanceof SQLException sql && isAway(sql));
    }

    private static boolean isAway(SQLException e) {
        var state = e.getSQLState();
        return state != null && AWAY.stream().anyMatch(state::startsWith)
                || e instanceof SQLTimeoutException
                || e instanceof SQLTransientConnectionException
                || state == null && isWithoutConnection(e);
    }

    /** The pool's own exceptions have no SQLSTATE. */
    private static boolean isWithoutConnection(SQLException e) {
        return e.getCause() instanceof TimeoutException
                || e.getCause() instanceof InterruptedException
                || e.getMessage() != null
                        && NO_CONNECTION.stream().anyMatch(e.getMessage().toLowerCase(Locale.ROOT)::contains);
    }

    /**
     * One line for the log: the kinds of what was thrown, and where in our code. No message: it may quote rows, tokens
     * or persons.
     */
    public String inOneLine() {
        var kinds = inOrder.stream().map(Failure::kind).distinct().collect(Collectors.joining(" < "));
        var places = inOrder.stream()
                .flatMap(one -> Arrays.stream(one.getStackTrace()))
                .filter(frame -> frame.getClassName().startsWith("org.quotecheck.") && frame.getLineNumber() > 0)
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .distinct()
                .limit(MOST_FRAMES)
                .collect(Collectors.joining(", "));
        return places.isEmpty() ? kinds : kinds + " at " + places;
    }

    /**
     * {@link #inOneLine}, under the id that the client has; everything at level DEBUG.
     *
     * @param what became of the request
     */
    public void log(Logger log, String requestId, String what) {
        log.errorf("Request %s %s: %s", requestId, what, inOneLine());
        log.debugf(inOrder.getFirst(), "Request %s %s", requestId, what);
    }

    private static String kind(Throwable one) {
        var name = one.getClass().getName();
        return one instanceof SQLException sql && sql.getSQLState() != null ? name + " " + sql.getSQLState() : name;
    }
}
