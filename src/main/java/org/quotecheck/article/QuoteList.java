package org.quotecheck.article;

import java.util.List;
import java.util.UUID;
import org.quotecheck.http.Cursor;
import org.quotecheck.http.Limit;
import org.quotecheck.http.PageView;

/** Pages of an article's quotes, in text order; a quote that is gone stays where it was last. */
final class QuoteList {

    /** After which quote a page begins. */
    record Position(int start, UUID id) {

        /** @throws Problem 400 when the article's list gave no such cursor */
        static Position of(String cursor, Article article) {
            var key = Cursor.read(cursor, 2, article.id);
            return new Position(Cursor.integer(key.get(0)), Cursor.id(key.get(1)));
        }
    }

    private QuoteList() {}

    /** @param after null for the first page */
    static PageView<QuoteView> page(Article article, Limit limit, Position after) {
        var query = after == null
                ? Quote.<Quote>find("articleId = ?1 and not removed order by start, id", article.id)
                : Quote.<Quote>find(
                        "articleId = ?1 and not removed and (start > ?2 or start = ?2 and id > ?3) order by start, id",
                        article.id,
                        after.start,
                        after.id);
        var page = PageView.of(
                query.range(0, limit.value()).list(),
                limit,
                quote -> List.of(String.valueOf(quote.start), quote.id.toString()),
                article.id);
        return page.with(page.items().stream()
                .filter(Quote::isReadable)
                .map(quote -> QuoteView.of(quote, article))
                .toList());
    }
}
