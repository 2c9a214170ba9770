package org.quotecheck.appearance;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.quotecheck.article.Publisher;
import org.quotecheck.security.KeptActor;

/**
 * A place where the claim was made or repeated; {@code addedBy} and what a reviewer has not confirmed are not public.
 */
@RegisterForReflection
public record AppearanceView(
        UUID id,
        AppearanceState state,
        DropReason reason,
        UUID articleId,
        String url,
        String title,
        Publisher publisher,
        UUID quoteId,
        LocalDate date,
        boolean first,
        KeptActor addedBy) {

    /** @param first whether it is the claim's first one */
    public static AppearanceView of(Appearance appearance, boolean first, boolean reviewer) {
        return new AppearanceView(
                appearance.id,
                appearance.state,
                appearance.reason,
                appearance.articleId,
                appearance.url,
                appearance.title,
                appearance.publisher(),
                appearance.quoteId,
                appearance.date,
                first,
                reviewer ? appearance.addedBy : null);
    }
}
