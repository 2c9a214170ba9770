package org.quotecheck.review;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.quotecheck.security.Actor;
import org.quotecheck.security.KeptActor;

/** A reviewer's comment to colleagues about a claim, never public. */
@Entity
@Table(name = "claim_comment")
class Comment extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(name = "claim_id")
    UUID claimId;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "actor"))
    @AttributeOverride(name = "name", column = @Column(name = "actor_name"))
    KeptActor actor;

    String text;

    Instant at;

    static Comment of(UUID claimId, String text, Actor actor, Instant now) {
        var comment = new Comment();
        comment.claimId = claimId;
        comment.actor = actor.kept();
        comment.text = text;
        comment.at = now;
        comment.persist();
        return comment;
    }

    /**
     * Oldest first
     *
     * @param last the one before these, null at the beginning
     */
    static List<Comment> after(UUID last, UUID claimId, int most) {
        var found = last == null
                ? Comment.<Comment>find("claimId = ?1 order by id", claimId)
                : Comment.<Comment>find("claimId = ?1 and id > ?2 order by id", claimId, last);
        return found.page(0, most).list();
    }
}
