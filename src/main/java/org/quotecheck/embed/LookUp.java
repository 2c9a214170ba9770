package org.quotecheck.embed;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.quotecheck.address.CanonicalUrl;
import org.quotecheck.http.Characters;
import org.quotecheck.problem.Problem;
import org.quotecheck.statement.SearchText;

/** What {@code POST /v1/lookup} takes: addresses of pages, hashes of such, and texts; absent ones are none. */
@RegisterForReflection
record LookUp(
        @Size(max = MOST_PAGES, message = TOO_MANY_PAGES) List<@NotNull String> urls,

        @Size(max = MOST_PAGES, message = TOO_MANY_PAGES)
        List<@NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "must be a SHA-256 in lower-case hex") String>
                urlHashes,

        @Size(max = MOST_TEXTS, message = "must not have more than " + MOST_TEXTS + " texts")
        List<@NotNull @Characters(min = 1, max = 1_000) String> texts) {

    static final int MOST_PAGES = 50;
    private static final int MOST_TEXTS = 10;
    private static final String TOO_MANY_PAGES =
            "must not have more than " + MOST_PAGES + " pages, urls and urlHashes together";

    LookUp {
        urls = urls == null ? List.of() : urls;
        urlHashes = urlHashes == null ? List.of() : urlHashes;
        texts = texts == null ? List.of() : texts;
    }

    /**
     * The hashes of all pages: of the addresses, then those that came as hashes
     *
     * @throws Problem 422 that names each member which cannot be looked up
     */
    List<String> pages() {
        var wrong = new ArrayList<Problem.FieldError>();
        if (urls.isEmpty() && urlHashes.isEmpty() && texts.isEmpty()) {
            wrong.add(new Problem.FieldError("", "must have urls, urlHashes or texts"));
        }
        if (urls.size() + urlHashes.size() > MOST_PAGES) {
            wrong.add(new Problem.FieldError("/urlHashes", TOO_MANY_PAGES));
        }
        var hashes = new ArrayList<String>();
        for (int i = 0; i < urls.size(); i++) {
            try {
                hashes.add(CanonicalUrl.of(urls.get(i)).hash());
            } catch (CanonicalUrl.Refused refused) {
                wrong.add(new Problem.FieldError("/urls/" + i, refused.getMessage()));
            }
        }
        for (int i = 0; i < texts.size(); i++) {
            if (SearchText.fold(texts.get(i)).isEmpty()) {
                wrong.add(new Problem.FieldError("/texts/" + i, "must contain words"));
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return Stream.concat(hashes.stream(), urlHashes.stream()).toList();
    }
}
