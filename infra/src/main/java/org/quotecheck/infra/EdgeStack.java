package org.quotecheck.infra;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.ErrorResponse;
import software.amazon.awscdk.services.cloudfront.HeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginSslPolicy;
import software.amazon.awscdk.services.cloudfront.PriceClass;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentSecurityPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersStrictTransportSecurity;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/**
 * CloudFront: the only way in. It keeps what the service's headers let it keep, and shows it while the service fails.
 */
final class EdgeStack extends Stack {

    /** The service refuses, with the secret set, whoever does not show it. */
    static final String SECRET_HEADER = "X-Origin-Verify";

    private final Distribution distribution;

    EdgeStack(Construct scope, StackProps props, Deployment deployment, FunctionStack function, String firewall) {
        super(scope, "Edge", props);
        var behaviours = new Behaviours(this, service(function), headers());
        var builder = Distribution.Builder.create(this, "Distribution")
                .comment("Quotecheck")
                .defaultBehavior(behaviours.otherwise())
                .additionalBehaviors(behaviours.byPath())
                .errorResponses(errors())
                .httpVersion(HttpVersion.HTTP2_AND_3)
                .enableIpv6(true)
                .priceClass(PriceClass.PRICE_CLASS_ALL)
                .webAclId(firewall)
                .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
                .enableLogging(true)
                .logBucket(log())
                .logIncludesCookies(false);
        deployment
                .site()
                .certificate()
                .ifPresent(arn -> builder.certificate(Certificate.fromCertificateArn(this, "Certificate", arn))
                        .domainNames(List.of(deployment.site().host().orElseThrow())));
        distribution = builder.build();
        Reason.why(distribution, "CFR1", "Fact-checks are for readers everywhere");
        if (deployment.site().certificate().isEmpty()) {
            Reason.why(
                    distribution,
                    "CFR4",
                    "CloudFront's own certificate allows no minimum; give an address and its certificate");
        }
        CfnOutput.Builder.create(this, "Address")
                .value("https://" + distribution.getDistributionDomainName())
                .description("Where the service answers; an address of your own is a CNAME or alias of it")
                .build();
        CfnOutput.Builder.create(this, "DistributionId")
                .value(distribution.getDistributionId())
                .description("For invalidations")
                .build();
    }

    private IOrigin service(FunctionStack function) {
        return HttpOrigin.Builder.create(function.entrance().host())
                .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                .originSslProtocols(List.of(OriginSslPolicy.TLS_V1_2))
                .readTimeout(Duration.seconds(30))
                .keepaliveTimeout(Duration.seconds(60))
                .customHeaders(Map.of(SECRET_HEADER, function.originSecret(this)))
                .build();
    }

    /** For what the edge says by itself; what the service says stands. */
    private ResponseHeadersPolicy headers() {
        return ResponseHeadersPolicy.Builder.create(this, "Headers")
                .securityHeadersBehavior(ResponseSecurityHeadersBehavior.builder()
                        .strictTransportSecurity(ResponseHeadersStrictTransportSecurity.builder()
                                .accessControlMaxAge(Duration.days(365))
                                .override(false)
                                .build())
                        .contentTypeOptions(ResponseHeadersContentTypeOptions.builder()
                                .override(true)
                                .build())
                        .referrerPolicy(ResponseHeadersReferrerPolicy.builder()
                                .referrerPolicy(HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)
                                .override(false)
                                .build())
                        .contentSecurityPolicy(ResponseHeadersContentSecurityPolicy.builder()
                                .contentSecurityPolicy("default-src 'none'; frame-ancestors 'none'")
                                .override(false)
                                .build())
                        .build())
                .build();
    }

    /**
     * Callers' mistakes are not kept, as the service says; its own troubles for a moment, so that they do not become
     * worse.
     */
    private static List<ErrorResponse> errors() {
        return Stream.concat(
                        Stream.of(400, 403, 404, 405, 414).map(status -> error(status, 0)),
                        Stream.of(500, 501, 502, 503, 504).map(status -> error(status, 2)))
                .toList();
    }

    private static ErrorResponse error(int status, int seconds) {
        return ErrorResponse.builder()
                .httpStatus(status)
                .ttl(Duration.seconds(seconds))
                .build();
    }

    /** It has readers' addresses, so it is kept for a month only. */
    private Bucket log() {
        var log = Bucket.Builder.create(this, "Log")
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_PREFERRED)
                .lifecycleRules(List.of(
                        LifecycleRule.builder().expiration(Duration.days(30)).build()))
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        Reason.why(log, "S1", "This is the log itself; CloudTrail shows who read it, where that is wanted");
        return log;
    }
}
