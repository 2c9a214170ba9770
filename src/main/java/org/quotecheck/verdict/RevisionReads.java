package org.quotecheck.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quotecheck.deployment.OneStatement;

/** Reads published revisions with plain JDBC, one statement each: what everybody may see, and many ask for. */
@ApplicationScoped
public class RevisionReads {

    static final String OF_CLAIM = "select * from verdict_revision where claim_id = :claim order by number desc";

    static final String OF_KEYS = """
            select r.* from unnest(cast(:claims as uuid[]), cast(:numbers as int[])) as wanted (claim_id, number)
            join verdict_revision r on r.claim_id = wanted.claim_id and r.number = wanted.number""";

    private static final String CORRECTIONS = """
            select r.* from verdict_revision r
            where r.kind = 'correction'
              and not exists (select from claim c where c.id = r.claim_id and c.duplicate_of is not null) %s
            order by r.published_at desc, r.claim_id desc, r.number desc limit :most""";

    static final String NEWEST_CORRECTIONS = CORRECTIONS.formatted("");
    static final String LATER_CORRECTIONS =
            CORRECTIONS.formatted("and (r.published_at, r.claim_id, r.number) < (:publishedAt, :claim, :number)");

    private final OneStatement database;

    RevisionReads(OneStatement database) {
        this.database = database;
    }

    /** Newest first. */
    public List<VerdictRevision> ofClaim(UUID claimId) {
        return database.list(OF_CLAIM, Map.of("claim", claimId), VerdictRevision::of);
    }

    /** Those that are there, in no order. */
    public List<VerdictRevision> of(Collection<VerdictRevision.Key> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        var values = Map.of(
                "claims", keys.stream().map(VerdictRevision.Key::claimId).toList(),
                "numbers", keys.stream().mapToInt(VerdictRevision.Key::number).toArray());
        return database.list(OF_KEYS, values, VerdictRevision::of);
    }

    /** The newest corrections, newest first. Duplicates have none. */
    public List<VerdictRevision> corrections(int most) {
        return database.list(NEWEST_CORRECTIONS, Map.of("most", most), VerdictRevision::of);
    }

    /** Those after the one of this claim with that number, which was published then. */
    public List<VerdictRevision> corrections(Instant publishedAt, UUID claimId, int number, int most) {
        var values = new HashMap<String, Object>();
        values.put("publishedAt", publishedAt);
        values.put("claim", claimId);
        values.put("number", number);
        values.put("most", most);
        return database.list(LATER_CORRECTIONS, values, VerdictRevision::of);
    }

    /** The revision before each of these, where there is one. */
    public Map<VerdictRevision, VerdictRevision> before(List<VerdictRevision> revisions) {
        var found = of(revisions.stream()
                        .filter(revision -> revision.number() > 1)
                        .map(VerdictRevision::keyBefore)
                        .toList())
                .stream()
                .collect(Collectors.toMap(revision -> revision.key, Function.identity()));
        return revisions.stream()
                .filter(revision -> found.containsKey(revision.keyBefore()))
                .collect(Collectors.toMap(Function.identity(), revision -> found.get(revision.keyBefore())));
    }
}
