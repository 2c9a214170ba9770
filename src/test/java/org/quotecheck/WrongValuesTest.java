package org.quotecheck;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quotecheck.WrongRows.Place;
import org.quotecheck.claim.ClaimChanged;

/**
 * Each column of each table that holds text, JSON, days or fractions, with values that its type allows and nobody
 * meant.
 */
@Slow
@QuarkusTest
class WrongValuesTest {

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
    void everyReadGoesOn() {
        var rows = new WrongRows(database, changes);
        var places = new ArrayList<Place>();
        rows.columns((place, isNullable) -> places.add(place));
        assertThat(places).hasSizeGreaterThan(90);
        var failed = new ArrayList<String>();
        rows.withoutChecks(places, () -> {
            var groups =
                    places.stream().collect(groupingBy(place -> GROUPS.getOrDefault(place.table(), "") + place.type()));
            for (var group : groups.values()) {
                for (var value : WRONG.getOrDefault(group.getFirst().type(), List.of())) {
                    rows.read(group.stream().collect(toMap(place -> place, place -> value)), failed);
                }
            }
        });
        assertThat(failed).isEmpty();
    }
}
