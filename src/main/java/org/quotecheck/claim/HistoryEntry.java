package org.quotecheck.claim;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.quotecheck.security.Actor;

/** One change of a claim: who, when, what, before and after. Written in the change's own transaction. */
@Entity
@Table(name = "history_entry")
class HistoryEntry extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(name = "claim_id")
    UUID claimId;

    Instant at;

    String actor;

    String action;

    @JdbcTypeCode(SqlTypes.JSON)
    String before;

    @JdbcTypeCode(SqlTypes.JSON)
    String after;

    /** @param before, after what changed, as it is told to clients; null where there was, or is, nothing */
    static void record(Claim claim, String action, Actor actor, Instant at, Object before, Object after) {
        var entry = new HistoryEntry();
        entry.claimId = claim.id;
        entry.at = at;
        entry.actor = actor.subject();
        entry.action = action;
        entry.before = Json.write(before);
        entry.after = Json.write(after);
        entry.persist();
    }
}
