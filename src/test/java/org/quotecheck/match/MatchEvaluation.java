package org.quotecheck.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotecheck.Api;

/**
 * How well POST /v1/claims/match finds a claim in other words, while what contradicts it stands beside it: its denials,
 * other numbers, years, names and claimants. No unit test by its name: {@code bench/match/run} runs it.
 */
@QuarkusTest
class MatchEvaluation {

    private static final Logger LOG = Logger.getLogger(MatchEvaluation.class);

    /** Of one kind of pair: how many, how often the claim came first, among the first five, and as the same claim. */
    private static final class Tally {
        int pairs;
        int first;
        int five;
        int same;

        @Override
        public String toString() {
            return "%d pairs, first %d, among five %d, same %d".formatted(pairs, first, five, same);
        }
    }

    /** One claim of an answer. */
    private record Found(String id, double score) {}

    private final Map<Pairs.Line, String> ids = new HashMap<>();
    private final Map<String, Tally> tallies = new TreeMap<>();

    @ParameterizedTest
    @CsvSource({"pairs.txt, 0.93, 0.98, 0", "held-out.txt, 0.8, 0.9, 0.1"})
    void claimIsFoundInOtherWordsAndNothingElseIsTheSame(
            String file, double precisionAtOne, double recallAtFive, double takenForTheSame) {
        var pairs = Pairs.read(file);
        pairs.claims().forEach(this::submit);
        pairs.pairs().stream().filter(pair -> !pair.isSame()).forEach(pair -> submit(pair.other()));
        var taken = new ArrayList<String>();
        for (var pair : pairs.pairs()) {
            if (count(pair) >= Comparison.SAME && !pair.isSame()) {
                taken.add(pair.other().kind() + ": " + pair.other().text());
            }
        }
        tallies.forEach((kind, tally) -> LOG.infof("%s, %s: %s", file, kind, tally));
        LOG.infof(
                "%s: precision at 1 %.3f, recall at 5 %.3f",
                file, share(tally -> tally.first), share(tally -> tally.five));
        assertThat(taken).as("taken for the same claim").hasSizeLessThanOrEqualTo((int) (takenForTheSame
                * pairs.pairs().stream().filter(pair -> !pair.isSame()).count()));
        assertSoftly(softly -> {
            softly.assertThat(share(tally -> tally.first))
                    .as("precision at 1 %s", tallies)
                    .isGreaterThanOrEqualTo(precisionAtOne);
            softly.assertThat(share(tally -> tally.five))
                    .as("recall at 5 %s", tallies)
                    .isGreaterThanOrEqualTo(recallAtFive);
        });
    }

    /** @return the score of the pair's claim, 0 where it is not among the answers */
    private double count(Pairs.Pair pair) {
        var found = match(pair.other()).stream()
                .filter(item -> !item.id().equals(ids.get(pair.other())))
                .toList();
        int at = found.stream().map(Found::id).toList().indexOf(ids.get(pair.claim()));
        var tally = tallies.computeIfAbsent(pair.other().kind(), kind -> new Tally());
        tally.pairs++;
        tally.first += at == 0 ? 1 : 0;
        tally.five += at >= 0 && at < 5 ? 1 : 0;
        tally.same += at >= 0 && found.get(at).score() >= Comparison.SAME ? 1 : 0;
        return at < 0 ? 0 : found.get(at).score();
    }

    /** Over the pairs that say the same. */
    private double share(ToIntFunction<Tally> good) {
        var same = Pairs.SAME.stream()
                .map(kind -> tallies.getOrDefault(kind, new Tally()))
                .toList();
        return (double) same.stream().mapToInt(good).sum()
                / same.stream().mapToInt(tally -> tally.pairs).sum();
    }

    private void submit(Pairs.Line line) {
        var body = body(line);
        body.put("language", line.language());
        var answer = Api.as("match-" + ids.size() / 100, "submitter")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/claims");
        assertThat(answer.statusCode()).as(line.text()).isIn(200, 201);
        ids.put(line, answer.path("id"));
    }

    private static List<Found> match(Pairs.Line line) {
        var answer = JsonPath.from(Api.reviewer()
                .contentType(ContentType.JSON)
                .body(body(line))
                .post("/v1/claims/match")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        List<String> claims = answer.getList("items.claim.id");
        List<Float> scores = answer.getList("items.score", Float.class);
        var found = new ArrayList<Found>();
        for (int i = 0; i < claims.size(); i++) {
            found.add(new Found(claims.get(i), Math.round(scores.get(i) * 100) / 100.0));
        }
        return found;
    }

    private static Map<String, Object> body(Pairs.Line line) {
        var body = new LinkedHashMap<String, Object>(Map.of("text", line.text()));
        if (line.claimant() != null) {
            body.put("claimant", Map.of("name", line.claimant()));
        }
        return body;
    }
}
