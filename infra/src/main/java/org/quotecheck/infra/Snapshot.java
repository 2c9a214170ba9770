package org.quotecheck.infra;

import java.util.Optional;

/**
 * What the database began with, as the operator says it
 *
 * @param given the ARN of a cluster snapshot, {@code none}, or empty where nothing was said
 */
record Snapshot(String given) {

    static Snapshot of(Parameters parameters) {
        return new Snapshot(parameters
                .text(
                        "snapshot",
                        "none|arn:aws:rds:[a-z0-9-]+:[0-9]{12}:cluster-snapshot:\\S+",
                        "arn:aws:rds:eu-central-1:123456789012:cluster-snapshot:…, or none")
                .orElse(""));
    }

    Optional<String> arn() {
        return Optional.of(given).filter(text -> text.startsWith("arn:"));
    }
}
