package org.quotecheck.interchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/** JSON Feed 1.1 (jsonfeed.org/version/1.1); its members have the names that it gives them. */
@RegisterForReflection
record JsonFeed(
        String version,
        String title,
        @JsonProperty("home_page_url") String homePageUrl,
        @JsonProperty("feed_url") String feedUrl,
        @JsonProperty("next_url") String nextUrl,
        List<Author> authors,
        List<JsonFeedItem> items) {

    static final String VERSION = "https://jsonfeed.org/version/1.1";

    @RegisterForReflection
    record Author(String name, String url) {}

    @RegisterForReflection
    record JsonFeedItem(
            String id,
            String url,
            String title,
            @JsonProperty("content_text") String contentText,
            @JsonProperty("date_published") Instant datePublished,
            @JsonProperty("date_modified") Instant dateModified,
            List<String> tags,
            String language) {

        static JsonFeedItem of(FeedEntry entry) {
            return new JsonFeedItem(
                    entry.id(),
                    entry.url(),
                    entry.title(),
                    entry.summary(),
                    entry.published(),
                    entry.updated(),
                    List.of(entry.category()),
                    entry.language());
        }
    }
}
