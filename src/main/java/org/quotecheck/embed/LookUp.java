package org.quotecheck.embed;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.quotecheck.address.CanonicalUrl;
import org.quotecheck.address.WebUrl;
import org.quotecheck.body.Faults;
import org.quotecheck.http.Characters;
import org.quotecheck.statement.Worded;

/** What {@code POST /v1/lookup} takes: addresses of pages, hashes of such, and texts; absent ones are none. */
@RegisterForReflection
record LookUp(
        @Size(max = MOST_PAGES, message = TOO_MANY_PAGES) List<@NotNull @WebUrl String> urls,

        @Size(max = MOST_PAGES, message = TOO_MANY_PAGES)
        List<@NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "must be a SHA-256 in lower-case hex") String>
                urlHashes,

        @Size(max = MOST_TEXTS, message = "must not have more than " + MOST_TEXTS + " texts")
        List<@NotNull @Worded @Characters(max = 1_000) String> texts) {

    static final int MOST_PAGES = 50;
    private static final int MOST_TEXTS = 10;
    private static final String TOO_MANY_PAGES =
            "must not have more than " + MOST_PAGES + " pages, urls and urlHashes together";

    LookUp {
        urls = urls == null ? List.of() : urls;
        urlHashes = urlHashes == null ? List.of() : urlHashes;
        texts = texts == null ? List.of() : texts;
    }

    /** The hashes of all pages: of the addresses, then those that came as hashes. */
    List<String> pages() {
        return Stream.concat(urls.stream().map(url -> CanonicalUrl.of(url).hash()), urlHashes.stream())
                .toList();
    }

    /** Itself; something is asked, and not more than is answered at once. One array that is too long says so itself. */
    LookUp checked(Faults faults) {
        int pages = urls.size() + urlHashes.size();
        if (pages > MOST_PAGES && Math.max(urls.size(), urlHashes.size()) <= MOST_PAGES) {
            faults.add("/urlHashes", TOO_MANY_PAGES);
        }
        if (pages + texts.size() == 0
                && Stream.of("/urls", "/urlHashes", "/texts").noneMatch(faults::isWrong)) {
            faults.add("", "must have urls, urlHashes or texts");
        }
        return this;
    }
}
