package org.quotecheck.infra;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.OriginRequestHeaderBehavior;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.constructs.Construct;

/** What CloudFront does with each path: which methods it takes, what it keeps, and what it passes on. */
final class Behaviours extends Construct {

    private static final String CALLER = "CloudFront-Viewer-Address";
    /** By which a service answers pages of other sites (Fetch Standard, CORS protocol). */
    private static final String[] FROM_PAGES = {
        "Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers"
    };

    private final IOrigin service;
    private final ResponseHeadersPolicy headers;
    private final CachePolicies policies;
    private final OriginRequestPolicy reads;
    private final OriginRequestPolicy calls;
    private final OriginRequestPolicy tools;
    private final OriginRequestPolicy searches;

    Behaviours(Construct scope, IOrigin service, ResponseHeadersPolicy headers) {
        super(scope, "Behaviours");
        this.service = service;
        this.headers = headers;
        policies = new CachePolicies(scope);
        // by Accept alone the service tells readers, who see pages, from programs; what is kept is the same for both
        reads = passing("ReadsPolicy", "Accept");
        // If-Match, If-None-Match and Content-Type need no mention, and Authorization is in the cache policy
        // Sec-Fetch-Site tells a form of ours from that of another site, where the service is called by another host
        calls = passing("CallsPolicy", "Accept", "Idempotency-Key", "X-Request-Id", "Sec-Fetch-Site");
        tools = passing("ToolsPolicy", "Accept", "X-Request-Id", "MCP-Protocol-Version", "Mcp-Method", "Mcp-Name");
        // Google's client for Java compresses what it posts
        searches = passing("SearchesPolicy", "Accept", "Content-Encoding");
    }

    /** Pages, and whatever has no line of its own. */
    BehaviorOptions otherwise() {
        return reading(policies.ofPages);
    }

    /** The first that fits counts. */
    Map<String, BehaviorOptions> byPath() {
        var byPath = new LinkedHashMap<String, BehaviorOptions>();
        byPath.put("/v1/claims/*/verdict-revisions/*", plain(reads, policies.ofRevisions));
        byPath.put("/v1/*", calling(calls));
        byPath.put("/v1alpha1/*", searching());
        byPath.put("/mcp", calling(tools));
        byPath.put("/embed/v1/quotecheck*.*.js", reading(policies.ofForEver));
        byPath.put("/embed/v1/*.js", reading(policies.ofFiles));
        byPath.put("/embed/v1/*", reading(policies.ofEmbeds));
        // a reader's report is a form on a page
        byPath.put("/claims/*/reports", calling(calls));
        byPath.put("/reports/*", reading(policies.ofFollowUps));
        byPath.put("/assets/*", reading(policies.ofFiles));
        byPath.put("/console/config", reading(policies.ofFiles));
        byPath.put("/console/*", reading(policies.ofForEver));
        return byPath;
    }

    private BehaviorOptions reading(CachePolicy kept) {
        return behaviour(reads, kept)
                .allowedMethods(AllowedMethods.ALLOW_GET_HEAD_OPTIONS)
                .compress(true)
                .build();
    }

    /** Answers are kept; what is too long for an address comes as a form. */
    private BehaviorOptions searching() {
        return behaviour(searches, policies.ofSearch)
                .allowedMethods(AllowedMethods.ALLOW_ALL)
                .compress(true)
                .build();
    }

    private BehaviorOptions plain(OriginRequestPolicy passed, CachePolicy kept) {
        return behaviour(passed, kept)
                .allowedMethods(AllowedMethods.ALLOW_GET_HEAD_OPTIONS)
                .compress(false)
                .build();
    }

    private BehaviorOptions calling(OriginRequestPolicy passed) {
        return behaviour(passed, policies.ofApi)
                .allowedMethods(AllowedMethods.ALLOW_ALL)
                .compress(false)
                .build();
    }

    private BehaviorOptions.Builder behaviour(OriginRequestPolicy passed, CachePolicy kept) {
        return BehaviorOptions.builder()
                .origin(service)
                .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
                .cachePolicy(kept)
                .originRequestPolicy(passed)
                .responseHeadersPolicy(headers);
    }

    private OriginRequestPolicy passing(String id, String... more) {
        return OriginRequestPolicy.Builder.create(this, id)
                .headerBehavior(OriginRequestHeaderBehavior.allowList(
                        Stream.of(Stream.of(CALLER), Stream.of(FROM_PAGES), Stream.of(more))
                                .flatMap(each -> each)
                                .toArray(String[]::new)))
                .build();
    }
}
