package org.quotecheck.review;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.quotecheck.claim.Claim;
import org.quotecheck.claim.ClaimStatus;
import org.quotecheck.claim.ClaimView;
import org.quotecheck.claim.Sight;
import org.quotecheck.deployment.ReviewRules;
import org.quotecheck.http.Cursor;
import org.quotecheck.http.Limit;
import org.quotecheck.http.PageView;
import org.quotecheck.security.Actor;

/**
 * What waits for reviewers, most urgent first. Urgency is points: up to ten for checkability, two for each doubling of
 * the number of those who sent the claim, five for each open report of a reader, one for each day that it waits. A
 * published claim waits while places that joined it, a version of its article, or a retraction that an editor asked
 * for, do. All claims gain equally by waiting, so their order does not change over time, and pages stay stable.
 */
@ApplicationScoped
class ReviewQueue {

    /** In binary floating point: decimal logarithms took most of the time of a queue of 100,000. */
    private static final String POINTS = "10 * c.checkability"
            + " + 2 * ln(1 + cast(senders.number as float8)) / ln(cast(2 as float8)) + 5 * cast(c.open_reports as "
            + "float8)";

    /**
     * @param urgency points, to one decimal
     * @param reason what makes them, in English
     */
    @RegisterForReflection
    record QueueItemView(ClaimView claim, double urgency, String reason, List<Urgency> reasons) {}

    @RegisterForReflection
    record Row(
            UUID id,
            String rank,
            double points,
            double checkability,
            long senders,
            int reports,
            long places,
            long versions,
            boolean retraction,
            Instant since) {}

    private final EntityManager database;
    private final ReviewRules rules;
    private final Clock clock;

    ReviewQueue(EntityManager database, ReviewRules rules, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.clock = clock;
    }

    /** @throws org.quotecheck.problem.Problem 400 for a cursor that this list did not give */
    PageView<QueueItemView> page(QueueFilter filter, Actor viewer, Limit limit, String cursor) {
        var rows = PageView.of(
                rows(filter, limit, cursor), limit, row -> List.of(row.rank, row.id.toString()), filter.key());
        var claims = rows.items().isEmpty()
                ? List.<Claim>of()
                : Claim.<Claim>list(
                        "id in ?1", rows.items().stream().map(Row::id).toList());
        var views =
                Sight.of(
                                claims.stream()
                                        .filter(claim -> claim.isVisibleTo(viewer))
                                        .toList(),
                                viewer,
                                rules)
                        .stream()
                        .collect(Collectors.toMap(ClaimView::id, view -> view));
        var now = clock.instant();
        var readable = rows.with(
                rows.items().stream().filter(row -> views.containsKey(row.id)).toList());
        return readable.map(row -> {
            double days = Duration.between(row.since, now).toSeconds()
                    / (double) Duration.ofDays(1).toSeconds();
            var reasons = reasons(row, (long) days);
            return new QueueItemView(
                    views.get(row.id),
                    Math.round((row.points + days) * 10) / 10.0,
                    reasons.stream().map(Urgency::english).collect(Collectors.joining("; ")),
                    reasons);
        });
    }

    /** How much there is by status, whatever the page. */
    QueueCountsView counts(QueueFilter filter) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = filter.fill(database.createNativeQuery("select c.status, count(*) from claim c where "
                        + String.join(" and ", filter.conditions())
                        + " group by c.status order by c.status"))
                .getResultList();
        var byStatus = new LinkedHashMap<String, Long>();
        rows.forEach(row -> byStatus.put((String) row[0], ((Number) row[1]).longValue()));
        return new QueueCountsView(
                byStatus.values().stream().mapToLong(Long::longValue).sum(), byStatus);
    }

    private List<Row> rows(QueueFilter filter, Limit limit, String cursor) {
        var last = cursor == null ? null : Cursor.read(cursor, 2, filter.key());
        var query = filter.fill(database.createNativeQuery(statement(filter.conditions(), last != null), Row.class))
                .setParameter("limit", limit.value() + 1);
        if (last != null) {
            query.setParameter("rank", Cursor.number(last.get(0))).setParameter("id", Cursor.id(last.get(1)));
        }
        @SuppressWarnings("unchecked")
        List<Row> rows = query.getResultList();
        return rows;
    }

    /** A float8 as text survives the round trip through the cursor, so equal ranks stay equal. */
    static String statement(List<String> where, boolean goesOn) {
        return """
                select id, cast(rank as text) as rank, cast(points as float8), cast(checkability as float8),
                  number, open_reports, places, versions, retraction, since
                from (
                  select c.id, c.checkability, c.open_reports, senders.number, pending.number as places,
                    versions.number as versions, c.retraction_by is not null as retraction, waits.since,
                    cast(%1$s as float8) as points,
                    cast(%1$s as float8) - cast(extract(epoch from waits.since) as float8) / 86400 as rank
                  from claim c
                  cross join lateral (select count(*) as number from (
                    select s.subject from submission s where s.claim_id = c.id
                    union
                    select s.subject from claim d join submission s on s.claim_id = d.id where d.duplicate_of = c.id)
                    sender) as senders
                  cross join lateral (select count(*) as number, min(a.created_at) as since from appearance a
                    where a.claim_id = c.id and a.state = 'pending') as pending
                  cross join lateral (select count(*) as number, min(v.created_at) as since from article_version v
                    where v.state = 'waiting' and c.revision > 0 and v.article_id in
                      (select a.article_id from appearance a where a.claim_id = c.id and a.state = 'confirmed'))
                    as versions
                  cross join lateral (select
                    case when %4$s or c.open_reports > 0
                      then c.waiting_since
                      else coalesce(least(pending.since, versions.since, c.retraction_at), c.waiting_since)
                    end as since) as waits
                  where %2$s) as waiting
                %3$s order by waiting.rank desc, id desc limit :limit""".formatted(
                        POINTS,
                        String.join(" and ", where),
                        goesOn ? "where (waiting.rank, id) < (cast(:rank as float8), :id)" : "",
                        ClaimStatus.OPEN);
    }

    private static List<Urgency> reasons(Row row, long days) {
        var reasons = new ArrayList<Urgency>();
        if (row.reports > 0) {
            reasons.add(new Urgency(Urgency.Cause.REPORTS, row.reports));
        }
        reasons.add(new Urgency(Urgency.Cause.CHECKABILITY, Math.round(row.checkability * 100) / 100.0));
        if (row.senders > 1) {
            reasons.add(new Urgency(Urgency.Cause.SUBMITTERS, row.senders));
        }
        if (row.places > 0) {
            reasons.add(new Urgency(Urgency.Cause.APPEARANCES, row.places));
        }
        if (row.versions > 0) {
            reasons.add(new Urgency(Urgency.Cause.ARTICLE_VERSIONS, row.versions));
        }
        if (row.retraction) {
            reasons.add(new Urgency(Urgency.Cause.RETRACTION_REQUESTED, 1));
        }
        if (days > 0) {
            reasons.add(new Urgency(Urgency.Cause.DAYS, days));
        }
        return reasons;
    }
}
