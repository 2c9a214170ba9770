package org.quotecheck.infra;

import java.net.URI;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginSslPolicy;
import software.amazon.awscdk.services.cloudfront.PriceClass;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;

/** The way to an identity provider's keys (docs/adr/0006-keys-over-ipv6.md). */
final class KeysRelay {

    /** A new key is seen so late at most. */
    private static final Duration KEYS_KEPT = Duration.minutes(5);

    private KeysRelay() {}

    /**
     * Where the function finds the keys: at the provider, or at a relay that answers over IPv6, whatever the provider
     * does.
     */
    static String address(Stack stack, Egress egress, String authority, String path) {
        if (egress == Egress.NAT) {
            return "https://" + authority + path;
        }
        int file = path.lastIndexOf('/');
        return "https://"
                + relay(stack, URI.create("https://" + authority), path.substring(0, file))
                        .getDistributionDomainName() + path.substring(file);
    }

    private static Distribution relay(Stack stack, URI provider, String path) {
        var origin = HttpOrigin.Builder.create(provider.getHost())
                .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                .originSslProtocols(List.of(OriginSslPolicy.TLS_V1_2));
        if (provider.getPort() > 0) {
            origin.httpsPort(provider.getPort());
        }
        if (!path.isEmpty()) {
            origin.originPath(path);
        }
        var relay = Distribution.Builder.create(stack, "Keys")
                .comment("Quotecheck: the identity provider's public keys, over IPv6")
                .enableIpv6(true)
                .priceClass(PriceClass.PRICE_CLASS_100)
                .defaultBehavior(BehaviorOptions.builder()
                        .origin(origin.build())
                        .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                        .allowedMethods(AllowedMethods.ALLOW_GET_HEAD)
                        .cachePolicy(CachePolicy.Builder.create(stack, "KeysPolicy")
                                .comment("Keys are public, and the same for all")
                                .minTtl(Duration.seconds(0))
                                .defaultTtl(KEYS_KEPT)
                                .maxTtl(KEYS_KEPT)
                                .build())
                        .build())
                .build();
        Reason.why(relay, "CFR1", "Public keys, read by the function alone");
        Reason.why(relay, "CFR2", "Nothing but public keys can be read here, and nothing written");
        Reason.why(relay, "CFR3", "Nobody asks here but the function, every hour");
        Reason.why(relay, "CFR4", "CloudFront's own certificate; the function speaks TLS 1.3");
        return relay;
    }
}
