package org.quotecheck.infra;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an operator chooses, checked as a whole before anything is synthesised (infra/README.md has each parameter).
 *
 * @param provider empty where the stacks bring a Cognito user pool
 * @param alarmEmail whom alarms and the budget tell
 * @param monthlyBudget US dollars
 * @param snapshot of a cluster, by which the database begins
 * @param originSecret number of the secret that the edge shows; another number makes another secret
 */
record Deployment(
        String region,
        FunctionZip function,
        Capacity capacity,
        Egress egress,
        Optional<OpenIdProvider> provider,
        Site site,
        String alarmEmail,
        int monthlyBudget,
        int originSecret,
        Optional<String> snapshot) {

    static final Set<String> NAMES = Set.of(
            "region",
            "architecture",
            "functionZip",
            "size",
            "minCapacity",
            "maxCapacity",
            "readers",
            "proxy",
            "memory",
            "concurrency",
            "egress",
            "issuer",
            "jwks",
            "audience",
            "rolesClaim",
            "address",
            "certificate",
            "organizationName",
            "organizationUrl",
            "reviewSecondPerson",
            "reviewNamesShown",
            "alarmEmail",
            "monthlyBudget",
            "originSecret",
            "snapshot");

    /** @throws WrongParameter where something is missing or wrong */
    static Deployment of(Parameters given) {
        given.allow(NAMES);
        var size = given.choice("size", Size.SMALL, Map.of("small", Size.SMALL, "big", Size.BIG));
        var architecture = given.choice(
                "architecture",
                Architecture.X86_64,
                Map.of("arm64", Architecture.ARM64, "x86_64", Architecture.X86_64));
        return new Deployment(
                region(given),
                FunctionZip.of(Path.of(given.text("functionZip").orElse("../target/function.zip")), architecture),
                Capacity.of(given, size),
                given.choice("egress", Egress.IPV6, Map.of("ipv6", Egress.IPV6, "nat", Egress.NAT)),
                provider(given),
                Site.of(given),
                given.needed("alarmEmail", "[^@\\s]+@[^@\\s]+\\.[^@\\s]+", "desk@news.example"),
                given.number("monthlyBudget", size.monthlyBudget, 1, 1_000_000),
                given.number("originSecret", 1, 1, 1_000_000),
                given.text(
                        "snapshot",
                        "arn:aws:rds:[a-z0-9-]+:[0-9]{12}:cluster-snapshot:\\S+",
                        "arn:aws:rds:eu-central-1:123456789012:cluster-snapshot:…"));
    }

    private static String region(Parameters given) {
        var region = given.needed("region", "\\S+", "eu-central-1");
        if (!RootCertificates.isKnown(region)) {
            throw new WrongParameter("The region " + region
                    + " is unknown: it must be one of AWS whose databases' root certificate is in rds-roots.txt.");
        }
        return region;
    }

    private static Optional<OpenIdProvider> provider(Parameters given) {
        if (!given.together("issuer", "jwks", "audience")) {
            if (given.text("rolesClaim").isPresent()) {
                throw new WrongParameter(
                        "The parameter rolesClaim is for a provider of your own: give issuer, jwks and audience, too.");
            }
            return Optional.empty();
        }
        return Optional.of(new OpenIdProvider(
                given.needed("issuer", "[^\\s$]+", "https://id.news.example"),
                URI.create(given.needed(
                        "jwks", "https://[A-Za-z0-9.-]+/[A-Za-z0-9._~/-]+", "https://id.news.example/keys")),
                given.needed("audience", "[^$]+", "quotecheck"),
                given.text("rolesClaim", "[^$]+", "realm_access/roles").orElse("groups")));
    }
}
