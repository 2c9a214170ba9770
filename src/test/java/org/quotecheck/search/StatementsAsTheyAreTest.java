package org.quotecheck.search;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quotecheck.Golden;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Role;

/** The SQL that is built from parts, whole, so that a reviewer reads what the database gets. */
class StatementsAsTheyAreTest {

    private static final Map<String, Actor> VIEWERS = viewers();

    @Test
    void listOfClaims() {
        var statements = new LinkedHashMap<String, String>();
        VIEWERS.forEach((name, viewer) -> {
            statements.put(name + ", newest", list(filter(null, null, false), viewer, false));
            statements.put(name + ", newest, next page", list(filter(null, null, false), viewer, true));
            statements.put(name + ", words", list(filter("night buses", null, false), viewer, false));
            statements.put(
                    name + ", words in a language, next page", list(filter("buses", "pt-br", false), viewer, true));
        });
        var own = VIEWERS.get("submitter");
        statements.put("submitter, own", list(filter(null, null, true), own, false));
        statements.put("submitter, every filter", list(everyFilter(), own, false));
        Golden.assertSame("list.sql", Golden.sql(statements), "the SQL of the list of claims has changed");
    }

    @Test
    void nearClaims() {
        var statements = new LinkedHashMap<String, String>();
        VIEWERS.forEach((name, viewer) -> statements.put(name, NearClaims.statement(viewer)));
        Golden.assertSame("near.sql", Golden.sql(statements), "the SQL for candidates of a match has changed");
    }

    @Test
    void publishedSearch() {
        var statements = new LinkedHashMap<String, String>();
        var plain = new PublishedSearch.Query(null, null, null, null);
        var narrow = new PublishedSearch.Query("night buses", "en", Instant.EPOCH, "Ada Quill");
        var next = new PublishedSearch.SearchPosition(0.1, new UUID(0, 1), 0);
        statements.put("newest", PublishedSearch.statement(plain, PublishedSearch.SearchPosition.from(0)));
        statements.put("newest, next page", PublishedSearch.statement(plain, next));
        statements.put("every filter", PublishedSearch.statement(narrow, PublishedSearch.SearchPosition.from(0)));
        statements.put("every filter, next page", PublishedSearch.statement(narrow, next));
        Golden.assertSame("search.sql", Golden.sql(statements), "the SQL of the search for verdicts has changed");
    }

    private static Map<String, Actor> viewers() {
        var viewers = new LinkedHashMap<String, Actor>();
        viewers.put("public", Actor.PUBLIC);
        viewers.put("submitter", new Actor("sam", null, Set.of(Role.SUBMITTER)));
        viewers.put("reviewer", new Actor("rita", null, Set.of(Role.REVIEWER)));
        return viewers;
    }

    private static ClaimFilter filter(String q, String language, boolean mine) {
        return new ClaimFilter(q, null, null, null, null, language, null, null, null, mine);
    }

    private static ClaimFilter everyFilter() {
        return ClaimFilter.of(
                "buses",
                org.quotecheck.claim.ClaimStatus.PUBLISHED,
                org.quotecheck.verdict.Rating.FALSE,
                "Ada Quill",
                "The Daily",
                "de-AT",
                "https://news.example/a",
                "2026-01-01T00:00:00Z",
                "transport",
                null);
    }

    private static String list(ClaimFilter filter, Actor viewer, boolean goesOn) {
        return ClaimList.statement(filter, viewer, goesOn, new HashMap<>());
    }
}
