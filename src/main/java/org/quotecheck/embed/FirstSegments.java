package org.quotecheck.embed;

import java.util.Set;

/** What every path begins with at which there may be something: all others are answered at once. */
final class FirstSegments {

    private static final Set<String> KNOWN = Set.of(
            "",
            "about",
            "articles",
            "assets",
            "claims",
            "console",
            "corrections",
            "demo",
            "dev",
            "embed",
            "feeds",
            "llms.txt",
            "logo",
            "mcp",
            "oembed",
            "problems",
            "q",
            "ratings",
            "reports",
            "robots.txt",
            "search",
            "v1",
            "v1alpha1",
            "verify");

    /** They have numbers. */
    private static final String SITEMAPS = "sitemap";

    private FirstSegments() {}

    /** @param path begins with a slash, and has no escapes */
    static boolean has(String path) {
        int end = path.indexOf('/', 1);
        var first = path.substring(1, end < 0 ? path.length() : end);
        return KNOWN.contains(first) || first.startsWith(SITEMAPS);
    }
}
