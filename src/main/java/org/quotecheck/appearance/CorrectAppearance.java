package org.quotecheck.appearance;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.quotecheck.article.Publisher;
import org.quotecheck.body.Faults;
import org.quotecheck.http.Characters;
import org.quotecheck.statement.Years;

/** An appearance as a reviewer confirms, drops or corrects it. */
@RegisterForReflection
public record CorrectAppearance(
        @NotNull AppearanceState state,
        DropReason reason,
        LocalDate date,
        @Characters(min = 1, max = 500) String title,
        @Valid Publisher publisher,
        Boolean first) {

    /** What is not stated about a place is taken from its article. */
    public CorrectAppearance described(Appearance place) {
        return new CorrectAppearance(
                state,
                reason,
                date,
                title == null ? place.title() : title,
                publisher == null ? place.publisher() : publisher,
                first);
    }

    /**
     * Notes members that do not go together, and a date that cannot be right.
     *
     * @param sent names of the members that were sent: what was there before goes with the state that it belonged to
     */
    public void check(Set<String> sent, Instant now, Faults faults) {
        Years.check(faults, "/date", date, now);
        if (faults.isWrong("/state")) {
            return;
        }
        if (state == AppearanceState.DROPPED) {
            faults.require("/reason", "is required when state is dropped");
        } else if (sent.contains("reason")) {
            faults.refuse("/reason", "must not be sent unless state is dropped");
        }
        if (state != AppearanceState.CONFIRMED && sent.contains("first") && Boolean.TRUE.equals(first)) {
            faults.add("/first", "must not be true unless state is confirmed");
        }
    }

    /** As it is kept: only what is dropped has a reason, and only what is confirmed can be the first one. */
    public CorrectAppearance settled() {
        return new CorrectAppearance(
                state,
                state == AppearanceState.DROPPED ? reason : null,
                date,
                title,
                publisher,
                state == AppearanceState.CONFIRMED && Boolean.TRUE.equals(first));
    }
}
