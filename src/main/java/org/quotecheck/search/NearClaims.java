package org.quotecheck.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quotecheck.claim.ClaimView;
import org.quotecheck.deployment.OneStatement;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Role;
import org.quotecheck.statement.SearchText;

/** Claims whose words resemble others, found by index alone; to be compared more closely. */
@ApplicationScoped
public class NearClaims {

    /** By each way: by any word, by two words that are adjacent in what is sought, by trigrams. */
    private static final int MOST = 60;
    /** Of the claims with one of the words, this many are ranked; of those with two of them; of those with trigrams. */
    private static final int MOST_WITH_ONE = 5_000;

    private static final int MOST_WITH_TWO = 2_000;

    private static final int MOST_ALIKE = 500;
    /** One more trigram is one more posting list to read; without any the whole index would be. */
    private static final int LONGEST_FOR_TRIGRAMS = 300;

    private static final String VISIBLE = "c.revision > 0 and c.status <> 'rejected'";

    private static final String PUBLISHED_WORDS = "w.words ->> 'text' as text, w.words ->> 'language' as language,"
            + " w.words -> 'claimant' ->> 'name' as claimant";

    /** As {@link #statement} for the public, with many texts side by side. */
    private static final String PUBLISHED = """
            with recursive %1$s, sought as materialized (
              select place, query, pairs, folded
              from unnest(cast(:queries as text[]), cast(:pairs as text[]), cast(:texts as text[]))
                with ordinality as t(query, pairs, folded, place))
            select sought.place, coalesce(c.duplicate_of, c.id) as id, c.duplicate_of is not null as duplicate,
              %6$s
            from sought
              cross join lateral (
                select %7$s as words, %8$s as pairs
                from (
                  select websearch_to_tsquery(search_configuration(code), sought.query) as words,
                    websearch_to_tsquery(search_configuration(code), sought.pairs) as pairs
                  from %2$s where code is not null) q) wanted
              cross join lateral (
                with paired as materialized (%3$s)
                select id from paired
                union
                (%4$s)
                union
                (%5$s)) near
              join claim c on c.id = near.id
              join verdict_revision r on r.claim_id = c.id and r.number = c.revision and r.content <> '{}'
              cross join lateral (select readable_json(r.content) -> 'claim' as words) w""".formatted(
                    Wording.PUBLISHED.languages(null),
                    Wording.PUBLISHED.languagesTable(),
                    best("published_search", "wanted.pairs", "wanted.words", VISIBLE, MOST_WITH_TWO),
                    best("published_search", "wanted.words", "wanted.words", VISIBLE, MOST_WITH_ONE),
                    alike("published_text", "sought.folded", VISIBLE),
                    PUBLISHED_WORDS,
                    Wording.any("words"),
                    Wording.any("pairs"));

    /**
     * A claim in the words that the viewer sees.
     *
     * @param id the survivor's, where these are the words of a duplicate
     * @param claimant name, or null
     */
    public record Near(UUID id, boolean duplicate, String text, String language, String claimant) {}

    private final OneStatement database;
    private final ClaimList list;

