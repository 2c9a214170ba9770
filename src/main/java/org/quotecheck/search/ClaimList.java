package org.quotecheck.search;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.quotecheck.claim.Claim;
import org.quotecheck.claim.ClaimView;
import org.quotecheck.claim.PublishedReads;
import org.quotecheck.claim.Sight;
import org.quotecheck.deployment.OneStatement;
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

    private final OneStatement database;
    private final PublishedReads published;
    private final ReviewRules rules;

    ClaimList(OneStatement database, PublishedReads published, ReviewRules rules) {
        this.database = database;
        this.published = published;
        this.rules = rules;
    }

    /** A claim of the list, with its rank as it stands in a cursor. */
    private record Listed(UUID id, String rank) {

        private static Listed of(ResultSet row) throws SQLException {
            return new Listed(OneStatement.id(row, "id"), row.getString("rank"));
        }

        private List<String> key() {
            return List.of(rank, id.toString());
        }
    }

    /**
     * Two statements for those who see published claims alone, otherwise six at most
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
        values.put("limit", limit.value() + 1);
        var rows = database.list(sql, values, Listed::of);
        var page = PageView.of(rows, limit, Listed::key, filter, viewer.subject());
        return page.with(views(page.items().stream().map(Listed::id).toList(), viewer));
    }

    /** Claims in the order of their ids, without those that this viewer may not see. One statement, or five. */
    List<ClaimView> views(List<UUID> ids, Actor viewer) {
        var views = new HashMap<>(published.claims(ids, viewer));
        var others = ids.stream().filter(id -> !views.containsKey(id)).toList();
        if (!others.isEmpty()) {
            var seen = QuarkusTransaction.joiningExisting().call(() -> entities(others, viewer));
            seen.forEach(view -> views.put(view.id(), view));
        }
        return ids.stream().map(views::get).filter(Objects::nonNull).toList();
    }

    /** Those that are not plain: four statements. */
    private List<ClaimView> entities(List<UUID> ids, Actor viewer) {
        var seen = Claim.<Claim>list("id in ?1", ids).stream()
                .filter(claim -> claim.isVisibleTo(viewer))
                .toList();
        return Sight.of(seen, viewer, rules);
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
}
