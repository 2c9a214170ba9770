package org.quotecheck.claim;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.quotecheck.digest.Json;
import org.quotecheck.security.Actor;
import org.quotecheck.security.KeptActor;

/** One change of a claim: who, when, what, before and after. Written in the change's own transaction. */
@Entity
@Table(name = "history_entry")
public class HistoryEntry extends PanacheEntityBase {

    private static final String DRAFT_WRITTEN = "draft_written";

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(name = "claim_id")
    UUID claimId;

    Instant at;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "actor"))
    @AttributeOverride(name = "name", column = @Column(name = "actor_name"))
    KeptActor actor;

    String action;

    @JdbcTypeCode(SqlTypes.JSON)
    String before;

    @JdbcTypeCode(SqlTypes.JSON)
    String after;

    /**
     * Oldest first
     *
     * @param last the one before these, null at the beginning
     * @param transitionsOnly without what else changed
     */
    public static List<HistoryEntry> after(UUID last, UUID claimId, boolean transitionsOnly, int most) {
        return HistoryEntry.<HistoryEntry>find(
                        "claimId = :claim" + (last == null ? "" : " and id > :last")
                                + (transitionsOnly ? " and action in ('submitted', 'transition')" : "")
                                + " order by id",
                        last == null ? Map.of("claim", claimId) : Map.of("claim", claimId, "last", last))
                .page(0, most)
                .list();
    }

    public UUID id() {
        return id;
    }

    public Instant at() {
        return at;
    }

    public KeptActor actor() {
        return actor;
    }

    public String action() {
        return action;
    }

    /** JSON, or null. */
    public String before() {
        return before;
    }

    /** JSON, or null. */
    public String after() {
        return after;
    }

    /**
     * One entry for everything that one author writes between two other entries, from the draft before to the last one.
     */
    static void draftWritten(Claim claim, Actor actor, Instant at, Object before, Object after) {
        HistoryEntry last = HistoryEntry.<HistoryEntry>find("claimId = ?1 order by id desc", claim.id)
                .firstResult();
        if (last != null && last.action.equals(DRAFT_WRITTEN) && actor.is(last.actor)) {
            last.at = at;
            last.after = Json.keep(after);
        } else {
            record(claim, DRAFT_WRITTEN, actor, at, before, after);
        }
    }

    /** @param before, after what changed, as clients read it; null where there was, or is, nothing */
    static void record(Claim claim, String action, Actor actor, Instant at, Object before, Object after) {
        var entry = new HistoryEntry();
        entry.claimId = claim.id;
        entry.at = at;
        entry.actor = actor.kept();
        entry.action = action;
        entry.before = Json.keep(before);
        entry.after = Json.keep(after);
        entry.persist();
    }
}
