package org.quotecheck.claim;

import java.time.Instant;
import org.quotecheck.appearance.Appearance;
import org.quotecheck.article.Article;
import org.quotecheck.article.CanonicalUrl;
import org.quotecheck.problem.Problem;

/** Where words stand that were not sent as a quote. */
final class Places {

    private Places() {}

    /** @throws Problem 422 for an address that is none */
    static Appearance at(String url, Instant now) {
        try {
            var canonical = CanonicalUrl.of(url);
            return Article.at(canonical)
                    .map(article -> Appearance.in(article, now))
                    .orElseGet(() -> Appearance.at(canonical, null, null, now));
        } catch (CanonicalUrl.Refused e) {
            throw Problem.invalid("/url", e.getMessage());
        }
    }
}
