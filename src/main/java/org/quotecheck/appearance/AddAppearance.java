package org.quotecheck.appearance;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.quotecheck.address.CanonicalUrl;
import org.quotecheck.address.WebUrl;
import org.quotecheck.article.Article;
import org.quotecheck.article.Publisher;
import org.quotecheck.body.Faults;
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

    /** Itself; its members go together. */
    public AddAppearance checked(Set<String> sent, Instant now, Faults faults) {
        found().check(sent, now, faults);
        return this;
    }

    public Appearance place(Instant now) {
        var canonical = CanonicalUrl.of(url);
        return Article.at(canonical)
                .map(article -> Appearance.in(article, now))
                .orElseGet(() -> Appearance.at(canonical, null, null, now));
    }

    public CorrectAppearance found() {
        return new CorrectAppearance(
                state == null ? AppearanceState.CONFIRMED : state, reason, date, title, publisher, first);
    }
}
