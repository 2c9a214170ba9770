package org.quotecheck.search;

import java.util.List;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Role;

/**
 * Which of a claim's words a caller sees and therefore searches: the working ones, or those of the current revision.
 * Each names its columns of the table claim.
 */
enum Wording {
    WORKING("search_text", "search", "claimant_key", "language", "language_code"),
    PUBLISHED(
            "published_text",
            "published_search",
            "published_claimant_key",
            "published_language",
            "published_language_code");

    private static final int MOST_RANKED = 5_000;
    private static final int NEWEST_RANKED = 2_000;
    private static final int NEWEST = 50_000;

    final String text;
    final String search;
    final String claimantKey;
    final String language;
    final String languageCode;

    Wording(String text, String search, String claimantKey, String language, String languageCode) {
        this.text = text;
        this.search = search;
        this.claimantKey = claimantKey;
        this.language = language;
        this.languageCode = languageCode;
    }

    /**
     * Claims that are seen in one wording; {@code condition} is SQL on the table claim c, with {@code :viewer} where it
     * names it.
     */
    record Seen(Wording wording, String condition) {}

    /**
     * Reviewers see all working words; others those of the claims that they submitted, and the published words of the
     * rest.
     */
    static List<Seen> seenBy(Actor viewer) {
        if (viewer.is(Role.REVIEWER)) {
            return List.of(new Seen(WORKING, "true"));
        }
        return viewer.subject() == null
                ? List.of(new Seen(PUBLISHED, "c.revision > 0"))
                : List.of(new Seen(PUBLISHED, "c.revision > 0 and c.submitted_by <> :viewer"), own());
    }

    /** The viewer's own claims. */
    static Seen own() {
        return new Seen(WORKING, "c.submitted_by = :viewer");
    }

    /**
     * SQL of two common table expressions (after {@code with recursive}), named after this wording:
     * {@code spoken_…(code)}, the languages that claims are in (one index probe each), and {@code query_…(code,
     * words)}, the words asked for as each language reads them.
     *
     * @param only SQL of the one language to read the words in; null for all
     */
    String queries(String only) {
        return languages(only) + words("query", ":q");
    }

    /** SQL of the first of them alone. */
    String languages(String only) {
        var spoken = only != null ? "spoken_%1$s(code) as (select " + only + ")" : """
                spoken_%1$s(code) as (
                  (select %2$s from claim where %2$s is not null order by %2$s limit 1)
                  union all
                  select (select %2$s from claim where %2$s > s.code order by %2$s limit 1)
                  from spoken_%1$s s where s.code is not null)""";
        return spoken.formatted(name(), languageCode);
    }

    /** The name of that expression. */
    String languagesTable() {
        return "spoken_" + name();
    }

    /**
     * SQL of the claims with the words asked for, to be ranked: {@code matching_…(id, code, search, revision)}, a
     * common table expression after {@link #queries} and its prerequisite. All there are, where they are few; of words
     * that {@value #MOST_RANKED} claims have, so many of any age and {@value #NEWEST_RANKED} of the {@value #NEWEST}
     * newest: ranking all of a million would take seconds.
     *
     * @param seen the condition of {@link Seen}
     * @param where what else the claims must be, on the table claim c
     */
    String matching(String seen, List<String> where) {
        return """
                , indexed_%1$s as materialized (
                  select c.id, c.%2$s as code, c.%3$s as search, c.revision, c.status from claim c
                  where c.%3$s @@ %4$s and %5$s limit %6$d),
                matching_%1$s as materialized (
                  select * from indexed_%1$s
                  union all
                  (select c.id, c.%2$s, c.%3$s, c.revision, c.status
                  from (select c.* from claim c where %7$s order by c.id desc limit %8$d) c
                  where (select count(*) from indexed_%1$s) = %6$d and c.%3$s @@ %4$s and %5$s
                    and c.id not in (select id from indexed_%1$s) limit %9$d))""".formatted(
                        name(),
                        languageCode,
                        search,
                        anyQuery(),
                        String.join(" and ", where),
                        MOST_RANKED,
                        seen,
                        NEWEST,
                        NEWEST_RANKED);
    }

    /** The name of that expression. */
    String matchingTable() {
        return "matching_" + name();
    }

    /** SQL of {@code pairs_…(code, words)} after {@link #queries}: the same for the parameter {@code :pairs}. */
    String pairs() {
        return words("pairs", ":pairs");
    }

    private String words(String table, String parameter) {
        var sql = """
                , %2$s_%1$s(code, words) as materialized (
                  select code, websearch_to_tsquery(search_configuration(code), %3$s)
                  from spoken_%1$s where code is not null)""";
        return sql.formatted(name(), table, parameter);
    }

    /** SQL of the words asked for in any language, for the index; null where none is left of them. */
    String anyQuery() {
        return anyOf("query_" + name());
    }

    /** The same of the pairs. */
    String anyPair() {
        return anyOf("pairs_" + name());
    }

    private static String anyOf(String table) {
        return "(select " + any("words") + " from " + table + ")";
    }

    /** SQL of one query that finds what any of the rows' queries finds; null where no row has words. */
    static String any(String column) {
        return ("cast(string_agg(distinct '(' || cast(%1$s as text) || ')', ' | ')"
                        + " filter (where numnode(%1$s) > 0) as tsquery)")
                .formatted(column);
    }
}
