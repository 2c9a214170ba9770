package org.quotecheck.embed;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ExceptionSorter;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.pool.DataSource;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.postgresql.Driver;
import org.quotecheck.deployment.Edition;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.Site;
import org.quotecheck.digest.Json;
import org.quotecheck.http.Audience;
import org.quotecheck.http.CrossOrigin;
import org.quotecheck.http.JsonForm;
import org.quotecheck.http.Reads;
import org.quotecheck.http.ResponseHeaders;
import org.quotecheck.problem.Failure;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemView;
import org.quotecheck.verdict.Labels;

/**
 * Answers what publishers' pages ask for without the framework, so that an instance that has just started answers
 * before the framework could (ADR 5). It takes plain cases alone and says nothing to all others: those are the
 * framework's. Each answer is the one that the framework would give.
 */
public final class DirectEmbeds implements AutoCloseable {

    private static final String PREFIX = "/embed/v1/";
    /** A database that is away costs an embed 1.5 s at most. */
    private static final Duration PATIENCE = Duration.ofMillis(1200);

    private static final String DRIVERS_PATIENCE_SECONDS = "1";
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = JsonForm.mapper();

    static {
        warmUp();
    }

    /** @param headers as they came, names in lower case */
    public record DirectRequest(String path, String query, Map<String, String> headers) {}

    public record DirectAnswer(int status, Map<String, String> headers, String body) {}

    private record Named(String name, String url, Optional<String> logo, Optional<String> correctionsPolicy)
            implements Organization {}

    private final DataSource database;
    private final EmbedAnswers embeds;
    private final Consumer<String> log;

    /**
     * Starts to connect to the database, and does not wait for it
     *
     * @param setting the value of an environment variable, or null
     * @param log takes a line for each failure, without personal data: the framework, which sets up the log, may not be
     *     there yet
     */
    public DirectEmbeds(UnaryOperator<String> setting, Consumer<String> log) {
        this.log = log;
        database = connect(setting);
        Labels.override(setting.apply("QUOTECHECK_LABELS"));
        var site = new Site(Optional.ofNullable(setting.apply("QUOTECHECK_BASE_URL")));
        var organization = new Named(
                Optional.ofNullable(setting.apply("QUOTECHECK_ORGANIZATION_NAME"))
                        .orElse(Organization.DEFAULT_NAME),
                Optional.ofNullable(setting.apply("QUOTECHECK_ORGANIZATION_URL"))
                        .orElse(Organization.DEFAULT_URL),
                Optional.ofNullable(setting.apply("QUOTECHECK_ORGANIZATION_LOGO")),
                Optional.ofNullable(setting.apply("QUOTECHECK_ORGANIZATION_CORRECTIONS_POLICY")));
        embeds = new EmbedAnswers(
                new Embeds(database, JSON),
                new EmbedCache(),
                JSON,
                site,
                organization,
                new Edition(site, organization, Optional.ofNullable(setting.apply("QUOTECHECK_LABELS"))));
    }

    /**
     * Empty when the framework must answer: another request, or one that fails. A database that is away is not asked
     * again: 503.
     */
    public Optional<DirectAnswer> answer(DirectRequest request) {
        if (!request.path().startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            var parameters = parameters(request.query());
            return switch (request.path().substring(PREFIX.length())) {
                case "claims" ->
                    json(request, EmbedQuestion.ofClaims(only(parameters, "ids"), parameters.get("lang")));
                case "articles" ->
                    json(request, EmbedQuestion.onPage(null, only(parameters, "urlHash"), parameters.get("lang")));
                case "quotecheck.js" -> script(request, Widget.QUOTECHECK);
                case "quotecheck-article.js" -> script(request, Widget.ARTICLE);
                default -> Optional.empty();
            };
        } catch (Problem | IllegalArgumentException refused) {
            return Optional.empty();
        } catch (RuntimeException failed) {
            var failure = new Failure(failed);
            log.accept("An embed could not be read directly: " + failure.inOneLine());
            return failure.isDatabaseAway() ? Optional.of(databaseAway(request)) : Optional.empty();
        }
    }

    private static Optional<DirectAnswer> script(DirectRequest request, Widget widget) {
        return Optional.of(answer(request, widget.etag(), Widget.MEDIA_TYPE, widget::script));
    }

    private Optional<DirectAnswer> json(DirectRequest request, EmbedQuestion question) {
        var answer = embeds.known(question).orElseGet(() -> embeds.read(question));
        return Optional.of(answer(request, answer.etag(), "application/json", answer::body));
    }

    private static DirectAnswer answer(DirectRequest request, String etag, String type, Supplier<byte[]> content) {
        boolean known = Reads.isKnown(request.headers().get("if-none-match"), etag);
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.put("ETag", etag);
        var body = known ? null : content.get();
        if (!known) {
            headers.put("Content-Type", type);
        }
        return complete(request, known ? 304 : 200, headers, body);
    }

