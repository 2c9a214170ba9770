package org.quotecheck.infra;

import java.util.Optional;

/**
 * What the database began with, as the operator says it
 *
 * @param given the ARN of a cluster snapshot, {@code none}, or empty where nothing was said
 */
record Snapshot(String given) {

    /** @throws WrongParameter where RDS could not start a database of that region from it */
    static Snapshot of(Parameters parameters, String region) {
        var snapshot = new Snapshot(parameters
                .text(
                        "snapshot",
                        "none|arn:aws:rds:[a-z0-9-]+:[0-9]{12}:cluster-snapshot:\\S+",
                        "arn:aws:rds:eu-central-1:123456789012:cluster-snapshot:…, or none")
                .orElse(""));
        var its = snapshot.arn().map(arn -> arn.split(":")[3]).orElse(region);
        if (!its.equals(region)) {
            throw new WrongParameter("The parameter snapshot is in " + its + ", but the database would be in " + region
                    + ": copy the snapshot there first (aws rds copy-db-cluster-snapshot).");
        }
        return snapshot;
    }

    Optional<String> arn() {
        return Optional.of(given).filter(text -> text.startsWith("arn:"));
    }
}