    NearClaims(OneStatement database, ClaimList list) {
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
        var values = new HashMap<String, Object>();
        values.put("q", String.join(" or ", words));
        values.put("pairs", pairs(words));
        values.put("folded", beginning(folded));
        values.put("most", MOST);
        values.put("viewer", viewer.subject());
        return database.list(statement(viewer), values, NearClaims::near).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty for what was removed, which resembles nothing. */
    private static Optional<Near> near(ResultSet row) throws SQLException {
        var text = row.getString("text");
        var language = row.getString("language");
        return text == null || language == null
                ? Optional.empty()
                : Optional.of(new Near(
                        OneStatement.id(row, "id"),
                        row.getBoolean("duplicate"),
                        text,
                        language,
                        row.getString("claimant")));
    }

    /** Each word with the next, for websearch_to_tsquery; or the only one. */
    static String pairs(Collection<String> words) {
        var all = List.copyOf(words);
        return all.size() == 1
                ? all.getFirst()
                : IntStream.range(1, all.size())
                        .mapToObj(i -> all.get(i - 1) + " " + all.get(i))
                        .collect(Collectors.joining(" or "));
    }

    /**
     * SQL of the ids of claims with what is asked for, the best first: at most {@code :most} of so many that are
     * ranked.
     *
     * @param wanted SQL of the query that the index answers
     * @param words SQL of the query that ranks
     */
    private static String best(String search, String wanted, String words, String condition, int ranked) {
        var sql = """
                select found.id from (
                  select c.id, c.%1$s as search from claim c where c.%1$s @@ %2$s and %4$s limit %5$d) found
                order by ts_rank(found.search, %3$s) desc, found.id limit :most""";
        return sql.formatted(search, wanted, words, condition, ranked);
    }

    /** SQL of the ids of claims with similar trigrams, where {@code paired} has none, the most similar first. */
    private static String alike(String text, String folded, String condition) {
        var sql = """
                select found.id from (
                  select c.id, c.%1$s as text from claim c where not exists (select from paired)
                    and show_trgm(%2$s) <> '{}' and %2$s <<%% c.%1$s and %3$s limit %4$d) found
                order by strict_word_similarity(%2$s, found.text) desc, found.id limit :most""";
        return sql.formatted(text, folded, condition, MOST_ALIKE);
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
        var values = Map.of(
                "queries", each(texts, text -> String.join(" or ", text.words())),
                "pairs", each(texts, text -> pairs(text.words())),
                "texts", each(texts, text -> beginning(text.folded())),
                "most", MOST);
        var near = texts.stream().<List<Near>>map(text -> new ArrayList<>()).toList();
        database.list(PUBLISHED, values, row -> {
            int place = row.getInt("place");
            return near(row).map(one -> near.get(place - 1).add(one));
        });
        return near;
    }

    private static String[] each(List<Sought> texts, Function<Sought, String> form) {
        return texts.stream().map(form).toArray(String[]::new);
    }

    /** As {@link ClaimList#views}; those that the viewer may not see are left out. */
    public List<ClaimView> views(List<UUID> ids, Actor viewer) {
        return list.views(ids, viewer);
    }

    static String statement(Actor viewer) {
        var queries = new LinkedHashSet<String>();
        var branches = new ArrayList<String>();
        for (var seen : Wording.seenBy(viewer)) {
            var wording = seen.wording();
            var condition = seen.condition() + (viewer.is(Role.REVIEWER) ? "" : " and c.status <> 'rejected'");
            queries.add(wording.queries(null) + wording.pairs());
            branches.add(branch(wording, condition));
        }
        return "with recursive " + String.join(",\n", queries) + '\n' + String.join("\nunion all\n", branches);
    }

    /** The words of the current revision are only in its content. */
    private static String branch(Wording wording, String condition) {
        boolean working = wording == Wording.WORKING;
        var columns = working ? "c.text, c.language, c.claimant_name as claimant" : PUBLISHED_WORDS;
        var revision = working ? "" : """
                join verdict_revision r on r.claim_id = c.id and r.number = c.revision
                  cross join lateral (select readable_json(r.content) -> 'claim' as words) w
                """;
        return """
                select coalesce(c.duplicate_of, c.id) as id, c.duplicate_of is not null as duplicate, %1$s from (
                  with paired as materialized (%2$s)
                  select id from paired
                  union
                  (%3$s)
                  union
                  (%4$s)
                ) near join claim c on c.id = near.id %5$s""".formatted(
                        columns,
                        best(wording.search, wording.anyPair(), wording.anyQuery(), condition, MOST_WITH_TWO),
                        best(wording.search, wording.anyQuery(), wording.anyQuery(), condition, MOST_WITH_ONE),
                        alike(wording.text, ":folded", condition),
                        revision);
    }
}
