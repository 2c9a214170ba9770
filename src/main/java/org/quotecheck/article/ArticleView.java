package org.quotecheck.article;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.quotecheck.webpage.TextSource;

/** An article as clients see it: without its text, with its quotes in text order. */
@RegisterForReflection
record ArticleView(
        UUID id,
        String url,
        String urlHash,
        List<String> aliases,
        String title,
        Publisher publisher,
        List<String> authors,
        String publishedAt,
        String language,
        String contentDigest,
        int version,
        Instant createdAt,
        Instant updatedAt,
        List<QuoteView> quotes,
        Integer quotesLeftOut,
        TextSource textSource) {

    static ArticleView of(Article article) {
        return of(article, null);
    }

    /** @param source where in the page that was just sent the text stood; null otherwise */
    static ArticleView of(Article article, TextSource source) {
        return new ArticleView(
                article.id,
                article.url,
                article.urlHash,
                article.aliases.length == 0 ? null : List.of(article.aliases),
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
                article.quotesLeftOut == 0 ? null : article.quotesLeftOut,
                source);
    }

    private static List<QuoteView> quotes(Article article) {
        return article.quotes().stream()
                .map(quote -> QuoteView.of(quote, article))
                .toList();
    }
}
