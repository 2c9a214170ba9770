package org.quotecheck.infra;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.SecretValue;

/**
 * Environment variables of the service that an operator may set and no stack makes (docs/operating.md says what each
 * means), checked before anything is deployed.
 *
 * @param values by variable
 */
record ServiceSettings(Map<String, String> values) {

    /**
     * Bytes, of the 4 KB that AWS Lambda has for all variables; the database's certificate takes most of the others.
     */
    static final int LARGEST = 1_600;

    /**
     * @param parameter as given with {@code -c}
     * @param form a regular expression, the service's own
     * @param provider whether it is about a provider of one's own: the user pool says it by itself
     */
    private record Setting(String parameter, String variable, String form, String example, boolean provider) {}

    private static final String TEXT = "(?s).+";
    private static final String WORDS = "\\S+";
    private static final String LINK = "/\\S*|https?://[^\\s/?#]+\\S*";
    private static final String LANGUAGE = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*";
    private static final String PICTURE = "data:image/(png|webp|jpeg|svg\\+xml);base64,(?=.)"
            + "(?:[A-Za-z0-9+/]{4})*+(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?";
    private static final String ORIGIN = "https?://[a-z0-9.\\[\\]:-]+";
    private static final String ORIGINS = ORIGIN + "(," + ORIGIN + ")*";
    private static final String NUMBER = "[0-9]{1,9}";
    private static final String FLAG = "true|false";

    private static final List<Setting> SETTINGS = List.of(
            of("organizationName", "ORGANIZATION_NAME", ".+", "The Valley News"),
            of("organizationUrl", "ORGANIZATION_URL", LINK, "https://news.example"),
            of("organizationLanguage", "ORGANIZATION_LANGUAGE", LANGUAGE, "de"),
            of("organizationLogo", "ORGANIZATION_LOGO", PICTURE, "data:image/png;base64,…"),
            of("organizationMethodology", "ORGANIZATION_METHODOLOGY", TEXT, "https://news.example/how-we-check"),
            of("organizationCorrectionsPolicy", "ORGANIZATION_CORRECTIONS_POLICY", TEXT, "https://news.example/errors"),
            of("organizationImprint", "ORGANIZATION_IMPRINT", TEXT, "https://news.example/imprint"),
            of("reviewSecondPerson", "REVIEW_SECOND_PERSON", FLAG, "true"),
            of("reviewNamesShown", "REVIEW_NAMES_SHOWN", FLAG, "false"),
            of("submissionsPerDay", "QUOTA_SUBMISSIONS_PER_DAY", NUMBER, "200"),
            of("questionsPerMinute", "QUOTA_QUESTIONS_PER_MINUTE", NUMBER, "60"),
            of("labels", "LABELS", TEXT, "en.rating.mixed = Half true"),
            of("logRetiredKeys", "LOG_RETIRED_KEYS", "\\s*\\{.*\\}\\s*", "{\"keys\": […]}"),
            of("corsOrigins", "CORS_ORIGINS", ORIGINS, "https://desk.example"),
            ofProvider("nameClaim", "IDENTITY_NAME_CLAIM", ".+", "preferred_username"),
            ofProvider("consoleClientId", "CONSOLE_CLIENT_ID", WORDS, "quotecheck-console"),
            ofProvider("consoleScope", "CONSOLE_SCOPE", ".+", "openid profile"),
            ofProvider("consoleResource", "CONSOLE_RESOURCE", WORDS, "https://facts.example"),
            ofProvider("consoleToken", "CONSOLE_TOKEN", "access|id", "access"),
            ofProvider("consoleProviderOrigins", "CONSOLE_PROVIDER_ORIGINS", ORIGINS, "https://login.news.example"));

    static final Set<String> NAMES = Stream.concat(SETTINGS.stream().map(Setting::parameter), Stream.of("logKey"))
            .collect(Collectors.toUnmodifiableSet());

    /** @throws WrongParameter where the service would not start with one, or AWS Lambda would not take them all */
    static ServiceSettings of(Parameters given) {
        var values = new TreeMap<String, String>();
        for (var setting : SETTINGS) {
            if (setting.form().equals(FLAG)) {
                given.flag(setting.parameter(), true);
            }
            given.text(setting.parameter(), setting.form(), setting.example())
                    .ifPresent(value -> values.put(setting.variable(), checked(setting, value, given)));
        }
        int size = values.values().stream()
                .mapToInt(value -> value.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        if (size > LARGEST) {
            throw new WrongParameter("The service's own parameters have " + size + " bytes of UTF-8, but at most "
                    + LARGEST + " fit into AWS Lambda's environment: give URLs for long texts, and a smaller logo.");
        }
        // another key comes in another secret, so that the function has another setting and makes a version of it
        given.text("logKey", "[A-Za-z0-9/_+=.@-]+", "quotecheck/log-key")
                .ifPresent(secret -> values.put(
                        "QUOTECHECK_LOG_KEY", SecretValue.secretsManager(secret).unsafeUnwrap()));
        return new ServiceSettings(values);
    }

    private static String checked(Setting setting, String value, Parameters given) {
        if (setting.provider() && given.text("issuer").isEmpty()) {
            throw new WrongParameter("The parameter " + setting.parameter()
                    + " is for a provider of your own: give issuer, jwks and audience, too.");
        }
        if (value.contains("$")) {
            throw new WrongParameter("The parameter " + setting.parameter()
                    + " cannot have a dollar sign: the service would read an expression.");
        }
        return value;
    }

    private static Setting of(String parameter, String variable, String form, String example) {
        return new Setting(parameter, "QUOTECHECK_" + variable, form, example, false);
    }

    private static Setting ofProvider(String parameter, String variable, String form, String example) {
        return new Setting(parameter, "QUOTECHECK_" + variable, form, example, true);
    }
}
