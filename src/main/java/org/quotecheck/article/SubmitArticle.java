package org.quotecheck.article;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.quotecheck.address.WebUrl;
import org.quotecheck.http.Characters;
import org.quotecheck.http.DisplayedName;
import org.quotecheck.http.Items;

/** What {@code POST /v1/articles} takes: the page's URL and its text, plain or as HTML (one of the two). */
@RegisterForReflection
public record SubmitArticle(
        @NotBlank @WebUrl String url,
        String text,
        String html,
        @Characters(min = 1, max = 500) String title,
        @Valid Publisher publisher,
        @Items(max = 50) List<@NotBlank @DisplayedName @Characters(max = 200) String> authors,
        @StatedDate String publishedAt,

        @Pattern(regexp = LANGUAGE, message = LANGUAGE_MESSAGE)
        String language) {

    /** BCP 47 (RFC 5646, section 2.1), its common part: language, script, region, up to three variants. */
    public static final String LANGUAGE =
            "[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3})){0,3}";

    public static final String LANGUAGE_MESSAGE = "must be a BCP 47 language tag, such as en or pt-BR";
}
