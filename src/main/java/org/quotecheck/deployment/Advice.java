package org.quotecheck.deployment;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** What an operator reads of a start, or of a task, that failed: what the database said, and what to do about it. */
public final class Advice {

    /** @param state beginning of an SQLSTATE */
    private record Rule(String state, String words) {}

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "08",
                    "See that PostgreSQL runs and can be reached from here, and check QUARKUS_DATASOURCE_JDBC_URL."),
            new Rule("28", "Check QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD."),
            new Rule("3D", "Create the database, or check its name in QUARKUS_DATASOURCE_JDBC_URL."),
            new Rule("42501", "Run this as the user who owns the database, or grant this one what is missing."),
            new Rule("25006", "Run this at the primary: this one is a standby, or was set to be read only."),
            new Rule("53100", "Make room on the database's disk, and run this again."),
            new Rule("53", "See what else uses the database up, and run this again."),
            new Rule("55P03", "Another session holds a lock: let it end, or end it, and run this again."),
            new Rule("57", "The database was ended or took too long: see its log, and run this again."),
            new Rule("P0001", "Give it another database."),
            new Rule("", "See the database's log; go back to the release before, which this schema still fits."));

    private static final String OTHER_SCHEMA = "This schema was made by another release:"
            + " install that one, or restore the backup that belongs to this one.";
    private static final Pattern FIRST_LINE = Pattern.compile("[\\r\\n]");

    private Advice() {}

    /** One line; empty of what has nothing to do with the database or a task, which needs its whole account. */
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
        return all.getLast() instanceof WrongTask wrong ? Optional.of(wrong.getMessage()) : Optional.empty();
    }

    private static String of(SQLException failure) {
        var state = failure.getSQLState() == null ? "" : failure.getSQLState();
        var rule = RULES.stream()
                .filter(one -> state.startsWith(one.state))
                .findFirst()
                .orElseThrow();
        return said(failure.getMessage() + (state.isEmpty() ? "" : " (SQLSTATE " + state + ")"), rule.words);
    }

    private static String said(String message, String advice) {
        var line = String.join(" ", FIRST_LINE.split(String.valueOf(message))).strip();
        return "The database refused: " + line + (line.endsWith(".") ? " " : ". ") + advice + " Nothing is half done.";
    }

    /** What led to it last; it may go round. */
    private static List<Throwable> causes(Throwable failure) {
        var all = new ArrayList<Throwable>();
        for (var one = failure; one != null && !all.contains(one); one = one.getCause()) {
            all.add(one);
        }
        return all;
    }
}
