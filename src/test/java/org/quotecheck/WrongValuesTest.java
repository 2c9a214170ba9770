package org.quotecheck;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quotecheck.WrongRows.Place;
import org.quotecheck.claim.ClaimChanged;

/**
 * Each column of each table that holds text, JSON, days or fractions, with values that its type allows and nobody
 * meant. Lists, counts and a claim's times are left to the database's checks: see docs/reliability.md.
 */
@QuarkusTest
class WrongValuesTest {

    private static final String NOT_A_KEY = """
            select c.table_name, c.column_name, c.data_type from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
            where c.table_schema = 'public' and c.is_generated = 'NEVER' and not (c.table_name = 'claim' and c.data_type like 'timestamp%')
              and c.table_name not in ('idempotency_record', 'flyway_schema_history', 'submission_count', 'network_salt', 'reviewer')
              and not exists (select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
                where i.indisprimary and i.indrelid = cast(c.table_name as regclass) and a.attname = c.column_name)
            order by c.table_name, c.ordinal_position""";

    private static final List<String> TEXTS =
            List.of("", "\u0001\r\nX-Evil: \u001f\"\u202e\uffff" + "x".repeat(100_000));
    private static final List<String> NUMBERS = List.of("-1", "2147483647");
    private static final List<String> FRACTIONS = List.of("NaN", "-Infinity");
    private static final List<String> TIMES = List.of("infinity", "-infinity", "4713-01-01 BC", "294276-12-31");

    /** By the type of the column. */
    private static final Map<String, List<String>> WRONG = Map.of(
            "text", TEXTS,
            "bigint", NUMBERS,
            "real", FRACTIONS,
            "double precision", FRACTIONS,
            "date", TIMES,
            "timestamp with time zone", TIMES,
            "bytea", List.of(""),
            "jsonb",
                    List.of(
                            "null",
                            "[".repeat(900) + "]".repeat(900),
                            "{\"name\": 5, \"exact\": \"\", \"start\": -1e300, \"end\": \"x\", \"name\": null}",
                            "[1, {\"exact\": \"\", \"start\": 99999999999, \"end\": -1}]"));

    /** Claims and revisions for themselves: what is wrong there may hide the rest. */
    private static final Map<String, String> GROUPS = Map.of("claim", "claim ", "verdict_revision", "revision ");

    @Inject
    AgroalDataSource database;

    @Inject
    Event<ClaimChanged> changes;

    @Test
    void everyReadGoesOn() throws SQLException {
        var rows = new WrongRows(database, changes);
        var places = new ArrayList<Place>();
        rows.read(NOT_A_KEY, row -> places.add(new Place(row[0], row[1], row[2])));
        assertThat(places).hasSizeGreaterThan(90);
        var checks = new LinkedHashMap<String, String>();
        for (var place : places) {
            rows.constraints(place)
                    .forEach((name, check) -> checks.put(
                            "alter table " + place.table() + " drop constraint \"" + name + '"',
                            "alter table " + place.table() + " add constraint \"" + name + "\" " + check));
        }
        checks.keySet().forEach(rows::change);
        var failed = new ArrayList<String>();
        try {
            var groups =
                    places.stream().collect(groupingBy(place -> GROUPS.getOrDefault(place.table(), "") + place.type()));
            for (var group : groups.values()) {
                for (var value : WRONG.getOrDefault(group.getFirst().type(), List.of())) {
                    read(rows, group, value, failed);
                }
            }
        } finally {
            checks.values().forEach(rows::change);
        }
        assertThat(failed).isEmpty();
    }

    private static void read(WrongRows rows, List<Place> group, String value, List<String> failed) throws SQLException {
        var tables = group.stream().collect(groupingBy(Place::table, mapping(Place::column, toList())));
        for (var table : tables.keySet()) {
            rows.keep(table);
        }
        try {
            for (var place : group) {
                rows.set(place, value);
            }
            rows.readAll(group.getFirst().type() + " of " + tables.keySet() + " = " + brief(value));
        } catch (AssertionError | SQLException e) {
            failed.add(e.getMessage());
        } finally {
            for (var table : tables.entrySet()) {
                rows.mend(table.getKey(), table.getValue());
            }
        }
    }

    private static String brief(String value) {
        return value.substring(0, Math.min(60, value.length()));
    }
}
