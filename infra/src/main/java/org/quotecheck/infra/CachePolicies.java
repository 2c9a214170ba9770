package org.quotecheck.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.CacheHeaderBehavior;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.CacheQueryStringBehavior;
import software.constructs.Construct;

/**
 * What the edge keeps: what the service's headers say, since the least is 0 s everywhere and nothing is kept by
 * default. The most only has to leave room for them: for the age and the staleness of an embed, and for what never
 * changes.
 */
final class CachePolicies extends Construct {

    /**
     * s-maxage and stale-if-error of embeds and pages: CloudFront shows stale answers no longer than the most that it
     * may keep.
     */
    private static final Duration SHORT = Duration.seconds(180 + 86_400);

    private static final Duration FOR_EVER = Duration.days(365);

    /** Embeds, pages, the widget under its lasting name. */
    final CachePolicy ofReads;
    /** What never changes. */
    final CachePolicy ofForEver;
    /** The same below /v1, whose tags are strong: compression would weaken them. */
    final CachePolicy ofRevisions;
    /** The rest of /v1: kept by nobody. */
    final CachePolicy ofApi;

    CachePolicies(Construct scope) {
        super(scope, "CachePolicies");
        ofReads = policy("Reads", SHORT, true)
                .queryStringBehavior(CacheQueryStringBehavior.all())
                .build();
        ofForEver = policy("ForEver", FOR_EVER, true).build();
        ofRevisions = policy("Revisions", FOR_EVER, false).build();
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
