package org.quotecheck.infra;

import java.net.URI;
import java.util.Optional;

/**
 * What readers see of this deployment.
 *
 * @param address {@code https://} and a host, without a path
 * @param certificate ARN of an ACM certificate in us-east-1 for that host
 */
record Site(Optional<String> address, Optional<String> certificate) {

    /** As CloudFront takes it for an alternate domain name: labels of RFC 1123, two at least. */
    private static final String HOST = "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?";

    /** @throws WrongParameter where CloudFront could not answer at the address */
    Site {
        if (certificate.isPresent() && address.isEmpty()) {
            throw new WrongParameter(
                    "The parameter certificate needs the address that it is for: give -c address=https://….");
        }
        if (certificate.isEmpty() && address.isPresent() && !address.get().endsWith(".cloudfront.net")) {
            throw new WrongParameter("The parameter address needs a certificate in us-east-1 for "
                    + URI.create(address.get()).getHost() + ": give -c certificate=arn:aws:acm:us-east-1:….");
        }
    }

    static Site of(Parameters given) {
        return new Site(
                given.text("address", "https://" + HOST, "https://facts.example"),
                given.text(
                        "certificate",
                        "arn:aws:acm:us-east-1:[0-9]{12}:certificate/[0-9a-f-]+",
                        "arn:aws:acm:us-east-1:123456789012:certificate/…"));
    }

    Optional<String> host() {
        return address.map(value -> URI.create(value).getHost());
    }
}
