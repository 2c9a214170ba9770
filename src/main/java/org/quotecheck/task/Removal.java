package org.quotecheck.task;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quotecheck.claim.ClaimChanged;
import org.quotecheck.deployment.WrongTask;
import org.quotecheck.statement.SearchText;

/**
 * Empties a published revision whose content must no longer be shown, and replaces its words wherever else they occur
 * in the claim's record. What others may lawfully say, other revisions and articles, it names and leaves.
 */
@ApplicationScoped
class Removal {

    private static final String REMOVED = "{}";

    private final EntityManager database;
    private final Event<ClaimChanged> changes;
    private final Clock clock;

    Removal(EntityManager database, Event<ClaimChanged> changes, Clock clock) {
        this.database = database;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * In one transaction; a second time it changes nothing
     *
     * @return what was done, what is left, and what to purge
     * @throws WrongTask for a revision that is not there
     */
    Map<String, Object> remove(UUID claim, int number) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var content = content(claim, number);
            boolean removes = !content.equals(REMOVED);
            var done = new LinkedHashMap<String, Object>();
            done.put("claim", claim.toString());
            done.put("revision", number);
            done.put("removed", removes);
            if (removes) {
                var words = RemovedWords.of(content);
                empty(claim, number);
                done.put("left", left(words));
                done.put("replaced", replace(claim, words));
                changes.fire(new ClaimChanged(claim));
            }
            done.put("purge", purge(claim, number));
            return done;
        });
    }

    private String content(UUID claim, int number) {
        var found = rows(
                "select r.content from claim c join verdict_revision r on r.claim_id = c.id and r.number = :number"
                        + " where c.id = :claim for update of c",
                Map.of("claim", claim, "number", number));
        if (found.isEmpty()) {
            throw new WrongTask("There is no revision " + number + " of claim " + claim);
        }
        return found.getFirst().get("content", String.class);
    }

    /** The database takes it out of the search and the embed. */
    private void empty(UUID claim, int number) {
        var revision = Map.<String, Object>of("claim", claim, "number", number);
        execute("alter table verdict_revision disable trigger verdict_revision_written_once", Map.of());
        execute(
                "update verdict_revision set content = '" + REMOVED + "' where claim_id = :claim and number = :number",
                revision);
        execute("alter table verdict_revision enable trigger verdict_revision_written_once", Map.of());
        execute(
                "update claim set updated_at = greatest(:now, updated_at + interval '1 millisecond')"
                        + " where id = :claim",
                Map.of("claim", claim, "now", clock.instant().atOffset(ZoneOffset.UTC)));
    }

    /** How many values of which column were replaced. */
    private Map<String, Integer> replace(UUID claim, RemovedWords words) {
        var replaced = new LinkedHashMap<String, Integer>();
        for (var column : ClaimColumn.all(database)) {
            int count = column.replace(database, claim, words);
            if (count > 0) {
                replaced.put(column.name(), count);
            }
        }
        int answers = words.replaceInAnswers(database, claim);
        if (answers > 0) {
            replaced.put("idempotency_record.body", answers);
        }
        if (!stillSaid(claim, words) && words.claim() != null) {
            execute(
                    """
                    update claim set text = :text, claimant_name = null, claimant_type = null,
                      claimant_job_title = null, claimant_same_as = null, claimant_key = null, search_text = :search
                    where (id = :claim or duplicate_of = :claim) and strpos(text, :words) > 0""",
                    Map.of(
                            "text",
                            RemovedWords.NOTICE,
                            "search",
                            SearchText.of(RemovedWords.NOTICE, null),
                            "claim",
                            claim,
                            "words",
                            words.claim()));
        }
        return replaced;
    }

    /** Whether another revision of the claim still says it: then the claim does too. */
    private boolean stillSaid(UUID claim, RemovedWords words) {
        return rows("select content from verdict_revision where claim_id = :claim", Map.of("claim", claim)).stream()
                .anyMatch(row -> words.isIn(row.get("content", String.class)));
    }

    /** Where the same words remain. */
    private Map<String, List<String>> left(RemovedWords words) {
        var revisions = new ArrayList<String>();
        var versions = new ArrayList<String>();
        for (var word : words.all()) {
            var inRevisions = """
                    select cast(claim_id as text) || '/verdict-revisions/' || number as place
                    from verdict_revision where strpos(content, :word) > 0""";
            rows(inRevisions, Map.of("word", RemovedWords.inJson(word)))
                    .forEach(row -> add(revisions, "/v1/claims/" + row.get("place", String.class)));
            var inVersions = """
                    select cast(article_id as text) || ', version ' || number as place
                    from article_version where strpos(text, :word) > 0""";
            rows(inVersions, Map.of("word", word))
                    .forEach(row -> add(versions, "article " + row.get("place", String.class)));
        }
        return Map.of("revisions", revisions, "articleVersions", versions);
    }

    private List<String> purge(UUID claim, int number) {
        var purge = new ArrayList<>(List.of(
                "/v1/claims/" + claim + "/verdict-revisions/" + number,
                "/claims/" + claim,
                "/claims/" + claim + ".jsonld",
                "/claims/" + claim + ".svg",
                "/claims/" + claim + "/revisions/*",
                "/embed/claims/" + claim,
                "/embed/v1/claims (every address that names " + claim + ")",
                "/",
                "/search*",
                "/corrections*",
                "/feeds/*",
                "/oembed*",
                "/v1alpha1/claims:search*"));
        rows(
                        "select distinct article_id from appearance where claim_id = :claim and article_id is not null",
                        Map.of("claim", claim))
                .forEach(row -> purge.add("/articles/" + row.get("article_id", UUID.class)));
        rows(
                        "select distinct url, url_hash from appearance where claim_id = :claim order by url",
                        Map.of("claim", claim))
                .forEach(row -> purge.add("/embed/v1/articles?urlHash=" + row.get("url_hash", String.class)
                        + " (and ?url= for " + row.get("url", String.class) + ")"));
        return purge;
    }

    private static void add(List<String> places, String place) {
        if (!places.contains(place)) {
            places.add(place);
        }
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql, Map<String, ?> values) {
        var query = database.createNativeQuery(sql, Tuple.class);
        values.forEach(query::setParameter);
        return query.getResultList();
    }

    private void execute(String sql, Map<String, ?> values) {
        var query = database.createNativeQuery(sql);
        values.forEach(query::setParameter);
        query.executeUpdate();
    }
}
