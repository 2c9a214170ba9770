package org.quotecheck.edge;

import java.util.HashMap;
import java.util.Map;

/**
 * What a Cache-Control header allows a shared cache, in seconds (RFC 9111, section 5.2.2; RFC 5861).
 *
 * @param fresh freshness lifetime: s-maxage, else max-age
 * @param staleWhileRevalidate how long after that an answer may be shown while a new one is fetched
 * @param staleIfError how long after that it may be shown when none can be fetched
 */
record SharedCachePolicy(int fresh, int staleWhileRevalidate, int staleIfError) {

    static SharedCachePolicy of(String header) {
        Map<String, String> directives = new HashMap<>();
        for (var directive : header.split(",")) {
            var parts = directive.strip().split("=", 2);
            directives.put(parts[0].toLowerCase(java.util.Locale.ROOT), parts.length == 2 ? parts[1] : "");
        }
        if (directives.containsKey("no-store") || directives.containsKey("private")) {
            throw new IllegalArgumentException("not for shared caches: " + header);
        }
        return new SharedCachePolicy(
                seconds(directives, "s-maxage", seconds(directives, "max-age", 0)),
                seconds(directives, "stale-while-revalidate", 0),
                seconds(directives, "stale-if-error", 0));
    }

    private static int seconds(Map<String, String> directives, String name, int otherwise) {
        return directives.containsKey(name) ? Integer.parseInt(directives.get(name)) : otherwise;
    }

    /** The oldest answer, in seconds, that is shown while the origin answers. */
    int oldest() {
        return fresh + staleWhileRevalidate;
    }
}
