package org.quotecheck.article;

import java.util.List;
import java.util.Optional;
import org.quotecheck.address.Host;
import org.quotecheck.http.DisplayedName;
import org.quotecheck.webpage.PageFacts;

/** What a page says about its article, in the form that the API's members have; what does not fit is left out. */
record PageMetadata(String title, Publisher publisher, List<String> authors, String publishedAt) {

    private static final int MAX_TITLE = 500;
    private static final int MAX_NAME = 200;

    /** @param facts null where no page was sent */
    static PageMetadata of(PageFacts facts) {
        if (facts == null) {
            return new PageMetadata(null, null, List.of(), null);
        }
        var name = shown(facts.publisher(), MAX_NAME).orElse(null);
        var site = Optional.ofNullable(facts.publisherUrl()).flatMap(Host::of).orElse(null);
        return new PageMetadata(
                shown(facts.title(), MAX_TITLE).orElse(null),
                name == null && site == null ? null : new Publisher(name, site),
                facts.authors().stream()
                        .flatMap(author -> shown(author, MAX_NAME).stream())
                        .toList(),
                facts.dates().stream()
                        .flatMap(date -> StatedDate.Form.ofPage(date).stream())
                        .findFirst()
                        .orElse(null));
    }

    /** Without what cannot be seen, and no longer than it may be. */
    private static Optional<String> shown(String text, int max) {
        return Optional.ofNullable(text)
                .map(said -> DisplayedName.Check.shown(said).strip())
                .map(said -> said.codePointCount(0, said.length()) <= max
                        ? said
                        : said.substring(0, said.offsetByCodePoints(0, max)).strip())
                .filter(said -> !said.isEmpty());
    }
}
