package org.quotecheck.deployment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;

/**
 * What a deployment says about itself (docs/operating.md), checked before anything starts: the operator who starts the
 * service reads what is wrong, all of it at once.
 */
@ConfigMapping(prefix = "quotecheck")
public interface Settings {

    String HTTP_URL = "https?://[^\\s/?#]+[^\\s?#]*";
    /** Without a path: our pages link to each other from the root, where robots.txt must be, too. */
    String BASE_URL = "https?://[^\\s/?#@:][^\\s/?#@]*/?";

    String KEYS_URL = HTTP_URL + "(\\?\\S*)?";
    /** A BCP 47 tag by its form. */
    String LANGUAGE = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*+";

    String PICTURE = "data:image/(png|webp|jpeg|svg\\+xml);base64,(?=.)"
            + "(?:[A-Za-z0-9+/]{4})*+(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?";
    /** A path of ours, or another site's URL. */
    String LINK = "/\\S*|https?://[^\\s/?#]+\\S*";

    String ISSUER = "\\S+";
    String NOT_NONE = "(?!-$).+";
    String JDBC_URL = "jdbc:postgresql://\\S+";
    String METRICS_NAMESPACE = "(?!AWS/)[A-Za-z0-9./_#-]{1,255}";
    String EDGE_SECRET = "[!-~]{16,256}( [!-~]{16,256})?";
    String ORIGIN = "https?://[a-z0-9.\\[\\]:-]+";
    String ORIGINS = ORIGIN + "(," + ORIGIN + ")*";
    /** 0 to 65535; 0 is any that is free. */
    String PORT = "[0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]";

    String POOL_SIZE = "[1-9][0-9]{0,8}";
    String TASK = "migrate|remove-content";
    String JSON_OBJECT = "\\s*\\{.*\\}\\s*";
    String TRUE_OR_FALSE = "true|false";

    /** The public address: scheme, host and, where it is not the scheme's own, port. */
    Optional<
                    @Pattern(
                            regexp = BASE_URL,
                            message = "QUOTECHECK_BASE_URL must be an http or https URL without a path,"
                                    + " such as https://facts.example")
                    String>
            baseUrl();

    /** What it is started for, if it is not to answer requests. */
    Optional<
                    @Pattern(
                            regexp = TASK,
                            message = "QUOTECHECK_TASK must be migrate or remove-content, or not be set")
                    String>
            task();

    /** The claim, and the number of its revision, that the task is about. */
    @WithName("task.claim")
    Optional<String> taskClaim();

    @WithName("task.revision")
    Optional<String> taskRevision();

    Database database();

    Listening listening();

    Identity identity();

    EdgeSettings edge();

    LogSettings log();

    MetricsSettings metrics();

    /** Blocks of addresses of the operator's own proxies, as CIDR. */
    Optional<List<String>> trustedProxies();

    /** Lines of {@code language.key = words}, which replace ours. */
    Optional<String> labels();

    Cors cors();

    Console console();

    Dev dev();

    /** Quarkus's own settings, which it would itself miss later and at length; {@code -} stands for none. */
    interface Database {
        @WithDefault("${quarkus.datasource.jdbc.url:-}")
        @Pattern(
                regexp = JDBC_URL,
                message = "QUARKUS_DATASOURCE_JDBC_URL must be set, such as jdbc:postgresql://host:5432/database")
        String url();

        @WithDefault("${quarkus.datasource.username:-}")
        @Pattern(regexp = NOT_NONE, message = "QUARKUS_DATASOURCE_USERNAME must be set")
        String username();

        @WithDefault("${quarkus.datasource.password:-}")
        @Pattern(regexp = NOT_NONE, message = "QUARKUS_DATASOURCE_PASSWORD must be set")
        String password();

        @WithDefault("${quarkus.flyway.migrate-at-start}")
        @Pattern(regexp = TRUE_OR_FALSE, message = "QUARKUS_FLYWAY_MIGRATE_AT_START must be true or false")
        String migrateAtStart();

        @WithDefault("${quarkus.datasource.jdbc.max-size:1}")
        @Pattern(regexp = POOL_SIZE, message = "QUARKUS_DATASOURCE_JDBC_MAX_SIZE must be a whole number, 1 or more")
        String poolSize();
    }

