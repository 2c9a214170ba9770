package org.quotecheck.lambda;

import static java.util.Map.entry;
import static org.quotecheck.deployment.Settings.BASE_URL;
import static org.quotecheck.deployment.Settings.EDGE_SECRET;
import static org.quotecheck.deployment.Settings.ISSUER;
import static org.quotecheck.deployment.Settings.JDBC_URL;
import static org.quotecheck.deployment.Settings.JSON_OBJECT;
import static org.quotecheck.deployment.Settings.KEYS_URL;
import static org.quotecheck.deployment.Settings.LANGUAGE;
import static org.quotecheck.deployment.Settings.LINK;
import static org.quotecheck.deployment.Settings.METRICS_NAMESPACE;
import static org.quotecheck.deployment.Settings.NOT_NONE;
import static org.quotecheck.deployment.Settings.ORIGINS;
import static org.quotecheck.deployment.Settings.PICTURE;
import static org.quotecheck.deployment.Settings.TRUE_OR_FALSE;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the environment says about how the function starts. */
record FunctionSettings(Map<String, String> environment) {

    private static final Set<String> NEEDED =
            Set.of("QUARKUS_DATASOURCE_JDBC_URL", "QUARKUS_DATASOURCE_USERNAME", "QUARKUS_DATASOURCE_PASSWORD");

    /**
     * Settings that are understood without the framework. Any other, and what is not of its form, is for the framework
     * to obey, or to complain about.
     */
    private static final Map<String, String> FORMS = Map.ofEntries(
            entry("QUARKUS_DATASOURCE_JDBC_URL", JDBC_URL),
            entry("QUARKUS_DATASOURCE_USERNAME", NOT_NONE),
            entry("QUARKUS_DATASOURCE_PASSWORD", NOT_NONE),
            entry("QUARKUS_FLYWAY_MIGRATE_AT_START", "false"),
            entry("QUOTECHECK_BASE_URL", BASE_URL),
            entry("QUOTECHECK_CONSOLE_CLIENT_ID", ISSUER),
            entry("QUOTECHECK_CONSOLE_PROVIDER_ORIGINS", ORIGINS),
            entry("QUOTECHECK_CONSOLE_RESOURCE", ISSUER),
            entry("QUOTECHECK_CONSOLE_SCOPE", ".+"),
            entry("QUOTECHECK_CONSOLE_TOKEN", "access|id"),
            entry("QUOTECHECK_CORS_ORIGINS", ORIGINS),
            entry("QUOTECHECK_EDGE_SECRET", EDGE_SECRET),
            entry("QUOTECHECK_IDENTITY_ISSUER", ISSUER),
            entry("QUOTECHECK_IDENTITY_JWKS", KEYS_URL),
            entry("QUOTECHECK_IDENTITY_AUDIENCE", ".+"),
            entry("QUOTECHECK_IDENTITY_ROLES_CLAIM", ".+"),
            entry("QUOTECHECK_IDENTITY_NAME_CLAIM", ".+"),
            entry("QUOTECHECK_LABELS", "(?s).+"),
            entry("QUOTECHECK_LOG_JSON", TRUE_OR_FALSE),
            entry("QUOTECHECK_LOG_KEY", JSON_OBJECT),
            entry("QUOTECHECK_LOG_RETIRED_KEYS", JSON_OBJECT),
            entry("QUOTECHECK_METRICS_NAMESPACE", METRICS_NAMESPACE),
            entry("QUOTECHECK_ORGANIZATION_NAME", ".+"),
            entry("QUOTECHECK_ORGANIZATION_URL", LINK),
            entry("QUOTECHECK_ORGANIZATION_LANGUAGE", LANGUAGE),
            entry("QUOTECHECK_ORGANIZATION_LOGO", PICTURE),
            entry("QUOTECHECK_ORGANIZATION_METHODOLOGY", "(?s).+"),
            entry("QUOTECHECK_ORGANIZATION_CORRECTIONS_POLICY", "(?s).+"),
            entry("QUOTECHECK_ORGANIZATION_IMPRINT", "(?s).+"),
            entry("QUOTECHECK_QUOTA_QUESTIONS_PER_MINUTE", "[0-9]{1,9}"),
            entry("QUOTECHECK_QUOTA_SUBMISSIONS_PER_DAY", "[0-9]{1,9}"),
            entry("QUOTECHECK_TRUSTED_PROXIES", "[0-9A-Fa-f:./, ]+"),
            entry("QUOTECHECK_REVIEW_SECOND_PERSON", TRUE_OR_FALSE),
            entry("QUOTECHECK_REVIEW_NAMES_SHOWN", TRUE_OR_FALSE));

    /** MicroProfile Config reads an expression where there is a dollar sign. */
    private static final String NO_EXPRESSION = "[^$]*";

    /** A variable's value, or null. */
    String get(String name) {
        return environment.get(name);
    }

    /**
     * Whether embeds depend on nothing but what is understood here, and nothing is to be done before the first answer.
     */
    boolean areDirect() {
        return environment.keySet().containsAll(NEEDED)
                && environment.containsKey("QUOTECHECK_IDENTITY_ISSUER")
                        == environment.containsKey("QUOTECHECK_IDENTITY_JWKS")
                && environment.entrySet().stream()
                        .filter(variable -> isSetting(variable.getKey()))
                        .allMatch(variable -> isUnderstood(variable.getKey(), variable.getValue()));
    }

    /** Whether this function is for a task, which it does at each event, and not for answering requests. */
    boolean areForTask() {
        return environment.containsKey("QUOTECHECK_TASK");
    }

    /** Whether AWS starts the function before anybody waits for it (provisioned concurrency). */
    boolean haveTimeAhead() {
        return !environment
                .getOrDefault("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand")
                .equals("on-demand");
    }

    private static boolean isSetting(String name) {
        return Stream.of("QUARKUS_", "QUOTECHECK_", "SMALLRYE_", "MP_", "_PROD_")
                        .anyMatch(name::startsWith)
                && !name.startsWith("QUARKUS_LOG_");
    }

    private static boolean isUnderstood(String name, String value) {
        return FORMS.containsKey(name) && value.matches(FORMS.get(name)) && value.matches(NO_EXPRESSION);
    }
}
