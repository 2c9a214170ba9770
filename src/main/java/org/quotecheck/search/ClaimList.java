package org.quotecheck.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quotecheck.claim.Claim;
import org.quotecheck.claim.ClaimView;
import org.quotecheck.claim.Sight;
import org.quotecheck.deployment.ReviewRules;
import org.quotecheck.http.Cursor;
import org.quotecheck.http.Limit;
import org.quotecheck.http.PageView;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Role;

/**
 * Lists of claims: newest first, or best match first when words are asked for. A claim is compared in its own language
 * and in the wording that the viewer sees.
 */
@ApplicationScoped
class ClaimList {

    private final EntityManager database;
    private final ReviewRules rules;

    ClaimList(EntityManager database, ReviewRules rules) {
        this.database = database;
        this.rules = rules;
    }

    /**
     * Five statements at most
     *
     * @throws Problem 400 for a cursor that is not this list's
     */
    PageView<ClaimView> page(ClaimFilter filter, Actor viewer, Limit limit, String cursor) {
        var values = new LinkedHashMap<String, Object>();
        if (cursor != null) {
            var last = Cursor.read(cursor, 2, filter, viewer.subject());
            values.put("lastRank", (float) Cursor.number(last.get(0)));
            values.put("lastId", Cursor.id(last.get(1)));
        }
        if (filter.mine() && viewer.subject() == null) {
            return PageView.empty();
        }
        var sql = statement(filter, viewer, cursor != null, values);
        var select = database.createNativeQuery(sql, Tuple.class).setParameter("limit", limit.value() + 1);
        values.forEach(select::setParameter);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = select.getResultList();
        var page = PageView.of(
                rows,
                limit,
                row -> List.of(row.get("rank", String.class), id(row).toString()),
                filter,
                viewer.subject());
        return page.with(views(page.items().stream().map(ClaimList::id).toList(), viewer));
    }

    /** Claims in the order of their ids, without those that this viewer may not see. Four statements. */
    List<ClaimView> views(List<UUID> ids, Actor viewer) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var byId =
                Claim.<Claim>list("id in ?1", ids).stream().collect(Collectors.toMap(Claim::id, Function.identity()));
        return Sight.of(
                ids.stream()
                        .map(byId::get)
                        .filter(claim -> claim.isVisibleTo(viewer))
                        .toList(),
                viewer,
                rules);
    }

    /** One statement over the wordings that the viewer sees, each with its own indexes and its own first rows. */
    static String statement(ClaimFilter filter, Actor viewer, boolean goesOn, Map<String, Object> values) {
        boolean ranked = filter.q() != null;
        var queries = new LinkedHashSet<String>();
        var branches = new ArrayList<String>();
        for (var seen : filter.mine() ? List.of(Wording.own()) : Wording.seenBy(viewer)) {
            if (seen.condition().contains(":viewer")) {
                values.put("viewer", viewer.subject());
            }
            var where = new ArrayList<>(List.of(seen.condition()));
            if (seen.wording() == Wording.WORKING && !viewer.is(Role.REVIEWER) && filter.asksForContent()) {
                where.add("c.status <> 'rejected'");
            }
            if (seen.wording() == Wording.PUBLISHED) {
                where.add("c.duplicate_of is null"); // its survivor stands for it
            }
            filter.narrow(seen.wording(), where, values);
            if (ranked) {
                queries.add(seen.wording().queries(filter.language() == null ? null : ":languageCode")
                        + seen.wording().matching(seen.condition(), where));
                branches.add(ranked(seen.wording(), goesOn));
            } else {
                branches.add(newest(where, goesOn));
            }
        }
        if (ranked) {
            values.put("q", filter.q());
        } else {
            values.remove("lastRank");
        }
        return (ranked ? "with recursive " + String.join(",\n", queries) : "")
                + "\nselect id, cast(rank as text) as rank from (\n" + String.join("\nunion all\n", branches)
                + "\n) found order by found.rank desc, found.id desc limit :limit";
    }

    private static String newest(List<String> where, boolean goesOn) {
        return "(select c.id, cast(0 as float4) as rank from claim c where " + String.join(" and ", where)
                + (goesOn ? " and c.id < :lastId" : "") + " order by c.id desc limit :limit)";
    }

    /**
     * Best first: ts_rank over the logarithm of the claim's length. A float4 as text survives the cursor, so equal
     * ranks stay equal.
     */
    private static String ranked(Wording wording, boolean goesOn) {
        return """
                (select id, rank from (
                  select c.id, ts_rank(c.search, query.words, 1) as rank
                  from query_%1$s query join %2$s c on c.code = query.code
                  where c.search @@ query.words) ranked
                %3$s order by rank desc, id desc limit :limit)""".formatted(
                        wording,
                        wording.matchingTable(),
                        goesOn ? "where (rank, id) < (cast(:lastRank as float4), :lastId)" : "");
    }

    private static UUID id(Tuple row) {
        return row.get("id", UUID.class);
    }
}
