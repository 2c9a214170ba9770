package org.quotecheck.deployment;

import java.net.BindException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** What an operator reads when a start or a task failed: what the database or system said, and what to do about it. */
public final class Advice {

    /** @param state beginning of an SQLSTATE */
    private record StateRule(String state, String words) {}

    private static final List<StateRule> RULES = List.of(
            new StateRule(
                    "08",
                    "Check that PostgreSQL is running and can be reached from here, and check "
                            + "QUARKUS_DATASOURCE_JDBC_URL."),
            new StateRule("28", "Check QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD."),
            new StateRule("3D", "Create the database, or check its name in QUARKUS_DATASOURCE_JDBC_URL."),
            new StateRule("42501", "Run this as the user who owns the database, or grant this user what is missing."),
            new StateRule("25006", "Run this on the primary: this server is a standby, or was set to read-only."),
            new StateRule("53100", "Free space on the database's disk, and run this again."),
            new StateRule("53", "Find out what else is using up the database, and run this again."),
            new StateRule("55P03", "Another session holds a lock: let it end, or end it, and run this again."),
            new StateRule("57", "The database was shut down or took too long: see its log, and run this again."),
            new StateRule("P0001", "Use another database."),
            new StateRule(
                    "", "See the database's log; go back to the previous release, which this schema still fits."));

    private static final String OTHER_SCHEMA = "This schema was made by another release:"
            + " install that one, or restore the backup that belongs to this one.";
    private static final Pattern ADDRESS = Pattern.compile("management interface on (\\S+)");
    private static final Pattern FIRST_LINE = Pattern.compile("[\\r\\n]");

    private Advice() {}

    /** One line; empty for a failure of another kind, which needs its whole stack trace. */
    public static Optional<String> on(Throwable failure) {
        var all = causes(failure);
        for (var one : all) {
            if (one instanceof FlywayValidateException) {
                return Optional.of(said(one.getMessage(), OTHER_SCHEMA));
            }
        }
        for (var one : all) {
            if (one instanceof SQLException sql) {
                return Optional.of(of(sql));
            }
        }
        for (var one : all) {
            if (one instanceof FlywayException) {
                return Optional.of(said(one.getMessage(), RULES.getLast().words));
            }
        }
        for (var one : all) {
            if (one instanceof BindException) {
                return Optional.of(taken(all, one.getMessage()));
            }
        }
        return all.getLast() instanceof WrongTask wrong ? Optional.of(wrong.getMessage()) : Optional.empty();
    }

    /** Which address it was stands in the message of one of those around it. */
    private static String taken(List<Throwable> all, String reason) {
        var address = all.stream()
                .map(one -> ADDRESS.matcher(String.valueOf(one.getMessage())))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .reduce((outer, inner) -> inner);
        return address.isPresent()
                ? "Metrics cannot be served at " + address.get() + " (" + reason
                        + "): check QUARKUS_MANAGEMENT_HOST and QUARKUS_MANAGEMENT_PORT."
                : "The server's address cannot be used (" + reason
                        + "): check QUARKUS_HTTP_HOST and QUARKUS_HTTP_PORT.";
    }

    private static String of(SQLException failure) {
        for (var one : causes(failure)) {
            if (one instanceof UnknownHostException) {
                return "The database's host is unknown: " + one.getMessage() + ". Check QUARKUS_DATASOURCE_JDBC_URL."
                        + " Nothing was left half done.";
            }
        }
        var state = failure.getSQLState() == null ? "" : failure.getSQLState();
        var rule = RULES.stream()
                .filter(one -> state.startsWith(one.state))
                .findFirst()
                .orElseThrow();
        return said(failure.getMessage() + (state.isEmpty() ? "" : " (SQLSTATE " + state + ")"), rule.words);
    }

    private static String said(String message, String advice) {
        var line = String.join(" ", FIRST_LINE.split(String.valueOf(message))).strip();
        return "The database refused: " + line + (line.endsWith(".") ? " " : ". ") + advice
                + " Nothing was left half done.";
    }

    /** The failure and its causes, of which one may cause itself. */
    private static List<Throwable> causes(Throwable failure) {
        var all = new ArrayList<Throwable>();
        for (var one = failure; one != null && !all.contains(one); one = one.getCause()) {
            all.add(one);
        }
        return all;
    }
}