    /** The same; named so that no variable is one that Kubernetes makes for a service (…_PORT, …_SERVICE_HOST). */
    interface Listening {
        @WithDefault("${quarkus.http.port:8080}")
        @Pattern(regexp = PORT, message = "QUARKUS_HTTP_PORT must be a number from 0 to 65535")
        String http();

        @WithDefault("${quarkus.management.port:9000}")
        @Pattern(regexp = PORT, message = "QUARKUS_MANAGEMENT_PORT must be a number from 0 to 65535")
        String management();
    }

    /** The OpenID Connect provider whose tokens are taken. */
    interface Identity {
        Optional<@Pattern(regexp = ISSUER, message = "QUOTECHECK_IDENTITY_ISSUER must be the tokens' iss claim") String>
                issuer();

        Optional<
                        @Pattern(
                                regexp = KEYS_URL,
                                message =
                                        "QUOTECHECK_IDENTITY_JWKS must be the http or https URL of the provider's keys")
                        String>
                jwks();

        @WithDefault("quotecheck")
        String audience();

        /** Path of the claim that holds the roles, its parts separated by slashes. */
        @WithDefault("groups")
        String rolesClaim();

        /** The claim that holds the name which reviewers and editors read. */
        @WithDefault("name")
        String nameClaim();
    }

    /** A content delivery network in front of the service. */
    interface EdgeSettings {
        /** What it sends as X-Origin-Verify; with it, nobody else is answered. Two while one replaces the other. */
        Optional<
                        @Pattern(
                                regexp = EDGE_SECRET,
                                message = "QUOTECHECK_EDGE_SECRET must have 16 to 256 visible ASCII characters,"
                                        + " or be two such values separated by a space")
                        String>
                secret();
    }

    interface LogSettings {
        /** Whether a record is a line of JSON. */
        @WithDefault("false")
        @WithConverter(TrueOrFalse.class)
        boolean json();

        /** A private JWK of the curve P-256, which signs the head. */
        Optional<
                        @Pattern(
                                regexp = JSON_OBJECT,
                                message = "QUOTECHECK_LOG_KEY must be a P-256 private key as a JWK")
                        String>
                key();

        /** A JWKS of the keys that once signed it. */
        Optional<@Pattern(regexp = JSON_OBJECT, message = "QUOTECHECK_LOG_RETIRED_KEYS must be a JWKS") String>
                retiredKeys();
    }

    interface MetricsSettings {
        /** Of CloudWatch, for the metrics in the log (Embedded metric format). */
        Optional<
                        @Pattern(
                                regexp = METRICS_NAMESPACE,
                                message = "QUOTECHECK_METRICS_NAMESPACE must consist of 1 to 255 letters, digits or"
                                        + " . / _ # -, and must not begin with AWS/")
                        String>
                namespace();
    }

    /** Whose pages may call what is not open to all: another console, say. */
    interface Cors {
        /** As browsers send them: scheme, host and, where it is not the scheme's own, port. */
        Optional<
                        List<
                                @Pattern(
                                        regexp = ORIGIN,
                                        message = "QUOTECHECK_CORS_ORIGINS must be origins, such as"
                                                + " https://desk.example, separated by commas")
                                String>>
                origins();
    }

    /** How people sign in to the console: as a public client of the identity provider. */
    interface Console {
        Optional<@Pattern(regexp = ISSUER, message = "QUOTECHECK_CONSOLE_CLIENT_ID must be the client's id") String>
                clientId();

        @WithDefault("openid profile")
        String scope();

        /** The resource that access tokens must be for (RFC 8707), where the provider requires it. */
        Optional<@Pattern(regexp = "\\S+", message = "QUOTECHECK_CONSOLE_RESOURCE must be a URI") String> resource();

        /** Which token is sent: Cognito's access tokens have no audience. */
        @WithDefault("access")
        @Pattern(regexp = "access|id", message = "QUOTECHECK_CONSOLE_TOKEN must be access or id")
        String token();

        /** Of the provider's endpoints, where they are not the issuer's. */
        Optional<
                        List<
                                @Pattern(
                                        regexp = ORIGIN,
                                        message = "QUOTECHECK_CONSOLE_PROVIDER_ORIGINS must be origins, such as"
                                                + " https://login.example, separated by commas")
                                String>>
                providerOrigins();
    }

    interface Dev {
        /** Whether dev mode begins with an empty database. */
        @WithDefault("false")
        @WithConverter(TrueOrFalse.class)
        boolean reset();
    }
}
