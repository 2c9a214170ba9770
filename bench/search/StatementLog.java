package org.quotecheck.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PostgreSQL wrote of the statements that it executed: {@code log_statement = all}, an empty line prefix. */
final class StatementLog {

    private static final Pattern STATEMENT = Pattern.compile("LOG:  (?:execute [^:]*|statement): (.*)");
    private static final Pattern PARAMETERS = Pattern.compile("DETAIL:  [Pp]arameters: (.*)");
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = ('(?:[^']|'')*'|NULL)");

    private final Path file;
    private int read;

    StatementLog(Path file) {
        this.file = file;
    }

    /** The statements since the last call, each on one line, with its parameters written into it. */
    List<String> next() throws Exception {
        var lines = Files.readAllLines(file);
        var statements = new ArrayList<String>();
        for (var line : records(lines.subList(read, lines.size()))) {
            var statement = STATEMENT.matcher(line);
            var parameters = PARAMETERS.matcher(line);
            if (statement.matches()) {
                statements.add(statement.group(1));
            } else if (parameters.matches() && !statements.isEmpty()) {
                statements.add(filled(statements.removeLast(), parameters.group(1)));
            }
        }
        read = lines.size();
        return statements;
    }

    /** A record goes on in lines that begin with a tab. */
    private static List<String> records(List<String> lines) {
        var records = new ArrayList<String>();
        for (var line : lines) {
            if (line.startsWith("\t") && !records.isEmpty()) {
                records.add(records.removeLast() + ' ' + line.strip());
            } else {
                records.add(line);
            }
        }
        return records;
    }

    private static String filled(String statement, String parameters) {
        var filled = statement;
        var values = PARAMETER.matcher(parameters).results().toList().reversed();
        for (var value : values) {
            filled = filled.replaceAll("\\$" + value.group(1) + "(?!\\d)", Matcher.quoteReplacement(value.group(2)));
        }
        return filled;
    }
}
