package org.quotecheck.article;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.quotecheck.address.WebUrl;
import org.quotecheck.http.Characters;
import org.quotecheck.http.DisplayedName;
import org.quotecheck.http.Items;

/** What {@code PATCH /v1/articles/{id}} makes of an article's description, merged with what was known. */
@RegisterForReflection
record DescribeArticle(
        @Characters(min = 1, max = 500) String title,
        @Valid Publisher publisher,
        @Items(max = 50) List<@NotBlank @DisplayedName @Characters(max = 200) String> authors,
        @StatedDate String publishedAt,

        @Pattern(regexp = SubmitArticle.LANGUAGE, message = SubmitArticle.LANGUAGE_MESSAGE)
        String language,

        @Items(max = 20) List<@NotNull @WebUrl String> aliases) {}
