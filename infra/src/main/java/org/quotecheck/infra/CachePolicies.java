package org.quotecheck.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.CacheHeaderBehavior;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.CacheQueryStringBehavior;
import software.constructs.Construct;

/**
 * What the edge keeps: what the service's headers say, since the least is 0 s everywhere and nothing is kept by
 * default. The most only has to leave room for them: for the age and the staleness of an embed, and for what never
 * changes. Queries are part of a key as far as the service reads them: otherwise anybody could ask it for the same page
 * under ever new addresses.
 */
final class CachePolicies extends Construct {

    /**
     * s-maxage and stale-if-error of embeds and pages: CloudFront shows stale answers no longer than the most that it
     * may keep.
     */
    private static final Duration SHORT = Duration.seconds(180 + 86_400);

    private static final Duration FOR_EVER = Duration.days(365);

    /** Of pages, feeds, oEmbed and site map: all that they read, and CloudFront allows no more than ten. */
    private static final String[] OF_PAGES = {
        "lang", "q", "url", "cursor", "limit", "format", "maxwidth", "maxheight", "since", "tag"
    };

    /** Of Google's Fact Check Tools API. */
    private static final String[] OF_SEARCH = {
        "query", "languageCode", "reviewPublisherSiteFilter", "maxAgeDays", "pageSize", "pageToken", "offset"
    };

    /** JSON for publishers: it refuses parameters that it does not know, so the key has the whole query. */
    final CachePolicy ofEmbeds;
    /** Pages, feeds, and whatever else ignores parameters that it does not know. */
    final CachePolicy ofPages;
    /** The claims:search of others. */
    final CachePolicy ofSearch;
    /** The widget under its lasting name, and other files without parameters. */
    final CachePolicy ofFiles;
    /** What never changes. */
    final CachePolicy ofForEver;
    /** The same below /v1, whose tags are strong: compression would weaken them. */
    final CachePolicy ofRevisions;
    /** What one reader alone may see, under an address that only they know: kept by nobody. */
    final CachePolicy ofFollowUps;
    /** The rest of /v1, and what is posted: kept by nobody. */
    final CachePolicy ofApi;

    CachePolicies(Construct scope) {
        super(scope, "CachePolicies");
        ofEmbeds = policy("Embeds", SHORT, true)
                .queryStringBehavior(CacheQueryStringBehavior.all())
                .build();
        ofPages = policy("Pages", SHORT, true)
                .queryStringBehavior(CacheQueryStringBehavior.allowList(OF_PAGES))
                .build();
        ofSearch = policy("Search", SHORT, true)
                .queryStringBehavior(CacheQueryStringBehavior.allowList(OF_SEARCH))
                .build();
        ofFiles = policy("Files", SHORT, true).build();
        ofForEver = policy("ForEver", FOR_EVER, true).build();
        ofRevisions = policy("Revisions", FOR_EVER, false).build();
        ofFollowUps = policy("FollowUps", Duration.seconds(1), true).build();
        // one second, since CloudFront passes Authorization on only where it is part of a key; "no-cache" is obeyed
        // nevertheless
        ofApi = policy("Api", Duration.seconds(1), false)
                .queryStringBehavior(CacheQueryStringBehavior.all())
                .headerBehavior(CacheHeaderBehavior.allowList("Authorization"))
                .build();
    }

    private CachePolicy.Builder policy(String id, Duration most, boolean compressed) {
        return CachePolicy.Builder.create(this, id)
                .minTtl(Duration.seconds(0))
                .defaultTtl(Duration.seconds(0))
                .maxTtl(most)
                .enableAcceptEncodingGzip(compressed)
                .enableAcceptEncodingBrotli(compressed);
    }
}
