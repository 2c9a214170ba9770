package org.quotecheck;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.quotecheck.WrongRows.Place;
import org.quotecheck.claim.ClaimChanged;
import org.quotecheck.digest.Unreadable;

/**
 * What goes together and is torn apart, where no check refuses it: each list with holes or lists in it, each number at
 * its type's bounds, each reference to what is not there, each column that may be empty without the others, or alone.
 * One column of each table at a time, as the database's catalogue has them, and every GET goes on.
 */
@Slow
@QuarkusTest
class WrongPartsTest {

    private static final PatternFormatter MESSAGE = new PatternFormatter("%s");

    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

    private static final Map<String, List<String>> WRONG = Map.of(
            "_text",
            List.of("{NULL}", "{a,NULL}", "{{a,b},{c,NULL}}", "[0:1]={a,b}"),
            "_uuid",
            List.of("{NULL}", "{{" + NOBODY + "}}", "{" + NOBODY + "}"),
            "integer",
            List.of("-2147483648", "0", "2147483647"),
            "bigint",
            List.of("-9223372036854775808", "9223372036854775807"),
            "uuid",
            List.of(NOBODY),
            "boolean",
            List.of("true", "false"));

    /** What a column that may be empty could have alone. */
    private static final Map<String, String> ALONE = Map.of(
            "text",
            "x",
            "_text",
            "{x}",
            "_uuid",
            "{" + NOBODY + "}",
            "integer",
            "1",
            "uuid",
            NOBODY,
            "date",
            "2026-01-02",
            "timestamp with time zone",
            "2026-01-02T03:04:05Z",
            "double precision",
            "0.5",
            "real",
            "0.5",
            "jsonb",
            "{\"exact\": \"x\", \"name\": \"x\"}");

    @Inject
    AgroalDataSource database;

    @Inject
    Event<ClaimChanged> changes;

    private final Map<Place, Boolean> nullable = new LinkedHashMap<>();
    private final List<String> failed = new ArrayList<>();
    private WrongRows rows;

    @Test
    void everyReadGoesOn() throws SQLException {
        rows = new WrongRows(database, changes);
        rows.columns(nullable::put);
        assertThat(nullable).hasSizeGreaterThan(110);
        rows.withoutChecks(nullable.keySet(), this::readAll);
        assertThat(failed).isEmpty();
    }

    /** What is left out is told with the row's id, and nothing of what stands there. */
    @Test
    void whatIsLeftOutIsTold() {
        rows = new WrongRows(database, changes);
        var places = List.of(
                new Place("claim", "tags", ""),
                new Place("claim", "retraction_at", ""),
                new Place("claim", "claimant_same_as", ""),
                new Place("appearance", "parts", ""),
                new Place("quote", "speaker", ""),
                new Place("article", "version", ""));
        var lines = new CopyOnWriteArrayList<String>();
        var handler = new ExtHandler() {
            @Override
            protected void doPublish(ExtLogRecord line) {
                lines.add(MESSAGE.format(line));
            }
        };
        rows.withoutChecks(places, () -> {
            rows.change("update claim set tags = '{{secret}}', claimant_same_as = '{NULL}', retraction_at = now()"
                    + " where id = '" + rows.claim + "'; update appearance set parts = '\"secret\"' where claim_id = '"
                    + rows.claim + "'; update quote set speaker = '\"secret\"' where article_id = '" + rows.article
                    + "'; update article set version = 9 where id = '" + rows.article + "'");
            var log = Logger.getLogger(Unreadable.class.getName());
            log.addHandler(handler);
            try {
                Api.reviewer().get("/v1/claims/" + rows.claim).then().statusCode(200);
                Api.nobody().get("/v1/articles/" + rows.article).then().statusCode(200);
                Api.submitter()
                        .get("/v1/articles/" + rows.article + "/text")
                        .then()
                        .statusCode(404);
            } finally {
                log.removeHandler(handler);
                rows.change("update claim set tags = '{}', claimant_same_as = null, retraction_at = null where id = '"
                        + rows.claim + "'; update appearance set parts = null where claim_id = '" + rows.claim
                        + "'; update quote set speaker = null where article_id = '" + rows.article
                        + "'; update article set version = 1 where id = '" + rows.article + "'");
            }
        });
        assertThat(lines)
                .contains(
                        "claim " + rows.claim + " cannot be read: tags",
                        "claim " + rows.claim + " cannot be read: pending retraction",
                        "claim " + rows.claim + " cannot be read: claimant_same_as",
                        "article " + rows.article + " cannot be read: the text of its version")
                .anyMatch(line -> line.matches("appearance [0-9a-f-]{36} cannot be read: parts"))
                .anyMatch(line -> line.matches("quote [0-9a-f-]{36} cannot be read: speaker"))
                .noneMatch(line -> line.contains("secret"));
    }

