package org.quotecheck.article;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** A text that was sent for an article, and whether it is the current one. */
@RegisterForReflection
record ArticleVersionView(UUID articleId, int number, ArticleVersion.State state, Instant at) {

    static ArticleVersionView of(ArticleVersion version) {
        return new ArticleVersionView(version.key.articleId(), version.key.number(), version.state, version.createdAt);
    }
}