    private static DirectAnswer complete(DirectRequest request, int status, Map<String, String> headers, byte[] body) {
        if (body != null) {
            headers.put("Content-Length", String.valueOf(body.length));
        }
        headers.put("X-Request-Id", ResponseHeaders.requestId(request.headers().get("x-request-id")));
        Audience.EMBEDDERS.complete(headers::get, headers::put, status);
        CrossOrigin.open(headers::put);
        return new DirectAnswer(status, headers, body == null ? null : new String(body, StandardCharsets.UTF_8));
    }

    private static DirectAnswer databaseAway(DirectRequest request) {
        var problem = Problem.databaseAway();
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(problem.headers());
        var body = Json.bytes(JSON, ProblemView.of(problem, request.path()));
        headers.put("Content-Type", ProblemView.MEDIA_TYPE);
        return complete(request, problem.type().status(), headers, body);
    }

    /**
     * The parameter's value
     *
     * @throws IllegalArgumentException when it is missing, or another but lang is there
     */
    private static String only(Map<String, String> parameters, String name) {
        if (!parameters.containsKey(name) || !Set.of(name, "lang").containsAll(parameters.keySet())) {
            throw new IllegalArgumentException(name);
        }
        return parameters.get(name);
    }

    /**
     * @throws IllegalArgumentException when a parameter comes twice, is empty, or needs more decoding than a comma's
     */
    private static Map<String, String> parameters(String query) {
        var parameters = new HashMap<String, String>();
        for (var pair : query == null || query.isEmpty()
                ? List.<String>of()
                : List.of(query.replace("%2C", ",").replace("%2c", ",").split("&"))) {
            int equals = pair.indexOf('=');
            if (!pair.matches("[A-Za-z]+=[A-Za-z0-9,_-]+")
                    || parameters.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
                throw new IllegalArgumentException(pair);
            }
        }
        return parameters;
    }

    private static DataSource connect(UnaryOperator<String> setting) {
        return new DataSource(new AgroalDataSourceConfigurationSupplier()
                .metricsEnabled(false)
                .connectionPoolConfiguration(pool -> pool.initialSize(1)
                        .maxSize(1)
                        .acquisitionTimeout(PATIENCE)
                        // a connection may have died while the function was frozen
                        .idleValidationTimeout(IDLE)
                        .connectionValidator(ConnectionValidator.defaultValidatorWithTimeout(1))
                        .exceptionSorter(ExceptionSorter.fatalExceptionSorter())
                        .connectionFactoryConfiguration(connection -> connection
                                .connectionProviderClass(Driver.class)
                                .jdbcUrl(setting.apply("QUARKUS_DATASOURCE_JDBC_URL"))
                                .jdbcProperty("connectTimeout", DRIVERS_PATIENCE_SECONDS)
                                .jdbcProperty("socketTimeout", DRIVERS_PATIENCE_SECONDS)
                                .jdbcProperty("tcpKeepAlive", "true")
                                .jdbcProperty("logServerErrorDetail", "false")
                                .jdbcProperty("prepareThreshold", "1")
                                .jdbcProperty("assumeMinServerVersion", "15")
                                .principal(new NamePrincipal(setting.apply("QUARKUS_DATASOURCE_USERNAME")))
                                .credential(new SimplePassword(setting.apply("QUARKUS_DATASOURCE_PASSWORD")))))
                .get());
    }

    /**
     * Does once, when the class is read and so at a native executable's build, what would else be done at each start:
     * all but connecting.
     */
    private static void warmUp() {
        NumberFormat.getIntegerInstance(); // with it the driver reads the server's version
        new EmbedCache();
        var embeds = new Embeds(null, JSON);
        var content = embeds.content("""
                {"id": "019a0000-0000-7000-8000-000000000001", "text": "We won", "rating": "false", "quoteVerdict": "exact",
                 "summaryLanguage": "en", "publishedAt": "2026-01-05T10:00:00Z", "revision": 1, "corrected": true,
                 "corrections": [{"from": "true", "to": "false", "publishedAt": "2026-01-05T10:00:00Z"}], "sources": 1}""");
        var words = embeds.quotedWords("""
                [{"exact": "We won", "start": 0, "end": 6}]\
                """, "exact");
        var view = EmbedClaimView.of(
                content,
                List.of(content.id()),
                List.of(words),
                null,
                new Site(Optional.empty()),
                new Named(Organization.DEFAULT_NAME, Organization.DEFAULT_URL, Optional.empty(), Optional.empty()));
        Json.bytes(JSON, new EmbedAnswers.ClaimsView(List.of(view), List.of(content.id())));
        Json.bytes(
                JSON, new EmbedAnswers.PageEmbedsView(new Embeds.Page("https://news.example/", "News"), List.of(view)));
    }

    @Override
    public void close() {
        database.close();
    }
}
