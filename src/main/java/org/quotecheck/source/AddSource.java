package org.quotecheck.source;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.quotecheck.address.WebUrl;
import org.quotecheck.article.StatedDate;
import org.quotecheck.body.Faults;
import org.quotecheck.http.Characters;
import org.quotecheck.http.DisplayedName;
import org.quotecheck.statement.Years;

/**
 * A source as it is sent: at an address, or with a reference to something that has none (a book, a document, an
 * interview); {@code accessedAt} is now when absent.
 */
@RegisterForReflection
public record AddSource(
        @WebUrl String url,

        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank") @Characters(max = 500)
        String reference,

        @NotBlank @Characters(max = 500) String title,
        @DisplayedName @Characters(min = 1, max = 200) String publisher,
        @DisplayedName @Characters(min = 1, max = 200) String author,
        @StatedDate String publishedAt,
        Instant accessedAt,
        @WebUrl String archiveUrl,
        @NotNull SourceRole role,
        @Characters(min = 1, max = 2000) String excerpt,
        @Characters(min = 1, max = 2000) String note) {

    /**
     * Itself; it says where it is, and its times can be right.
     *
     * @param pointer to it in the body
     */
    public AddSource checked(String pointer, Instant now, Faults faults) {
        if (!faults.isSent(pointer + "/reference")) {
            faults.require(pointer + "/url", "is required unless reference is given");
        }
        var published = StatedDate.Form.of(publishedAt).orElse(null);
        Years.check(faults, pointer + "/publishedAt", StatedDate.Form.year(published), now);
        Years.check(faults, pointer + "/accessedAt", accessedAt, now);
        return this;
    }
}
