package org.quotecheck.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.quotecheck.claim.ClaimStatus;
import org.quotecheck.deployment.OneStatement;
import org.quotecheck.verdict.StoredContent;
import org.quotecheck.verdict.VerdictContent;

/** Claims with their current revision as pages list them: one statement per list. */
@ApplicationScoped
class Checks {

    private static final String CURRENT =
            "claim c join verdict_revision r on r.claim_id = c.id and r.number = c.revision";

    private final OneStatement database;

    Checks(OneStatement database) {
        this.database = database;
    }

    /** @param appearance the place of an article where the words were said; null in other lists */
    record Check(
            UUID id, int number, Instant publishedAt, VerdictContent content, boolean underReview, UUID appearance) {

        ListedCheck listed(String language) {
            return ListedCheck.of(id, content, publishedAt, underReview, language);
        }

        /** What changes when the check does. */
        String tag() {
            return id + ":" + number + ":" + underReview + ":" + appearance;
        }
    }

    /** By their last publication, newest first; withdrawn ones too. */
    List<Check> latest(int most) {
        return list("""
                select c.id, r.number, r.published_at, r.content, c.retracted,
                  %2$s as under_review, cast(null as uuid) as appearance
                from %1$s where c.duplicate_of is null and r.content <> '{}'
                order by r.published_at desc, r.claim_id desc limit :most""", null, most);
    }

    /** Those whose words were said on the page, in the order in which they appear there. */
    List<Check> onPage(String urlHash, int most) {
        return list("""
                select c.id, r.number, r.published_at, r.content, c.retracted,
                  %2$s as under_review, a.id as appearance
                from appearance a cross join %1$s
                where c.id = a.claim_id
                  and a.url_hash = any(array(select page_hashes(:urlHash))) and a.state = 'confirmed'
                  and c.duplicate_of is null and r.content <> '{}'
                order by jsonb_path_query_first(a.parts, '$[0].start ? (@.type() == "number")') nulls last, a.id
                limit :most""", urlHash, most);
    }

    private List<Check> list(String statement, String urlHash, int most) {
        var values = new HashMap<String, Object>();
        values.put("urlHash", urlHash);
        values.put("most", most);
        return database.list(statement.formatted(CURRENT, ClaimStatus.OPEN), values, Checks::check).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty where nothing of it is to be shown. */
    private static Optional<Check> check(ResultSet row) throws SQLException {
        var id = OneStatement.id(row, "id");
        int number = row.getInt("number");
        var publishedAt = OneStatement.time(row, "published_at");
        boolean underReview = row.getBoolean("under_review");
        var appearance = OneStatement.id(row, "appearance");
        return StoredContent.current(row.getString("content"), row.getBoolean("retracted"), id, number)
                .map(content -> new Check(id, number, publishedAt, content, underReview, appearance));
    }
}
