package org.quotecheck.claim;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** A source as it is sent; {@code accessedAt} is now when absent. */
@RegisterForReflection
record AddSource(
        @NotBlank @WebUrl String url,
        @NotBlank @Size(max = 500) String title,
        @Size(min = 1, max = 200) String publisher,
        @Size(min = 1, max = 200) String author,
        Instant publishedAt,
        Instant accessedAt,
        @WebUrl String archiveUrl,
        @NotNull SourceRole role,
        @Size(min = 1, max = 2000) String excerpt,
        @Size(min = 1, max = 2000) String note) {}
