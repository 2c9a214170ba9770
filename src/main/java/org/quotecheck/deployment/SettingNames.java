package org.quotecheck.deployment;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Warns about variables that nothing reads, since a misspelt one (the edge's secret, say) would be missed in silence.
 * They are not refused: a release to which an operator goes back does not know the settings of the next one.
 */
@ApplicationScoped
class SettingNames {

    private static final Logger LOG = Logger.getLogger(SettingNames.class);

    private static final String PREFIX = "QUOTECHECK_";

    /** After the prefix; docs/operating.md explains each. */
    private static final Set<String> KNOWN = Set.of(
            "BASE_URL",
            "CONSOLE_CLIENT_ID",
            "CONSOLE_PROVIDER_ORIGINS",
            "CONSOLE_RESOURCE",
            "CONSOLE_SCOPE",
            "CONSOLE_TOKEN",
            "CORS_ORIGINS",
            "DEV_RESET",
            "EDGE_SECRET",
            "IDENTITY_AUDIENCE",
            "IDENTITY_ISSUER",
            "IDENTITY_JWKS",
            "IDENTITY_NAME_CLAIM",
            "IDENTITY_ROLES_CLAIM",
            "LABELS",
            "LOG_JSON",
            "LOG_KEY",
            "LOG_RETIRED_KEYS",
            "METRICS_NAMESPACE",
            "ORGANIZATION_CORRECTIONS_POLICY",
            "ORGANIZATION_IMPRINT",
            "ORGANIZATION_LANGUAGE",
            "ORGANIZATION_LOGO",
            "ORGANIZATION_METHODOLOGY",
            "ORGANIZATION_NAME",
            "ORGANIZATION_URL",
            "QUOTA_QUESTIONS_PER_MINUTE",
            "QUOTA_SUBMISSIONS_PER_DAY",
            "REVIEW_NAMES_SHOWN",
            "REVIEW_SECOND_PERSON",
            "TASK",
            "TASK_CLAIM",
            "TASK_REVISION",
            "TRUSTED_PROXIES");

    /** What Kubernetes sets for a service with a name like ours ("Environment variables" of its Service page). */
    private static final Pattern OF_KUBERNETES = Pattern.compile("(?:^|_)(?:SERVICE_HOST|SERVICE_PORT|PORT)(?:_|$)");

    void warn(@Observes StartupEvent start) {
        unknown(System.getenv().keySet())
                .forEach(name -> LOG.warnf("%s is not a setting: docs/operating.md lists those that exist.", name));
    }

    /** In alphabetical order. */
    static List<String> unknown(Collection<String> variables) {
        return new TreeSet<>(variables)
                .stream()
                        .filter(name -> name.startsWith(PREFIX))
                        .filter(name -> !KNOWN.contains(name.substring(PREFIX.length())))
                        .filter(name -> !OF_KUBERNETES
                                .matcher(name.substring(PREFIX.length()))
                                .find())
                        .toList();
    }
}
