package org.quotecheck.infra;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;

/** What runs the function: itself, where it is native, or AWS's JVM, whose start is kept as a snapshot (SnapStart). */
enum Platform {
    NATIVE {
        @Override
        Runtime runtime() {
            return Runtime.PROVIDED_AL2023;
        }

        @Override
        String handler() {
            return "bootstrap";
        }

        @Override
        Optional<SnapStartConf> snapshots() {
            return Optional.empty();
        }

        @Override
        Map<String, String> migrating() {
            return Map.of("QUOTECHECK_TASK", "migrate");
        }

        @Override
        Map<String, String> with(Map<String, String> environment) {
            return environment;
        }
    },
    JVM {
        @Override
        Runtime runtime() {
            return Runtime.JAVA_25;
        }

        @Override
        String handler() {
            return "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";
        }

        @Override
        Optional<SnapStartConf> snapshots() {
            return Optional.of(SnapStartConf.ON_PUBLISHED_VERSIONS);
        }

        /** It migrates where it starts; one that fails does not start, and so fails the deployment. */
        @Override
        Map<String, String> migrating() {
            return Map.of("QUARKUS_FLYWAY_MIGRATE_AT_START", "true");
        }

        /** The native function sets the second one itself: keys are fetched over IPv6. */
        @Override
        Map<String, String> with(Map<String, String> environment) {
            var all = new TreeMap<>(environment);
            all.put(
                    "JAVA_TOOL_OPTIONS",
                    "-XX:TieredStopAtLevel=1 --add-opens=java.base/java.lang=ALL-UNNAMED "
                            + "-Djava.net.preferIPv6Addresses=system");
            return all;
        }
    };

    static Platform of(FunctionZip zip) {
        return zip.isNative() ? NATIVE : JVM;
    }

    abstract Runtime runtime();

    abstract String handler();

    /** For the service alone: a migration's start is its work. */
    abstract Optional<SnapStartConf> snapshots();

    /** Variables by which the function migrates. */
    abstract Map<String, String> migrating();

    abstract Map<String, String> with(Map<String, String> environment);
}
