package org.quotecheck.embed;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A request that may be answered without the framework
 *
 * @param path raw
 * @param query raw; empty where there is none
 * @param headers as they came, names in lower case
 */
public record DirectRequest(String method, String path, String query, Map<String, String> headers) {

    private static final Set<String> PLAIN_ACCEPT =
            Set.of("*/*", "application/json", "application/json, */*", "application/json, text/plain, */*");

    boolean isHead() {
        return method.equals("HEAD");
    }

    boolean isRead() {
        return isHead() || method.equals("GET");
    }

    /** Whether it takes JSON, says so in a plain way, and does not say who asks. */
    boolean isOfNobodyForJson() {
        return PLAIN_ACCEPT.contains(headers.getOrDefault("accept", "*/*")) && !headers.containsKey("authorization");
    }

    /** Whether it may be a person following a link: problems have pages too, and those are the framework's. */
    boolean mayWantPage() {
        return headers.getOrDefault("accept", "").toLowerCase(Locale.ROOT).contains("text/");
    }
}
