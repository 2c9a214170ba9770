package org.quotecheck.embed;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import org.quotecheck.claim.Claim;
import org.quotecheck.claim.ClaimChanged;
import org.quotecheck.digest.Json;
import org.quotecheck.digest.Sha256;
import org.quotecheck.verdict.VerdictRevision;

/** Rewrites an embed whenever a claim with a verdict changes, in the change's own transaction. */
@ApplicationScoped
class EmbedWriter {

    private final EntityManager database;
    private final ObjectMapper json;

    EmbedWriter(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    void refresh(@Observes ClaimChanged changed) {
        var claim = Claim.<Claim>findById(changed.claimId());
        var content = Json.text(json, EmbedContent.of(claim, VerdictRevision.of(claim.id())));
        database.createNativeQuery("""
                insert into embed (claim_id, tag, content) values (:id, :tag, :content)
                on conflict (claim_id) do update set tag = excluded.tag, content = excluded.content
                where embed.tag <> excluded.tag""")
                .setParameter("id", claim.id())
                .setParameter("tag", Sha256.hex(content).substring(0, 16))
                .setParameter("content", content)
                .executeUpdate();
    }
}
