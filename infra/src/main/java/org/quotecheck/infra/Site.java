package org.quotecheck.infra;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What readers see of this deployment.
 *
 * @param address {@code https://} and a host, without a path
 * @param certificate ARN of an ACM certificate in us-east-1 for that host
 * @param settings environment variables of the service that are passed on as they are
 */
record Site(Optional<String> address, Optional<String> certificate, Map<String, String> settings) {

    private static final Map<String, String> SETTINGS = Map.of(
            "organizationName", "QUOTECHECK_ORGANIZATION_NAME",
            "organizationUrl", "QUOTECHECK_ORGANIZATION_URL",
            "reviewSecondPerson", "QUOTECHECK_REVIEW_SECOND_PERSON",
            "reviewNamesShown", "QUOTECHECK_REVIEW_NAMES_SHOWN");

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
        var settings = new TreeMap<String, String>();
        SETTINGS.forEach(
                (parameter, variable) -> given.text(parameter).ifPresent(value -> settings.put(variable, value)));
        given.flag("reviewSecondPerson", true);
        given.flag("reviewNamesShown", false);
        if (settings.values().stream().anyMatch(value -> value.contains("$"))) {
            throw new WrongParameter(
                    "The organisation's name and URL cannot have a dollar sign: the service would read an expression.");
        }
        return new Site(
                given.text("address", "https://[a-z0-9.-]+", "https://facts.example"),
                given.text(
                        "certificate",
                        "arn:aws:acm:us-east-1:[0-9]{12}:certificate/[0-9a-f-]+",
                        "arn:aws:acm:us-east-1:123456789012:certificate/…"),
                settings);
    }

    Optional<String> host() {
        return address.map(value -> URI.create(value).getHost());
    }
}
