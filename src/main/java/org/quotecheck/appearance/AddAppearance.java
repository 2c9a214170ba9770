package org.quotecheck.appearance;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import org.quotecheck.article.Publisher;
import org.quotecheck.article.WebUrl;
import org.quotecheck.http.Characters;

/** A place that a reviewer found; confirmed unless {@code state} says otherwise. */
@RegisterForReflection
public record AddAppearance(
        @NotBlank @WebUrl String url,
        AppearanceState state,
        DropReason reason,
        LocalDate date,
        @Characters(min = 1, max = 500) String title,
        @Valid Publisher publisher,
        Boolean first) {

    public CorrectAppearance found() {
        return new CorrectAppearance(
                state == null ? AppearanceState.CONFIRMED : state, reason, date, title, publisher, first);
    }
}
