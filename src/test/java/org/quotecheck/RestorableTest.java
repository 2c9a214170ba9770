package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * pg_restore fills tables under an empty search_path: what is computed for each row there (checks, generated columns,
 * indexes) must find its functions all the same. deploy/rehearse restores a whole database.
 */
@QuarkusTest
class RestorableTest {

    /** What PostgreSQL evaluates by itself as rows come, each with all names qualified. */
    private static final String EVALUATED = """
            select format('select %s from %s', pg_get_expr(conbin, conrelid), conrelid::regclass)
            from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace
            union all
            select format('select %s from %s', pg_get_expr(adbin, adrelid), adrelid::regclass)
            from pg_attrdef join pg_attribute on attrelid = adrelid and attnum = adnum
            join pg_class on pg_class.oid = adrelid
            where relnamespace = 'public'::regnamespace and attgenerated = 's'
            union all
            select format('select (%s) from %s', pg_get_expr(coalesce(indexprs, indpred), indrelid), indrelid::regclass)
            from pg_index join pg_class on pg_class.oid = indrelid
            where relnamespace = 'public'::regnamespace and coalesce(indexprs, indpred) is not null
            """;

    private static final Path SCHEMA = Path.of("src/main/resources/db/migration/V001__schema.sql");

    @Inject
    AgroalDataSource database;

    @Test
    void whatIsComputedForEachRowNeedsNoSearchPath() throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            run(connection, "set local search_path = ''");
            var evaluated = texts(connection, EVALUATED);
            assertThat(evaluated)
                    .hasSizeGreaterThan(40)
                    .anyMatch(each -> each.contains("public.is_verdict"))
                    .anyMatch(each -> each.contains("public.search_configuration"));
            for (var each : evaluated) {
                assertThatCode(() -> run(connection, each)).as(each).doesNotThrowAnyException();
            }
            connection.rollback();
        }
    }

    /** The check would be one of PostgreSQL's own settings, which cannot be set: so what is asked of it is more. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "< 150000 | < 990000 | Quotecheck needs PostgreSQL 15 or later, but this is 1",
                "<> 'UTF8' | <> 'LATIN1' | Quotecheck needs a database in UTF8, but this one is in UTF8"
            })
    void anUnfitDatabaseIsRefusedBeforeAnythingIsMade(String wanted, String more, String sentence) throws Exception {
        var schema = Files.readString(SCHEMA);
        var first = schema.substring(schema.indexOf("do $$"), schema.indexOf("end $$;") + "end $$;".length());
        assertThat(schema.indexOf("do $$")).isLessThan(schema.indexOf("\ncreate "));
        try (var connection = database.getConnection()) {
            assertThatCode(() -> run(connection, first)).doesNotThrowAnyException();
            assertThat(first).contains(wanted);
            assertThatThrownBy(() -> run(connection, first.replace(wanted, more)))
                    .hasMessageContaining(sentence);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
