package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.Column;
import jakarta.persistence.Enumerated;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quotecheck.WrongRows.Place;
import org.quotecheck.claim.ClaimChanged;

/**
 * One row that is wrong, whichever column, costs that row: each column that holds JSON or codes, as the database's
 * catalogue has them, is corrupted in turn, and every GET of the contract goes on and shows all others.
 */
@Slow
@QuarkusTest
class WrongRowsTest {

    private static final List<String> WRONG_JSON = List.of("\"x\"", "{}", "[{}]", "[null]");

    @Inject
    AgroalDataSource database;

    @Inject
    SessionFactory sessions;

    @Inject
    Event<ClaimChanged> changes;

    private WrongRows rows;

    @BeforeEach
    void publish() {
        rows = new WrongRows(database, changes);
    }

    @Test
    void everyReadGoesOn() throws SQLException {
        for (var place : places()) {
            var values = place.type().equals("code") ? List.of("unheard_of") : new ArrayList<>(WRONG_JSON);
            if (place.type().equals("text")) {
                values = List.of(
                        "not JSON",
                        "[]",
                        "{\"rating\":\"unheard_of\"}",
                        "{\"id\":5}",
                        "{\"claim\":{\"claimDate\":\"2026-13-45\"}}");
            }
            var constraints = rows.constraints(place);
            constraints.forEach((name, definition) ->
                    rows.change("alter table " + place.table() + " drop constraint \"" + name + '"'));
            try {
                for (var value : values) {
                    rows.corrupt(place, value);
                    try {
                        rows.readAll(place + " = " + value);
                    } finally {
                        rows.mend(place);
                    }
                }
            } finally {
                constraints.forEach((name, definition) ->
                        rows.change("alter table " + place.table() + " add constraint \"" + name + "\" " + definition));
            }
        }
    }

    @Test
    void databaseRefusesWhatIsWrong() throws SQLException {
        for (var place : places()) {
            assertThat(rows.constraints(place)).as(place.toString()).isNotEmpty();
            assertThatThrownBy(() -> rows.set(place, place.type().equals("code") ? "unheard_of" : "\"x\""))
                    .as(place.toString())
                    .hasMessageContaining("constraint");
        }
    }

    /** Half a value of a list would cost every list that its row is in. */
    @Test
    void databaseRefusesHolesInLists() throws SQLException {
        var lists = new LinkedHashSet<Place>();
        rows.read("""
                select table_name, column_name from information_schema.columns
                where table_schema = 'public' and data_type = 'ARRAY'""", row -> lists.add(new Place(row[0], row[1], "list")));
        assertThat(lists).hasSizeGreaterThan(8);
        for (var list : lists) {
            assertThat(rows.constraints(list).values())
                    .as(list.toString())
                    .anyMatch(check -> check.contains("array_position"));
        }
        assertThatThrownBy(() -> rows.set(new Place("claim", "tags", "list"), "{NULL}"))
                .hasMessageContaining("constraint");
    }

    @Test
    void halfOfARetractionIsRefused() {
        for (var change : List.of("retraction_note = 'x'", "retraction_at = now()", "retraction_by = 'ed'")) {
            assertThatThrownBy(() -> rows.change("update claim set " + change + " where id = '" + rows.claim + "'"))
                    .hasStackTraceContaining("constraint");
        }
    }

    @Test
    void nameThatOccursTwiceIsOne() {
        rows.change("update claim set assignees = '{rita,rita}', tags = '{a,a}' where id = '" + rows.claim + "'");
        Api.editor().get("/v1/claims/" + rows.claim).then().statusCode(200);
        Api.move(Api.editor(), rows.claim, Map.of("to", "in_review")).then().statusCode(201);
    }

    /** So that the catalogue tells which columns hold codes. */
    @Test
    void columnsOfCodesAreChecked() throws SQLException {
        var checked = new TreeSet<String>();
        places().forEach(place -> checked.add(place.column()));
        for (var entity : sessions.getMetamodel().getEntities()) {
            codes(entity.getJavaType(), checked);
        }
        sessions.getMetamodel().getEmbeddables().forEach(part -> codes(part.getJavaType(), checked));
    }

    private static void codes(Class<?> type, Set<String> checked) {
        for (var field : type.getDeclaredFields()) {
            if (field.isAnnotationPresent(Enumerated.class)) {
                var column = field.getAnnotation(Column.class);
                assertThat(checked)
                        .as(type + "." + field.getName())
                        .contains(column == null || column.name().isEmpty() ? field.getName() : column.name());
            }
        }
    }

    @Test
    void transitionsSurvive() throws SQLException {
        for (var content : List.of("{\"rating\":\"unheard_of\"}", "not JSON", "{}")) {
            var broken = Api.claim(Api.unique("We won"));
            Api.publish(broken, "false");
            var place = new Place("verdict_revision", "content", "text");
            var constraints = rows.constraints(place);
            constraints
                    .keySet()
                    .forEach(name -> rows.change("alter table verdict_revision drop constraint \"" + name + '"'));
            rows.change("alter table verdict_revision disable trigger user; update verdict_revision set content = '"
                    + content + "' where claim_id = '" + broken
                    + "'; alter table verdict_revision enable trigger user");
            Api.move(Api.editor(), broken, Map.of("to", "in_review")).then().statusCode(201);
            Api.move(Api.editor(), broken, Map.of("to", "proposed")).then().statusCode(201);
            Api.move(Api.as("eva", "editor"), broken, Map.of("to", "published", "publicNote", "Read again."))
                    .then()
                    .statusCode(201);
            Api.nobody()
                    .get("/v1/claims/" + broken)
                    .then()
                    .statusCode(200)
                    .body("verdict.rating", org.hamcrest.Matchers.equalTo("false"));
            rows.change(
                    "alter table verdict_revision disable trigger user; update verdict_revision set content = '{}' where number = 1 and claim_id = '"
                            + broken + "'; alter table verdict_revision enable trigger user");
            constraints.forEach((name, definition) ->
                    rows.change("alter table verdict_revision add constraint \"" + name + "\" " + definition));
        }
    }

    /** Columns of JSON, of text that is checked to be JSON, and of codes, which a check lists. */
    private Set<Place> places() throws SQLException {
        var places = new LinkedHashSet<Place>();
        rows.read("""
                select c.table_name, c.column_name, case when c.data_type = 'jsonb' then 'jsonb'
                    when k.check_clause like '%jsonb%' then 'text' else 'code' end as type
                from information_schema.columns c
                join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
                left join information_schema.constraint_column_usage u on u.table_schema = c.table_schema and u.table_name = c.table_name and u.column_name = c.column_name
                left join information_schema.check_constraints k on k.constraint_schema = u.constraint_schema and k.constraint_name = u.constraint_name
                where c.table_schema = 'public' and c.table_name <> 'idempotency_record'
                  and (c.data_type = 'jsonb' or c.data_type = 'text' and (k.check_clause like '%jsonb%' or k.check_clause like '%ARRAY[%'))
                order by c.table_name, c.ordinal_position""", row -> places.add(new Place(row[0], row[1], row[2])));
        places.removeIf(place -> place.type().equals("text")
                && places.contains(new Place(place.table(), place.column(), "code"))
                && !place.column().equals("content"));
        places.removeIf(place -> place.column().equals("kind") && place.type().equals("text"));
        assertThat(places).hasSizeGreaterThan(15);
        return places;
    }
}
