package org.quotecheck.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.quotecheck.body.Body;
import org.quotecheck.http.Outcome;
import org.quotecheck.http.Target;
import org.quotecheck.http.Writes;
import org.quotecheck.problem.Problem;
import org.quotecheck.security.Actors;
import org.quotecheck.security.Role;

/** Changes of one existing claim: its row is locked, observers are notified, and the answer carries its new ETag. */
@ApplicationScoped
class ClaimWrites {

    private final Writes writes;
    private final Actors actors;
    private final ClaimTags tags;
    private final Event<ClaimChanged> changes;

    ClaimWrites(Writes writes, Actors actors, ClaimTags tags, Event<ClaimChanged> changes) {
        this.writes = writes;
        this.actors = actors;
        this.tags = tags;
        this.changes = changes;
    }

    /** A change that requires the claim's ETag as If-Match. */
    Response change(UUID id, byte[] content, BiFunction<Claim, Body, Outcome> effect) {
        return change(id, claim -> {}, content, effect);
    }

    /**
     * A change of something of the claim's
     *
     * @param exists throws 404 when it is not there
     */
    Response change(UUID id, Consumer<Claim> exists, byte[] content, BiFunction<Claim, Body, Outcome> effect) {
        return writes.change(
                content, () -> target(id, exists), (claim, body) -> finish(claim, effect.apply(claim, body)));
    }

    /**
     * A removal that requires the claim's ETag as If-Match
     *
     * @param exists throws 404 when there is nothing to remove
     */
    Response remove(UUID id, Consumer<Claim> exists, Function<Claim, Outcome> effect) {
        return writes.remove(() -> target(id, exists), claim -> finish(claim, effect.apply(claim)));
    }

    private Target<Claim> target(UUID id, Consumer<Claim> exists) {
        var claim = find(id);
        exists.accept(claim);
        return new Target<>(claim, String.valueOf(claim.version), tags.of(claim, actors.current()));
    }

    /** Something added to the claim, whatever its version. */
    Response add(UUID id, byte[] content, BiFunction<Claim, Body, Outcome> effect) {
        return writes.change(
                content,
                () -> Target.unconditional(find(id)),
                (claim, body) -> finish(claim, effect.apply(claim, body)));
    }

    /** Writes the change down, so that the version counts it, and notifies observers where the public may see it. */
    Outcome finish(Claim claim, Outcome outcome) {
        Claim.flush();
        if (actors.current().is(Role.REVIEWER)) {
            Claim.getEntityManager().refresh(claim); // for what the ETag counts beside the version
        }
        if (claim.hasVerdict()) {
            changes.fire(new ClaimChanged(claim.id));
        }
        return outcome.headers().containsKey("ETag") ? outcome : outcome.etag(tags.of(claim, actors.current()));
    }

    Claim find(UUID id) {
        return Claims.locked(id)
                .filter(claim -> claim.isVisibleTo(actors.current()))
                .orElseThrow(Problem::notFound);
    }
}
