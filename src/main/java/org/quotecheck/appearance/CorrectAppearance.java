package org.quotecheck.appearance;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
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

    /** Notes members that do not go together, and a date that cannot be right. */
    public void check(Instant now, Faults faults) {
        Years.check(faults, "/date", date, now);
        if (state == AppearanceState.DROPPED) {
            faults.require("/reason", "is required when state is dropped");
        }
        if (Boolean.TRUE.equals(first) && state == AppearanceState.PENDING) {
            faults.add("/first", "must not be true unless state is confirmed");
        }
    }

    /** As it is kept. */
    public CorrectAppearance settled() {
        return state == AppearanceState.DROPPED
                ? new CorrectAppearance(state, reason, date, title, publisher, false)
                : new CorrectAppearance(state, null, date, title, publisher, Boolean.TRUE.equals(first));
    }
}
