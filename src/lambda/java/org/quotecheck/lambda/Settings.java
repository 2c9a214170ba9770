package org.quotecheck.lambda;

import static org.quotecheck.http.Settings.HTTP_URL;
import static org.quotecheck.http.Settings.JDBC_URL;
import static org.quotecheck.http.Settings.KEYS_URL;
import static org.quotecheck.http.Settings.TRUE_OR_FALSE;

import java.util.Map;
import java.util.Set;

/** What the environment says of how the function starts. */
record Settings(Map<String, String> environment) {

    private static final String TASK = "QUOTECHECK_TASK";
    private static final Set<String> NEEDED = Set.of("QUARKUS_DATASOURCE_JDBC_URL", "QUARKUS_DATASOURCE_USERNAME", "QUARKUS_DATASOURCE_PASSWORD");

    /** With these set, a setting may come from somewhere else than its own variable, or something else is to be done. */
    private static final Set<String> INDIRECT = Set.of("QUARKUS_CONFIG_LOCATIONS", "SMALLRYE_CONFIG_LOCATIONS", "QUARKUS_PROFILE", TASK);

    /** What is not of this form is for the framework to complain of, when it starts. */
    private static final Map<String, String> FORMS = Map.of(
            "QUARKUS_DATASOURCE_JDBC_URL", JDBC_URL,
            "QUARKUS_FLYWAY_MIGRATE_AT_START", "false",
            "QUOTECHECK_BASE_URL", HTTP_URL,
            "QUOTECHECK_IDENTITY_JWKS", KEYS_URL,
            "QUOTECHECK_REVIEW_SECOND_PERSON", TRUE_OR_FALSE,
            "QUOTECHECK_REVIEW_NAMES_SHOWN", TRUE_OR_FALSE);
    private static final String PLAIN = "(?!.*\\$\\{).+";

    /** A variable's value, or null. */
    String get(String name) {
        return environment.get(name);
    }

    /** Whether the variables alone say all that embeds depend on, are well-formed, and nothing is to be done before the first answer. */
    boolean areDirect() {
        return environment.keySet().containsAll(NEEDED)
                && environment.containsKey("QUOTECHECK_IDENTITY_ISSUER") == environment.containsKey("QUOTECHECK_IDENTITY_JWKS")
                && environment.entrySet().stream().allMatch(variable -> isPlain(variable.getKey(), variable.getValue()));
    }

    /** Whether this function is there to migrate the database: any event has it do so. */
    boolean areForMigration() {
        return "migrate".equals(environment.get(TASK));
    }

    /** Whether AWS starts the function before anybody waits for it (provisioned concurrency). */
    boolean haveTimeAhead() {
        return !environment.getOrDefault("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand").equals("on-demand");
    }

    private static boolean isPlain(String name, String value) {
        boolean ours = name.startsWith("QUARKUS_") || name.startsWith("QUOTECHECK_");
        return !INDIRECT.contains(name) && !name.startsWith("_PROD_")
                && (!ours || value.matches(PLAIN) && value.matches(FORMS.getOrDefault(name, PLAIN)));
    }
}
