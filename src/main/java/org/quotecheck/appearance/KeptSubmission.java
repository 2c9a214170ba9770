package org.quotecheck.appearance;

import static io.quarkus.hibernate.orm.panache.Panache.getEntityManager;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.quotecheck.security.Actor;

/**
 * What one submitter sent, and what became of it: for an appearance that joined a claim, its state; otherwise the
 * claim's status. The reason is a code.
 */
@RegisterForReflection
public record KeptSubmission(
        @JsonIgnore UUID id, UUID claimId, UUID appearanceId, String text, String status, String reason, Instant at) {

    private static final String LIST = """
            select * from (
              select s.id, s.claim_id, s.appearance_id, s.text, s.created_at,
                case when s.place = '' then c.status when a.id is null then 'dropped' else a.state end as status,
                case when s.place = ''
                  then (case when c.status in ('not_checkable', 'rejected') then c.status_reason end)
                  when a.id is null then 'removed' else a.reason end as reason
              from submission s join claim c on c.id = s.claim_id left join appearance a on a.id = s.appearance_id
              where s.subject = :subject) own
            where 0 = 0""";

    private static final String SENT = """
            from submission s where s.subject = :subject
              and s.claim_id in (select c.id from claim c where c.id = :claim or c.duplicate_of = :claim)""";

    /**
     * Nothing happens when the same was sent before
     *
     * @param claim the id of the one that has these words
     * @param joined the place that joined it; null for the claim itself, and for words without a place
     */
    public static void keep(UUID claim, Appearance joined, String text, Actor actor, Instant now) {
        getEntityManager()
                .createNativeQuery("""
                        insert into submission (id, claim_id, appearance_id, place, subject, text, created_at)
                        values (:id, :claim, cast(nullif(:place, '') as uuid), :place, :subject, :text, :now)
                        on conflict do nothing""")
                .setParameter("id", UuidVersion7Strategy.INSTANCE.generateUuid(null))
                .setParameter("claim", claim)
                .setParameter("place", joined == null ? "" : joined.id().toString())
                .setParameter("subject", actor.subject())
                .setParameter("text", text)
                .setParameter("now", now)
                .executeUpdate();
    }

    /**
     * Newest first
     *
     * @param last the one before these, null at the beginning
     * @param status null for any
     */
    public static List<KeptSubmission> before(UUID last, String status, Actor sender, int most) {
        var values = new HashMap<String, Object>();
        values.put("subject", sender.subject());
        var sql = new StringBuilder(LIST);
        if (status != null) {
            sql.append(" and status = :status");
            values.put("status", status);
        }
        if (last != null) {
            sql.append(" and id < :last");
            values.put("last", last);
        }
        var query = getEntityManager().createNativeQuery(sql + " order by id desc", Tuple.class);
        values.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.setMaxResults(most).getResultList();
        return rows.stream()
                .map(row -> new KeptSubmission(
                        row.get("id", UUID.class),
                        row.get("claim_id", UUID.class),
                        row.get("appearance_id", UUID.class),
                        row.get("text", String.class),
                        row.get("status", String.class),
                        row.get("reason", String.class),
                        row.get("created_at", Instant.class)))
                .toList();
    }

    /** Whether this one sent the claim's words, or those of a duplicate of it. */
    public static boolean sent(UUID claim, Actor sender) {
        return sender.subject() != null
                && (Boolean) getEntityManager()
                        .createNativeQuery("select exists (select 1 " + SENT + ")", Boolean.class)
                        .setParameter("subject", sender.subject())
                        .setParameter("claim", claim)
                        .getSingleResult();
    }

    /** The places with which this one joined the claim. */
    public static List<Appearance> places(UUID claim, Actor sender) {
        @SuppressWarnings("unchecked")
        List<Appearance> places = getEntityManager()
                .createNativeQuery(
                        "select a.* from appearance a where a.id in (select s.appearance_id " + SENT
                                + ") order by a.id desc limit 100",
                        Appearance.class)
                .setParameter("subject", sender.subject())
                .setParameter("claim", claim)
                .getResultList();
        return places;
    }
}
