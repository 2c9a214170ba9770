package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
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
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quotecheck.claim.ClaimChanged;

/**
 * One row that is wrong, whichever column, costs that row: each column that holds JSON or codes, as the database's
 * catalogue has them, is corrupted in turn, and every GET of the contract goes on and shows all others.
 */
@QuarkusTest
class WrongRowsTest {

    /** Of a table's rows, those of the claim or of its article. */
    private static final String ROWS_OF_CLAIM = "claim_id = '%1$s'";

    private static final List<String> WRONG_JSON = List.of("\"x\"", "{}", "[{}]", "[null]");

    private record Place(String table, String column, String type) {}

    @Inject
    AgroalDataSource database;

    @Inject
    SessionFactory sessions;

    @Inject
    Event<ClaimChanged> changes;

    private final String word = "w" + java.util.UUID.randomUUID().toString().replace("-", "");
    private final String url = Api.uniqueUrl();
    private String article;
    private String claim;
    private String other;
    private Walk walk;

    @BeforeEach
    void publish() {
        var submitted = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "url",
                        url,
                        "text",
                        "Mayor Ann Lee spoke.\n\n\"We have " + word + " now,\" Lee said.\n\n\"It is 3 times " + word
                                + ",\" she said."))
                .post("/v1/articles");
        article = submitted.path("id");
        var quote = submitted.<String>path("quotes[0].id");
        claim = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("quoteId", quote))
                .post("/v1/claims")
                .path("id");
        var source = Api.addSource(claim);
        Api.publish(claim, "false");
        other = Api.claim(word + " is another number");
        Api.publish(other, "true");
        var report = Api.nobody()
                .contentType(ContentType.JSON)
                .header("X-Forwarded-For", "198.18." + (claim.hashCode() & 255) + ".1")
                .body(Map.of("kind", "error", "text", "No."))
                .post("/v1/claims/" + claim + "/reports");
        walk = new Walk(
                claim,
                Map.of(
                        "/ number",
                        "1",
                        "/ n",
                        "1",
                        "/ sourceId",
                        source,
                        "/v1/articles id",
                        article,
                        "/ quoteId",
                        quote,
                        "/v1/reports id",
                        report.path("id"),
                        "/ key",
                        report.<String>path("followUp").replaceAll(".*/", "")),
                List.of(
                        "/v1/claims?q=" + word,
                        "/v1/claims?rating=false&limit=100",
                        "/v1alpha1/claims:search?query=" + word,
                        "/v1/claims?articleUrl=" + url,
                        "/v1/articles?url=" + url,
                        "/v1/reports?claimId=" + claim,
                        "/v1/review-queue?limit=100",
                        "/embed/v1/claims?ids=" + claim + "," + other,
                        "/embed/v1/articles?url=" + url));
    }

    @Test
    void everyReadGoesOn() throws SQLException {
        for (var place : places()) {
            var values = place.type.equals("code") ? List.of("unheard_of") : new ArrayList<>(WRONG_JSON);
            if (place.type.equals("text")) {
                values = List.of(
                        "not JSON",
                        "[]",
                        "{\"rating\":\"unheard_of\"}",
                        "{\"id\":5}",
                        "{\"claim\":{\"claimDate\":\"2026-13-45\"}}");
            }
            var constraints = constraints(place);
            constraints.forEach(
                    (name, definition) -> change("alter table " + place.table + " drop constraint \"" + name + '"'));
            try {
                for (var value : values) {
                    corrupt(place, value);
                    try {
                        readAll(place + " = " + value);
                    } finally {
                        mend(place);
                    }
                }
            } finally {
                constraints.forEach((name, definition) ->
                        change("alter table " + place.table + " add constraint \"" + name + "\" " + definition));
            }
        }
    }

    private void readAll(String what) {
        // no embed comes from memory
        QuarkusTransaction.requiringNew().run(() -> changes.fire(new ClaimChanged(UUID.fromString(other))));
        for (var who : List.<Supplier<RequestSpecification>>of(Api::nobody, Api::reviewer)) {
            walk.read(who).forEach((path, answer) -> {
                assertThat(answer.statusCode())
                        .as(what + ", " + path + ": " + answer.asString())
                        .isLessThan(500);
                if (path.startsWith("/v1/claims?q=")) {
                    assertThat(answer.jsonPath().getList("items.id", String.class))
                            .as(what + ", " + path)
                            .contains(other);
                } else if (path.startsWith("/embed/v1/claims?ids=") && path.contains(other)) {
                    assertThat(answer.jsonPath().getList("claims.id", String.class))
                            .as(what + ", " + path)
                            .contains(other);
                }
            });
        }
        assertThat(Api.nobody()
                        .contentType(ContentType.JSON)
                        .body(Map.of("text", word + " is another number"))
                        .post("/v1/claims/match")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("items.claim.id", String.class))
                .as(what + ", match")
                .contains(other);
    }

    @Test
    void databaseRefusesWhatIsWrong() throws SQLException {
        for (var place : places()) {
            assertThat(constraints(place)).as(place.toString()).isNotEmpty();
            assertThatThrownBy(() -> set(place, place.type.equals("code") ? "unheard_of" : "\"x\""))
                    .as(place.toString())
                    .hasMessageContaining("constraint");
        }
    }

    /** Half a value of a list would cost every list that its row is in. */
    @Test
    void databaseRefusesHolesInLists() throws SQLException {
        var lists = new LinkedHashSet<Place>();
        read("""
                select table_name, column_name from information_schema.columns
                where table_schema = 'public' and data_type = 'ARRAY'""", row -> lists.add(new Place(row[0], row[1], "list")));
        assertThat(lists).hasSizeGreaterThan(8);
        for (var list : lists) {
            assertThat(constraints(list).values())
                    .as(list.toString())
                    .anyMatch(check -> check.contains("array_position"));
        }
        assertThatThrownBy(() -> set(new Place("claim", "tags", "list"), "{NULL}"))
                .hasMessageContaining("constraint");
    }

    @Test
    void halfOfARetractionIsRefused() {
        for (var change : List.of("retraction_note = 'x'", "retraction_at = now()", "retraction_by = 'ed'")) {
            assertThatThrownBy(() -> change("update claim set " + change + " where id = '" + claim + "'"))
                    .hasStackTraceContaining("constraint");
        }
    }

    @Test
    void nameThatIsThereTwiceIsOne() {
        change("update claim set assignees = '{rita,rita}', tags = '{a,a}' where id = '" + claim + "'");
        Api.editor().get("/v1/claims/" + claim).then().statusCode(200);
        Api.move(Api.editor(), claim, Map.of("to", "in_review")).then().statusCode(201);
    }

    /** So that the catalogue tells which columns hold codes. */
    @Test
    void columnsOfCodesAreChecked() throws SQLException {
        var checked = new TreeSet<String>();
        places().forEach(place -> checked.add(place.column));
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
            var constraints = constraints(place);
            constraints
                    .keySet()
                    .forEach(name -> change("alter table verdict_revision drop constraint \"" + name + '"'));
            change("alter table verdict_revision disable trigger user; update verdict_revision set content = '"
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
            change(
                    "alter table verdict_revision disable trigger user; update verdict_revision set content = '{}' where number = 1 and claim_id = '"
                            + broken + "'; alter table verdict_revision enable trigger user");
            constraints.forEach((name, definition) ->
                    change("alter table verdict_revision add constraint \"" + name + "\" " + definition));
        }
    }

    /** Columns of JSON, of text that is checked to be JSON, and of codes, which a check lists. */
    private Set<Place> places() throws SQLException {
        var places = new LinkedHashSet<Place>();
        read("""
                select c.table_name, c.column_name, case when c.data_type = 'jsonb' then 'jsonb'
                    when k.check_clause like '%jsonb%' then 'text' else 'code' end as type
                from information_schema.columns c
                join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
                left join information_schema.constraint_column_usage u on u.table_schema = c.table_schema and u.table_name = c.table_name and u.column_name = c.column_name
                left join information_schema.check_constraints k on k.constraint_schema = u.constraint_schema and k.constraint_name = u.constraint_name
                where c.table_schema = 'public' and c.table_name <> 'idempotency_record'
                  and (c.data_type = 'jsonb' or c.data_type = 'text' and (k.check_clause like '%jsonb%' or k.check_clause like '%ARRAY[%'))
                order by c.table_name, c.ordinal_position""", row -> places.add(new Place(row[0], row[1], row[2])));
        places.removeIf(place -> place.type.equals("text")
                && places.contains(new Place(place.table, place.column, "code"))
                && !place.column.equals("content"));
        places.removeIf(place -> place.column.equals("kind") && place.type.equals("text"));
        assertThat(places).hasSizeGreaterThan(15);
        return places;
    }

    private Map<String, String> constraints(Place place) throws SQLException {
        var found = new java.util.LinkedHashMap<String, String>();
        read("""
                select k.conname, pg_get_constraintdef(k.oid) from pg_constraint k
                join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
                where k.contype = 'c' and k.conrelid = cast('%s' as regclass) and a.attname = '%s'""".formatted(place.table, place.column), row -> found.put(row[0], row[1]));
        return found;
    }

    private void corrupt(Place place, String value) throws SQLException {
        change("drop table if exists was_right;" + "create table was_right as select * from " + place.table + " where "
                + rows(place));
        set(place, value);
    }

    private void set(Place place, String value) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            try {
                statement.execute("update " + place.table + " set " + place.column + " = '" + value.replace("'", "''")
                        + "' where " + rows(place));
            } finally {
                statement.execute("set session_replication_role = origin");
            }
        }
    }

    private void mend(Place place) throws SQLException {
        var key = new ArrayList<String>();
        read("""
                select a.attname, '' from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
                where i.indisprimary and i.indrelid = cast('%s' as regclass)""".formatted(place.table), row -> key.add(row[0]));
        var same = String.join(
                " and ", key.stream().map(name -> "t." + name + " = w." + name).toList());
        change("set session_replication_role = replica; update " + place.table + " t set " + place.column + " = w."
                + place.column + " from was_right w where " + same
                + "; drop table was_right; set session_replication_role = origin");
    }

    private String rows(Place place) throws SQLException {
        var columns = new ArrayList<String>();
        read(
                "select column_name, '' from information_schema.columns where table_name = '" + place.table + "'",
                row -> columns.add(row[0]));
        if (place.table.equals("claim")) {
            return "id = '" + claim + "'";
        }
        return columns.contains("claim_id")
                ? ROWS_OF_CLAIM.formatted(claim)
                : columns.contains("article_id") ? "article_id = '" + article + "'" : "id = '" + article + "'";
    }

    private interface Row {
        void take(String[] row);
    }

    private void read(String sql, Row reader) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            int width = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                var row = new String[width];
                for (int i = 0; i < width; i++) {
                    row[i] = rows.getString(i + 1);
                }
                reader.take(row);
            }
        }
    }

    private void change(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
