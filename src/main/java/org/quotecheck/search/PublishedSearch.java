package org.quotecheck.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.quotecheck.claim.ClaimStatus;
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

    private final EntityManager database;

    PublishedSearch(EntityManager database) {
        this.database = database;
    }

    /**
     * Which claims are asked for; null members do not narrow it.
     *
     * @param words in any language
     * @param languageCode primary subtag, in lower case
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
        var select = database.createNativeQuery(statement(query, from), Tuple.class)
                .setParameter("limit", most)
                .setParameter("offset", from.offset());
        if (query.words() != null) {
            select.setParameter("q", SearchText.foldQuery(query.words()));
        }
        if (query.languageCode() != null) {
            select.setParameter("languageCode", query.languageCode());
        }
        if (query.since() != null) {
            select.setParameter("since", query.since());
        }
        if (query.claimant() != null) {
            select.setParameter("claimant", SearchText.key(query.claimant()));
        }
        if (from.lastId() != null) {
            select.setParameter("lastId", from.lastId());
            if (query.words() != null) {
                select.setParameter("lastRank", (float) from.lastRank());
            }
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = select.getResultList();
        return rows.stream()
                .map(row -> new Found(
                        row.get("id", UUID.class),
                        row.get("rank", String.class),
                        row.get("number", Integer.class),
                        row.get("content", String.class),
                        row.get("published_at", Instant.class),
                        row.get("under_review", Boolean.class)))
                .toList();
    }

    static String statement(Query query, SearchPosition from) {
        var claim = new ArrayList<>(List.of("c.revision > 0", "c.rating is not null", "c.duplicate_of is null"));
        if (query.languageCode() != null) {
            claim.add("c.published_language_code = :languageCode");
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
                        wording.queries(query.languageCode() == null ? null : ":languageCode")
                                + wording.matching("c.revision > 0", claim),
                        ClaimStatus.OPEN,
                        wording.matchingTable(),
                        String.join(" and ", revision),
                        from.lastId() == null ? "" : "where (rank, id) < (cast(:lastRank as float4), :lastId)");
    }
}
