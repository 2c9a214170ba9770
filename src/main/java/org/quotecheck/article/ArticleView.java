package org.quotecheck.article;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An article as clients see it: without its text, with its quotes in text order. */
@RegisterForReflection
record ArticleView(
        UUID id,
        String url,
        String urlHash,
        String title,
        Publisher publisher,
        List<String> authors,
        Instant publishedAt,
        String language,
        String contentDigest,
        int version,
        Instant createdAt,
        Instant updatedAt,
        List<QuoteView> quotes,
        Integer quotesLeftOut) {

    static ArticleView of(Article article) {
        return new ArticleView(
                article.id,
                article.url,
                article.urlHash,
                article.title,
                article.publisher(),
                article.authors.length == 0 ? null : List.of(article.authors),
                article.publishedAt,
                article.language,
                article.contentDigest,
                article.version,
                article.createdAt,
                article.updatedAt,
                quotes(article),
                article.quotesLeftOut == 0 ? null : article.quotesLeftOut);
    }

    private static List<QuoteView> quotes(Article article) {
        return article.quotes().stream()
                .map(quote -> QuoteView.of(quote, article))
                .toList();
    }
}
