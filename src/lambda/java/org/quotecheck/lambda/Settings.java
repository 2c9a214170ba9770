package org.quotecheck.lambda;

import java.util.Map;
import java.util.Set;

/** What the environment says of how the function starts. */
record Settings(Map<String, String> environment) {

    private static final Set<String> NEEDED = Set.of("QUARKUS_DATASOURCE_JDBC_URL", "QUARKUS_DATASOURCE_USERNAME", "QUARKUS_DATASOURCE_PASSWORD");

    /** With these set, a setting may come from somewhere else than its own variable. */
    private static final Set<String> INDIRECT = Set.of("QUARKUS_CONFIG_LOCATIONS", "SMALLRYE_CONFIG_LOCATIONS", "QUARKUS_PROFILE");

    /** A variable's value, or null. */
    String get(String name) {
        return environment.get(name);
    }

    /** Whether the variables alone say all that embeds depend on, and nothing is to be done before the first answer. */
    boolean areDirect() {
        return environment.keySet().containsAll(NEEDED) && INDIRECT.stream().noneMatch(environment::containsKey)
                && environment.entrySet().stream().noneMatch(setting -> isOurs(setting.getKey()) && setting.getValue().contains("${"))
                && environment.getOrDefault("QUARKUS_FLYWAY_MIGRATE_AT_START", "false").equals("false");
    }

    /** Whether AWS starts the function before anybody waits for it (provisioned concurrency). */
    boolean haveTimeAhead() {
        return !environment.getOrDefault("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand").equals("on-demand");
    }

    private static boolean isOurs(String name) {
        return name.startsWith("QUARKUS_") || name.startsWith("QUOTECHECK_");
    }
}
