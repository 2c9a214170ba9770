package org.quotecheck.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quotecheck.http.Cursor;
import org.quotecheck.http.Limit;
import org.quotecheck.http.PageView;
import org.quotecheck.http.Problem;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Role;

/** Lists of claims: newest first, or best match first when words are asked for. */
@ApplicationScoped
class ClaimList {

    private static final int MAX_QUERY = 1_000;

    /** @param q web-style full-text query, matched without case and accents */
    record Query(String q, ClaimStatus status, String submittedBy) {}

    private final EntityManager database;
    private final ReviewRules rules;

    ClaimList(EntityManager database, ReviewRules rules) {
        this.database = database;
        this.rules = rules;
    }

    /** @throws Problem 400 for a query or cursor that cannot be read */
    PageView<ClaimView> page(Query query, Actor viewer, Limit limit, String cursor) {
        check(query);
        var where = new ArrayList<String>();
        var values = new LinkedHashMap<String, Object>();
        filter(query, viewer, where, values);
        // a float4 as text survives the round trip through the cursor, so equal ranks stay equal
        var rank = query.q() == null ? "0::float4" : "ts_rank(search, websearch_to_tsquery('simple', :q))";
        if (cursor != null) {
            var last = Cursor.read(cursor, 2, query, viewer.subject());
            where.add("(" + rank + ", id) < (cast(:lastRank as float4), :lastId)");
            values.put("lastRank", rank(last.get(0)));
            values.put("lastId", Cursor.id(last.get(1)));
        }
        var sql = "select id, cast(" + rank + " as text) as rank from claim"
                + (where.isEmpty() ? "" : " where " + String.join(" and ", where))
                + " order by " + (query.q() == null ? "" : rank + " desc, ") + "id desc limit :limit";
        var select = database.createNativeQuery(sql, Tuple.class).setParameter("limit", limit.value() + 1);
        values.forEach(select::setParameter);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = select.getResultList();
        boolean more = rows.size() > limit.value();
        var shown = more ? rows.subList(0, limit.value()) : rows;
        var next = more ? Cursor.write(List.of(shown.getLast().get("rank", String.class), shown.getLast().get("id", UUID.class).toString()),
                query, viewer.subject()) : null;
        return new PageView<>(ClaimView.of(load(shown), viewer, rules), next);
    }

    private static void check(Query query) {
        if (query.q() != null && (query.q().isBlank() || query.q().length() > MAX_QUERY || query.q().indexOf('\0') >= 0)) {
            throw Problem.malformed("q must have 1 to " + MAX_QUERY + " characters, and words among them.");
        }
        if (query.submittedBy() != null && !query.submittedBy().equals("me")) {
            throw Problem.malformed("submittedBy must be me.");
        }
    }

    private static void filter(Query query, Actor viewer, List<String> where, Map<String, Object> values) {
        if (query.q() != null) {
            where.add("search @@ websearch_to_tsquery('simple', :q)");
            values.put("q", SearchText.fold(query.q()));
        }
        if (query.status() != null) {
            where.add("status = :status");
            values.put("status", query.status().code);
        }
        if (query.submittedBy() != null) {
            where.add("submitted_by = :me");
            values.put("me", viewer.subject() == null ? "" : viewer.subject());
        }
        if (!viewer.is(Role.REVIEWER)) {
            where.add(viewer.subject() == null ? "revision > 0" : "(revision > 0 or submitted_by = :viewer)");
            if (viewer.subject() != null) {
                values.put("viewer", viewer.subject());
            }
        }
    }

    private static List<Claim> load(List<Tuple> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var ids = rows.stream().map(row -> row.get("id", UUID.class)).toList();
        var byId = Claim.<Claim>list("id in ?1", ids).stream().collect(Collectors.toMap(Claim::id, Function.identity()));
        return ids.stream().map(byId::get).toList();
    }

    private static float rank(String text) {
        try {
            return Float.parseFloat(text);
        } catch (NumberFormatException e) {
            throw Cursor.malformed();
        }
    }
}