    /** And what could not be read is as it was, unless something else is put there. */
    @Test
    void transitionsSurvive() {
        rows = new WrongRows(database, changes);
        var columns = new ArrayList<Place>();
        rows.columns((place, isNullable) -> columns.add(place));
        columns.removeIf(place -> !List.of("claim", "verdict_draft").contains(place.table()));
        for (var wrong : List.of(
                "update claim set assignees = '{NULL}', tags = '{NULL}', claimant_same_as = '{NULL}' where id = '%s'",
                "update verdict_draft set writers = '{NULL}', reasons = '{{a}}', sources = '{NULL}' where claim_id = '%s'",
                "update claim set retraction_at = now(), retraction_note = 'x' where id = '%s'",
                "update claim set revision = 2147483647 where id = '%s'")) {
            var broken = Api.claim(Api.unique("We won"));
            Api.publish(broken, "false");
            rows.withoutChecks(columns, () -> {
                rows.change(wrong.formatted(broken));
                Api.move(Api.editor(), broken, Map.of("to", "in_review")).then().statusCode(201);
                Api.move(Api.editor(), broken, Map.of("to", "proposed")).then().statusCode(201);
                Api.move(Api.as("eva", "editor"), broken, Map.of("to", "published", "publicNote", "Read again."))
                        .then()
                        .statusCode(201);
                Api.nobody().get("/v1/claims/" + broken).then().statusCode(200).body("verdict.number", equalTo(2));
                var tags = new ArrayList<String>();
                rows.read("select cast(tags as text) from claim where id = '" + broken + "'", row -> tags.add(row[0]));
                assertThat(tags).containsExactly(wrong.contains("tags") ? "{NULL}" : "{}");
                rows.change("update claim set tags = '{}', claimant_same_as = null, retraction_at = null,"
                        + " retraction_note = null where id = '" + broken
                        + "'; update verdict_draft set reasons = null, sources = null, writers = '{}' where claim_id = '"
                        + broken + "'");
            });
        }
    }

    private void readAll() {
        int most = WRONG.values().stream().mapToInt(List::size).max().orElseThrow();
        for (int i = 0; i < most; i++) {
            int next = i;
            rounds(place -> next < values(place).size(), place -> values(place).get(next));
        }
        rounds(nullable::get, place -> null);
        rounds(place -> nullable.get(place) && ALONE.containsKey(place.type()), place -> ALONE.get(place.type()));
    }

    private static List<String> values(Place place) {
        return WRONG.getOrDefault(place.type(), List.of());
    }

    /** In the first round the first chosen column of each table has such a value, and so on. */
    private void rounds(Predicate<Place> chosen, Function<Place, String> value) {
        var tables = nullable.keySet().stream()
                .filter(chosen)
                .collect(groupingBy(Place::table, LinkedHashMap::new, toList()));
        int most = tables.values().stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < most; i++) {
            var wrong = new LinkedHashMap<Place, String>();
            for (var columns : tables.values()) {
                if (i < columns.size()) {
                    wrong.put(columns.get(i), value.apply(columns.get(i)));
                }
            }
            rows.read(wrong, failed);
        }
    }
}
