package org.quotecheck.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PostgreSQL wrote of the statements that it executed: {@code log_statement = all}, an empty line prefix. */
public final class StatementLog {

    private static final Pattern STATEMENT = Pattern.compile("LOG:  (?:execute [^:]*|statement): (.*)");
    private static final Pattern PARAMETERS = Pattern.compile("DETAIL:  [Pp]arameters: (.*)");
    private static final Pattern NUMBER = Pattern.compile("\\$(\\d+)");
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = ('(?:[^']|'')*'|NULL)");

    private static final Pattern UUIDS = Pattern.compile("\\{\"?[0-9a-f]{8}-[0-9a-f]{4}-.*");

    private final Path file;
    private int read;

    public StatementLog(Path file) {
        this.file = file;
    }

    /** A statement on one line, and by number ($1, …) what stood for its parameters, as SQL has it: quoted, or NULL. */
    private record Statement(String sql, Map<String, String> parameters) {

        String filled() {
            return put(number -> parameters.get(number));
        }

        private String put(UnaryOperator<String> value) {
            return NUMBER.matcher(sql).replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))));
        }
    }

    /** The statements since the last call, each on one line, with its parameters written into it. */
    public List<String> next() throws IOException {
        return statements().stream().map(Statement::filled).toList();
    }

    /** The statements since the last call as one script, whose variables begin with this prefix. */
    public Pgbench.Script script(String prefix) throws IOException {
        var variables = new LinkedHashMap<String, String>();
        var sql = new StringBuilder();
        int number = 0;
        for (var statement : statements()) {
            var begin = prefix + number++ + '_';
            sql.append(statement.put(parameter -> {
                        var value = statement.parameters().get(parameter);
                        if (value.equals("NULL")) {
                            return value;
                        }
                        var plain = value.substring(1, value.length() - 1).replace("''", "'");
                        variables.put(begin + parameter, plain);
                        return typed(':' + begin + parameter, plain);
                    }))
                    .append(";\n");
        }
        return new Pgbench.Script(sql.toString(), variables);
    }

    /** Arrays with the type that the driver gives them, which PostgreSQL cannot tell from unnest(?). */
    private static String typed(String variable, String value) {
        return !value.startsWith("{")
                ? variable
                : "cast(" + variable + (UUIDS.matcher(value).matches() ? " as uuid[])" : " as text[])");
    }

    private List<Statement> statements() throws IOException {
        var lines = Files.readAllLines(file);
        var statements = new ArrayList<Statement>();
        for (var line : records(lines.subList(read, lines.size()))) {
            var statement = STATEMENT.matcher(line);
            var parameters = PARAMETERS.matcher(line);
            if (statement.matches()) {
                statements.add(new Statement(statement.group(1), new HashMap<>()));
            } else if (parameters.matches() && !statements.isEmpty()) {
                PARAMETER
                        .matcher(parameters.group(1))
                        .results()
                        .forEach(value -> statements.getLast().parameters().put(value.group(1), value.group(2)));
            }
        }
        read = lines.size();
        return statements;
    }

    /** Whether PostgreSQL writes all statements, as {@link #next()} reads them; its owner says so. */
    public void record(Connection owner, boolean all) throws SQLException, InterruptedException {
        var what = all ? "all" : "none";
        try (var statement = owner.createStatement()) {
            statement.execute("alter system set log_line_prefix = ''");
            statement.execute("alter system set log_statement = '" + what + "'");
            statement.execute("select pg_reload_conf()");
            // a session reads the new setting before its next statement
            for (int i = 0; i < 100; i++) {
                try (var row = statement.executeQuery("show log_statement")) {
                    row.next();
                    if (row.getString(1).equals(what)) {
                        return;
                    }
                }
                Thread.sleep(20);
            }
        }
        throw new IllegalStateException("PostgreSQL does not take log_statement = " + what);
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
}
