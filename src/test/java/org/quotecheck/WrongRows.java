package org.quotecheck;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.quotecheck.claim.ClaimChanged;

/** A published claim with all that belongs to it, whose rows are made wrong and right again, and another beside it. */
final class WrongRows {

    /** A column; {@code type} says what it holds. */
    record Place(String table, String column, String type) {}

    interface Row {
        void take(String[] row);
    }

    private static final String COLUMNS = """
            select c.table_name, c.column_name, case when c.data_type = 'ARRAY' then c.udt_name else c.data_type end,
              c.is_nullable
            from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
              and t.table_type = 'BASE TABLE'
            where c.table_schema = 'public' and c.is_generated = 'NEVER' and c.table_name not in
                ('idempotency_record', 'flyway_schema_history', 'submission_count', 'network_salt', 'reviewer')
              and not exists (select from pg_index i
                join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
                where i.indisprimary and i.indrelid = cast(c.table_name as regclass) and a.attname = c.column_name)
            order by c.table_name, c.ordinal_position""";

    private static final String CHECKS = """
            select k.conname, pg_get_constraintdef(k.oid) from pg_constraint k
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
            where k.contype = 'c' and k.conrelid = cast('%s' as regclass) and a.attname = '%s'""";

    private static final String KEY = """
            select a.attname, '' from pg_index i
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
            where i.indisprimary and i.indrelid = cast('%s' as regclass)""";

    private final AgroalDataSource database;
    private final Event<ClaimChanged> changes;
    final String word = "w" + UUID.randomUUID().toString().replace("-", "");
    final String url = Api.uniqueUrl();
    final String article;
    final String claim;
    final String other;
    private final Walk walk;

    WrongRows(AgroalDataSource database, Event<ClaimChanged> changes) {
        this.database = database;
        this.changes = changes;
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

    /** Every GET answers, and what shows the other claim goes on showing it. */
    void readAll(String what) {
        var all = new SoftAssertions();
        // no embed comes from memory
        QuarkusTransaction.requiringNew().run(() -> changes.fire(new ClaimChanged(UUID.fromString(other))));
        for (var who : List.<Supplier<RequestSpecification>>of(Api::nobody, Api::reviewer)) {
            walk.read(who).forEach((path, answer) -> {
                all.assertThat(answer.statusCode())
                        .as(what + ", " + path + ": " + answer.asString())
                        .isLessThan(500);
                if (path.startsWith("/v1/claims?q=")) {
                    all.assertThat(answer.jsonPath().getList("items.id", String.class))
                            .as(what + ", " + path)
                            .contains(other);
                } else if (path.startsWith("/embed/v1/claims?ids=") && path.contains(other)) {
                    all.assertThat(answer.jsonPath().getList("claims.id", String.class))
                            .as(what + ", " + path)
                            .contains(other);
                }
            });
        }
        all.assertThat(Api.nobody()
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
        all.assertAll();
    }

    /** The same with each of these columns wrong, by what it then holds; what fails is added. */
    void read(Map<Place, String> wrong, List<String> failed) {
        var tables = wrong.keySet().stream().collect(groupingBy(Place::table, mapping(Place::column, toList())));
        tables.keySet().forEach(this::keep);
        try {
            for (var one : wrong.entrySet()) {
                set(one.getKey(), one.getValue());
            }
            readAll(wrong.entrySet().stream()
                    .map(one -> one.getKey() + " = " + shortened(one.getValue()))
                    .collect(joining(", ")));
        } catch (AssertionError | SQLException e) {
            failed.add(e.getMessage());
        } finally {
            tables.forEach(this::mend);
        }
    }

    private static String shortened(String value) {
        return value == null ? null : value.substring(0, Math.min(60, value.length()));
    }

    /** The tables' columns outside their keys, by the database's catalogue, and whether each may be empty. */
    void columns(BiConsumer<Place, Boolean> columns) {
        read(COLUMNS, row -> columns.accept(new Place(row[0], row[1], row[2]), row[3].equals("YES")));
    }

    /** Drops the checks of these columns as long as that takes. */
    void withoutChecks(Collection<Place> places, Runnable reads) {
        var checks = new LinkedHashMap<String, String>();
        for (var place : places) {
            constraints(place)
                    .forEach((name, check) -> checks.put(
                            "alter table " + place.table() + " drop constraint \"" + name + '"',
                            "alter table " + place.table() + " add constraint \"" + name + "\" " + check));
        }
        checks.keySet().forEach(this::change);
        try {
            reads.run();
        } finally {
            checks.values().forEach(this::change);
        }
    }

    Map<String, String> constraints(Place place) {
        var found = new LinkedHashMap<String, String>();
        read(CHECKS.formatted(place.table, place.column), row -> found.put(row[0], row[1]));
        return found;
    }

    void corrupt(Place place, String value) throws SQLException {
        keep(place.table);
        set(place, value);
    }

    /** Its rows as they are, for {@link #mend}. */
    void keep(String table) {
        change("drop table if exists was_right_" + table + ";" + "create table was_right_" + table
                + " as select * from " + table + " where " + rows(new Place(table, "", "")));
    }

    void set(Place place, String value) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            try {
                statement.execute("update " + place.table + " set " + place.column + " = "
                        + (value == null ? "null" : "'" + value.replace("'", "''") + "'") + " where " + rows(place));
            } finally {
                statement.execute("set session_replication_role = origin");
            }
        }
    }

    void mend(Place place) {
        mend(place.table, List.of(place.column));
    }

    void mend(String table, List<String> columns) {
        var key = new ArrayList<String>();
        read(KEY.formatted(table), row -> key.add(row[0]));
        change("set session_replication_role = replica; update " + table + " t set "
                + String.join(
                        ", ",
                        columns.stream().map(name -> name + " = w." + name).toList())
                + " from was_right_" + table + " w where "
                + String.join(
                        " and ",
                        key.stream().map(name -> "t." + name + " = w." + name).toList())
                + "; drop table was_right_" + table + "; set session_replication_role = origin");
    }

    private String rows(Place place) {
        var columns = new ArrayList<String>();
        read(
                "select column_name, '' from information_schema.columns where table_name = '" + place.table + "'",
                row -> columns.add(row[0]));
        if (place.table.equals("log_node")) {
            return "true";
        }
        if (place.table.equals("claim")) {
            return "id = '" + claim + "'";
        }
        return columns.contains("claim_id")
                ? "claim_id = '" + claim + "'"
                : columns.contains("article_id") ? "article_id = '" + article + "'" : "id = '" + article + "'";
    }

    void read(String sql, Row reader) {
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
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void change(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
