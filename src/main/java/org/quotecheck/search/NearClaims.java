package org.quotecheck.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.quotecheck.claim.ClaimView;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Role;
import org.quotecheck.statement.SearchText;

/** Claims whose words are near to others, found by index alone; to be compared more closely. */
@ApplicationScoped
public class NearClaims {

    /** By each way: by words, by trigrams. */
    private static final int MOST = 60;
    /** A trigram more is a posting list more to read. */
    private static final int LONGEST_FOR_TRIGRAMS = 300;

    /** As {@link #statement} for the public, with many texts beside each other. */
    private static final String PUBLISHED = """
            with recursive %1$s, sought as materialized (
              select place, query, folded from unnest(cast(:queries as text[]), cast(:texts as text[])) with ordinality as t(query, folded, place))
            select sought.place, coalesce(c.duplicate_of, c.id) as id, c.duplicate_of is not null as duplicate,
              w.words ->> 'text' as text, w.words ->> 'language' as language, w.words -> 'claimant' ->> 'name' as claimant
            from sought
              cross join lateral (
                select cast(string_agg(distinct '(' || cast(words as text) || ')', ' | ') as tsquery) as words
                from (select websearch_to_tsquery(search_configuration(code), sought.query) as words from %2$s where code is not null) q
                where numnode(words) > 0) wanted
              cross join lateral (
                (select c.id from claim c where c.published_search @@ wanted.words and %3$s
                  order by ts_rank(c.published_search, wanted.words) desc, c.id limit :most)
                union
                (select c.id from claim c where sought.folded <<%% c.published_text and %3$s
                  order by strict_word_similarity(sought.folded, c.published_text) desc, c.id limit :most)) near
              join claim c on c.id = near.id
              join verdict_revision r on r.claim_id = c.id and r.number = c.revision and r.content <> '{}'
              cross join lateral (select readable_json(r.content) -> 'claim' as words) w""".formatted(
                    Wording.PUBLISHED.languages(null),
                    Wording.PUBLISHED.languagesTable(),
                    "c.revision > 0 and c.status <> 'rejected'");

    /**
     * A claim in the words that the viewer sees.
     *
     * @param id the survivor's, where these are the words of a duplicate
     * @param claimant name, or null
     */
    public record Near(UUID id, boolean duplicate, String text, String language, String claimant) {}

    private final EntityManager database;
    private final ClaimList list;

    NearClaims(EntityManager database, ClaimList list) {
        this.database = database;
        this.list = list;
    }

    /**
     * In no order. One statement.
     *
     * @param folded all the words, as {@link SearchText#fold} makes them
     * @param words those to look for, each folded
     */
    public List<Near> to(String folded, Collection<String> words, Actor viewer) {
        var sql = statement(viewer);
        var select = database.createNativeQuery(sql, Tuple.class)
                .setParameter("q", String.join(" or ", words))
                .setParameter("folded", beginning(folded))
                .setParameter("most", MOST);
        if (sql.contains(":viewer")) {
            select.setParameter("viewer", viewer.subject());
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = select.getResultList();
        return rows.stream().filter(NearClaims::hasWords).map(NearClaims::near).toList();
    }

    /** What was removed is near to nothing. */
    private static boolean hasWords(Tuple row) {
        return row.get("text") != null && row.get("language") != null;
    }

    private static Near near(Tuple row) {
        return new Near(
                row.get("id", UUID.class),
                row.get("duplicate", Boolean.class),
                row.get("text", String.class),
                row.get("language", String.class),
                row.get("claimant", String.class));
    }

    private static String beginning(String folded) {
        return folded.substring(0, Math.min(folded.length(), LONGEST_FOR_TRIGRAMS));
    }

    /**
     * A text that published claims may be near to.
     *
     * @param folded all its words, as {@link SearchText#fold} makes them
     * @param words those to look for, each folded
     */
    public record Sought(String folded, Collection<String> words) {}

    /** Of each text the published claims near to it, those in no order. One statement for all. */
    public List<List<Near>> published(List<Sought> texts) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery(PUBLISHED, Tuple.class)
                .setParameter(
                        "queries",
                        texts.stream()
                                .map(text -> String.join(" or ", text.words()))
                                .toArray(String[]::new))
                .setParameter(
                        "texts",
                        texts.stream().map(text -> beginning(text.folded())).toArray(String[]::new))
                .setParameter("most", MOST)
                .getResultList();
        var near = texts.stream().<List<Near>>map(text -> new ArrayList<>()).toList();
        rows.stream()
                .filter(NearClaims::hasWords)
                .forEach(row ->
                        near.get(row.get("place", Number.class).intValue() - 1).add(near(row)));
        return near;
    }

    /** As {@link ClaimList#views}; those that the viewer may not see are left out. Five statements at most. */
    public List<ClaimView> views(List<UUID> ids, Actor viewer) {
        return list.views(ids, viewer);
    }

    static String statement(Actor viewer) {
        var queries = new LinkedHashSet<String>();
        var branches = new ArrayList<String>();
        for (var seen : Wording.seenBy(viewer)) {
            queries.add(seen.wording().queries(null));
            branches.add(branch(seen, !viewer.is(Role.REVIEWER)));
        }
        return "with recursive " + String.join(",\n", queries) + '\n' + String.join("\nunion all\n", branches);
    }

    /** The words of the current revision stand in its content alone. */
    private static String branch(Wording.Seen seen, boolean withoutRejected) {
        var wording = seen.wording();
        var condition = seen.condition() + (withoutRejected ? " and c.status <> 'rejected'" : "");
        boolean working = wording == Wording.WORKING;
        var columns = working
                ? "c.text, c.language, c.claimant_name as claimant"
                : "w.words ->> 'text' as text, w.words ->> 'language' as language, w.words -> 'claimant' ->> 'name' as claimant";
        var revision = working ? "" : """
                join verdict_revision r on r.claim_id = c.id and r.number = c.revision
                  cross join lateral (select readable_json(r.content) -> 'claim' as words) w
                """;
        return """
                select coalesce(c.duplicate_of, c.id) as id, c.duplicate_of is not null as duplicate, %1$s from (
                  (select c.id from claim c where c.%2$s @@ %3$s and %4$s order by ts_rank(c.%2$s, %3$s) desc, c.id limit :most)
                  union
                  (select c.id from claim c where :folded <<%% c.%5$s and %4$s order by strict_word_similarity(:folded, c.%5$s) desc, c.id limit :most)
                ) near join claim c on c.id = near.id %6$s""".formatted(columns, wording.search, wording.anyQuery(), condition, wording.text, revision);
    }
}
