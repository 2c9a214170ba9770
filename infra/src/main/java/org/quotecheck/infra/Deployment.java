package org.quotecheck.infra;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an operator chooses, checked as a whole before anything is synthesised (infra/README.md has each parameter).
 *
 * @param provider empty where the stacks bring a Cognito user pool
 * @param alarmEmail whom alarms and the budget tell
 * @param monthlyBudget US dollars
 * @param snapshot by which the database begins
 * @param backupRegion where a copy of each day's backup is kept, too
 * @param traces whether AWS X-Ray follows calls
 * @param originSecret number of the secret that the edge shows; another number makes another secret
 */
record Deployment(
        Name name,
        String region,
        FunctionZip function,
        Capacity capacity,
        Egress egress,
        Optional<OpenIdProvider> provider,
        Site site,
        ServiceSettings settings,
        String alarmEmail,
        int monthlyBudget,
        int originSecret,
        Snapshot snapshot,
        Optional<String> backupRegion,
        boolean traces) {

    static final Set<String> NAMES = Stream.of(
                    ServiceSettings.NAMES,
                    Set.of(
                            "name",
                            "region",
                            "backupRegion",
                            "traces",
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
                            "alarmEmail",
                            "monthlyBudget",
                            "originSecret",
                            "snapshot"))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    /** @throws WrongParameter where something is missing or wrong */
    static Deployment of(Parameters given) {
        given.allow(NAMES);
        var size = given.choice("size", Size.SMALL, Map.of("small", Size.SMALL, "big", Size.BIG));
        var architecture = given.choice(
                "architecture",
                Architecture.X86_64,
                Map.of("arm64", Architecture.ARM64, "x86_64", Architecture.X86_64));
        var region = Regions.of(given);
        return new Deployment(
                Name.of(given),
                region,
                FunctionZip.of(Path.of(given.text("functionZip").orElse("../target/function.zip")), architecture),
                Capacity.of(given, size),
                given.choice("egress", Egress.IPV6, Map.of("ipv6", Egress.IPV6, "nat", Egress.NAT)),
                provider(given),
                Site.of(given),
                ServiceSettings.of(given),
                given.needed("alarmEmail", "[^@\\s]+@[^@\\s]+\\.[^@\\s]+", "desk@news.example"),
                given.number("monthlyBudget", size.monthlyBudget, 1, 1_000_000),
                given.number("originSecret", 1, 1, 1_000_000),
                Snapshot.of(given, region),
                backupRegion(given, region),
                given.flag("traces", false));
    }

    /** @throws WrongParameter where the copies would be where the database is */
    private static Optional<String> backupRegion(Parameters given, String region) {
        var other = given.text("backupRegion").map(text -> Regions.accepted("backupRegion", text));
        if (other.isPresent() && other.get().equals(region)) {
            throw new WrongParameter("The parameter backupRegion, " + region
                    + ", cannot be the region itself: its backups are there already.");
        }
        return other;
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
