package org.quotecheck.embed;

import java.util.Locale;
import java.util.Map;

/**
 * A request that may be answered without the framework
 *
 * @param path raw
 * @param query raw; empty where there is none
 * @param headers as they came, names in lower case
 */
public record DirectRequest(String method, String path, String query, Map<String, String> headers) {

    boolean isHead() {
        return method.equals("HEAD");
    }

    boolean isRead() {
        return isHead() || method.equals("GET");
    }

    /** Whether a person follows a link, perhaps: problems have pages, too, and those are the framework's. */
    boolean mayWantPage() {
        return headers.getOrDefault("accept", "").toLowerCase(Locale.ROOT).contains("text/");
    }
}
