package org.quotecheck.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.quotecheck.claim.ClaimStatus;
import org.quotecheck.deployment.OneStatement;
import org.quotecheck.http.Cursor;
import org.quotecheck.statement.SearchText;
import org.quotecheck.verdict.StoredContent;
import org.quotecheck.verdict.VerdictContent;

/**
 * Claims whose verdict stands, with their current revision, as other programs look for them: one statement per page.
 */
@ApplicationScoped
public class PublishedSearch {

    /** What states a claim's date in a revision's content. */
    private static final String CLAIM_DATE =
            "readable_date(substring(r.content from '\"claimDate\":\"(\\d{4}-\\d\\d-\\d\\d)\"'))";

    private final OneStatement database;

    PublishedSearch(OneStatement database) {
        this.database = database;
    }

    /**
     * Which claims are asked for; null members do not narrow it.
     *
     * @param words in any language
     * @param languageCode of the verdict, primary subtag in lower case
     * @param since that the claim or its verdict is not older than
     * @param claimant a whole name
     */
    public record Query(String words, String languageCode, Instant since, String claimant) {}

    /**
     * Where a page continues: after the last claim, or a given number of claims from the beginning.
     *
     * @param lastId null from the beginning
     */
    public record SearchPosition(double lastRank, UUID lastId, int offset) {

        public static SearchPosition from(int offset) {
            return new SearchPosition(0, null, offset);
        }
    }

    /**
     * @param rank as it stands in a cursor
     * @param content of the current revision, which has that number
     */
    public record Found(UUID id, String rank, int number, String content, Instant publishedAt, boolean underReview) {

        public List<String> key() {
            return List.of(rank, id.toString());
        }

        /** Empty where nothing of it is to be shown. */
        public Optional<VerdictContent> verdict() {
            return StoredContent.current(content, false, id, number);
        }
    }

    /**
     * @param cursor as {@link Cursor} wrote it over a {@link Found#key}
     * @throws org.quotecheck.problem.Problem 400 for a cursor of another query
     */
    public static SearchPosition after(String cursor, Object... filters) {
        var last = Cursor.read(cursor, 2, filters);
        return new SearchPosition(Cursor.number(last.get(0)), Cursor.id(last.get(1)), 0);
    }

    /** Best match first, or the newest claim where no words are asked for. */
    public List<Found> find(Query query, SearchPosition from, int most) {
        var values = new HashMap<String, Object>();
        values.put("limit", most);
        values.put("offset", from.offset());
        values.put("languageCode", query.languageCode());
        values.put("since", query.since());
        values.put("lastId", from.lastId());
        values.put("lastRank", (float) from.lastRank());
        if (query.words() != null) {
            values.put("q", SearchText.foldQuery(query.words()));
        }
        if (query.claimant() != null) {
            values.put("claimant", SearchText.key(query.claimant()));
        }
        return database.list(statement(query, from), values, PublishedSearch::found);
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                OneStatement.id(row, "id"),
                row.getString("rank"),
                row.getInt("number"),
                row.getString("content"),
                OneStatement.time(row, "published_at"),
                row.getBoolean("under_review"));
    }

    static String statement(Query query, SearchPosition from) {
        var claim = new ArrayList<>(List.of("c.revision > 0", "c.rating is not null", "c.duplicate_of is null"));
        if (query.languageCode() != null) {
            claim.add("c.verdict_language_code = :languageCode");
        }
        if (query.claimant() != null) {
            claim.add("c.published_claimant_key = :claimant");
        }
        var revision = new ArrayList<>(List.of("r.content <> '{}'"));
        if (query.since() != null) {
            revision.add("greatest(r.published_at, " + CLAIM_DATE + ") >= :since");
        }
        return query.words() == null ? newest(claim, revision, from) : ranked(claim, revision, query, from);
    }

    private static String newest(List<String> claim, List<String> revision, SearchPosition from) {
        return """
                select c.id, '0' as rank, r.number, r.content, r.published_at,
                  %s as under_review
                from claim c join verdict_revision r on r.claim_id = c.id and r.number = c.revision
                where %s and %s%s
                order by c.id desc offset :offset limit :limit""".formatted(
                        ClaimStatus.OPEN,
                        String.join(" and ", claim),
                        String.join(" and ", revision),
                        from.lastId() == null ? "" : " and c.id < :lastId");
    }

    private static String ranked(List<String> claim, List<String> revision, Query query, SearchPosition from) {
        var wording = Wording.PUBLISHED;
        return """
                with recursive %s
                select id, cast(rank as text) as rank, number, content, published_at, under_review from (
                  select c.id, ts_rank(c.search, query.words, 1) as rank, r.number, r.content, r.published_at,
                    %s as under_review
                  from query_PUBLISHED query
                    join %s c on c.code = query.code
                    join verdict_revision r on r.claim_id = c.id and r.number = c.revision
                  where c.search @@ query.words and %s) found
                %s order by found.rank desc, found.id desc offset :offset limit :limit""".formatted(
                        wording.queries(null) + wording.matching("c.revision > 0", claim),
                        ClaimStatus.OPEN,
                        wording.matchingTable(),
                        String.join(" and ", revision),
                        from.lastId() == null ? "" : "where (rank, id) < (cast(:lastRank as float4), :lastId)");
    }
}
