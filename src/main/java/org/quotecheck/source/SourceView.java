package org.quotecheck.source;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** A source as clients see it, and as a revision freezes it. */
@RegisterForReflection
public record SourceView(
        UUID id,
        String url,
        String reference,
        String title,
        String publisher,
        String author,
        String publishedAt,
        Instant accessedAt,
        String archiveUrl,
        SourceRole role,
        String excerpt,
        String note) {

    /** The same with other words of it and about it. */
    public SourceView with(String excerpt, String note) {
        return new SourceView(
                id, url, reference, title, publisher, author, publishedAt, accessedAt, archiveUrl, role, excerpt, note);
    }

    public static SourceView of(Source source) {
        return new SourceView(
                source.id,
                source.url,
                source.reference,
                source.title,
                source.publisher,
                source.author,
                source.publishedAt,
                source.accessedAt,
                source.archiveUrl,
                source.role,
                source.excerpt,
                source.note);
    }
}
