package org.quotecheck.embed;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.pool.DataSource;
import io.quarkus.arc.Arc;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.quotecheck.claim.PublishedReads;
import org.quotecheck.deployment.Edition;
import org.quotecheck.deployment.OneStatement;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.ReviewRules;
import org.quotecheck.deployment.Site;
import org.quotecheck.http.Audience;
import org.quotecheck.http.Edge;
import org.quotecheck.http.RequestForm;
import org.quotecheck.problem.Failure;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;
import org.quotecheck.verdict.Labels;

/**
 * Answers what publishers' pages ask for, and reads of claims, without the framework, so that an instance that has just
 * started answers before the framework could (ADR 5), and refuses what is certainly not there. It leaves everything
 * else to the framework. Each answer is the one that the framework would give.
 */
public final class DirectEmbeds implements AutoCloseable {

    private static final Pattern PINNED = Pattern.compile("quotecheck(-article)?\\.([0-9a-f]+)\\.js");
    private static final String SECRET_HEADER = Edge.SECRET_HEADER.toLowerCase(Locale.ROOT);
    private static final ObjectMapper JSON = DirectAnswer.JSON;

    static {
        ImageHeap.fill(
                new Named(Organization.DEFAULT_NAME, Organization.DEFAULT_URL, Optional.empty(), Optional.empty()));
    }

    private record Named(String name, String url, Optional<String> logo, Optional<String> correctionsPolicy)
            implements Organization {}

    /** As far as claims with a verdict depend on them. */
    private record Rules(boolean namesShown) implements ReviewRules {

        @Override
        public boolean secondPerson() {
            return true;
        }
    }

    private final DataSource database;
    private final Consumer<String> log;
    private final Duration within;
    /** Null where everybody is answered. */
    private final String edgeSecret;
    /** Null where pages of no other origin may call what is not open to all. */
    private final String origins;

    private EmbedAnswers embeds;
    private DirectClaims claims;

    /**
     * Starts to connect to the database, and does not wait for it
     *
     * @param setting the value of an environment variable, or null
     * @param log takes a line for each failure, without personal data: the framework, which sets up the log, may not be
     *     there yet
     */
    public DirectEmbeds(UnaryOperator<String> setting, Consumer<String> log) {
        this(setting, log, Deadline.OF_EMBEDS);
    }

    DirectEmbeds(UnaryOperator<String> setting, Consumer<String> log, Duration within) {
        this.log = log;
        this.within = within;
        edgeSecret = setting.apply("QUOTECHECK_EDGE_SECRET");
        origins = setting.apply("QUOTECHECK_CORS_ORIGINS");
        database = DirectConnection.open(setting, within);
        Labels.override(setting.apply("QUOTECHECK_LABELS"));
        var site = new Site(Optional.ofNullable(setting.apply("QUOTECHECK_BASE_URL")));
        var organization = new Named(
                Optional.ofNullable(setting.apply("QUOTECHECK_ORGANIZATION_NAME"))
                        .orElse(Organization.DEFAULT_NAME),
                Optional.ofNullable(setting.apply("QUOTECHECK_ORGANIZATION_URL"))
                        .orElse(Organization.DEFAULT_URL),
                Optional.ofNullable(setting.apply("QUOTECHECK_ORGANIZATION_LOGO")),
                Optional.ofNullable(setting.apply("QUOTECHECK_ORGANIZATION_CORRECTIONS_POLICY")));
        var edition = new Edition(site, organization, Optional.ofNullable(setting.apply("QUOTECHECK_LABELS")));
        var statements = new OneStatement(database);
        embeds = new EmbedAnswers(new Embeds(statements, JSON), new EmbedCache(), JSON, site, organization, edition);
        var rules = new Rules(Boolean.parseBoolean(setting.apply("QUOTECHECK_REVIEW_NAMES_SHOWN")));
        claims = new DirectClaims(PublishedReads.of(statements, edition, rules, JSON), JSON);
    }

    /**
     * From now on with the framework's memory and connections, so that its changes are seen at once. For when it has
     * started.
     */
    public void join() {
        embeds = Arc.container().instance(EmbedAnswers.class).get();
        claims = new DirectClaims(Arc.container().instance(PublishedReads.class).get(), JSON);
        database.close();
    }

    /**
     * Empty when the framework must answer: another request, or one that fails. An unreachable database is not asked
     * again: 503.
     */
    public Optional<DirectAnswer> answer(DirectRequest request) {
        if (!RequestForm.isPlain(request.path(), request.query(), request.headers())) {
            return Optional.empty();
        }
        if (edgeSecret != null && !Edge.isSecret(edgeSecret, request.headers().get(SECRET_HEADER))) {
            return pastTheEdge(request);
        }
        if (request.path().startsWith(EmbedQuestion.PREFIX) && request.isRead()) {
            return embed(request);
        }
        if (request.path().startsWith(DirectClaims.PREFIX)) {
            return claim(request);
        }
        return FirstSegments.has(request.path()) || request.mayWantPage()
                ? Optional.empty()
                : refusal(request, Problem.of(ProblemType.NOT_FOUND));
    }

    /** Other APIs' clients are refused in their own form, and health is reported to everybody. */
    private Optional<DirectAnswer> pastTheEdge(DirectRequest request) {
        boolean plain = !FirstSegments.has(request.path())
                || request.path().startsWith("/v1/")
                || request.path().startsWith("/embed/");
        return plain ? refusal(request, Edge.refusal()) : Optional.empty();
    }

    private Optional<DirectAnswer> embed(DirectRequest request) {
        try {
            var question = EmbedQuestion.of(request.path(), request.query());
            if (question.isPresent()) {
                return json(request, question.get());
            }
            var name = request.path().substring(EmbedQuestion.PREFIX.length());
            return switch (name) {
                case "quotecheck.js" -> script(request, Widget.QUOTECHECK);
                case "quotecheck-article.js" -> script(request, Widget.ARTICLE);
                default -> pinned(request, name);
            };
        } catch (Problem refused) {
            if (refused.type() == ProblemType.UNAVAILABLE) {
                log.accept("An embed could not be read directly: the database does not answer in time");
            }
            return Optional.of(DirectAnswer.refusal(request, refused, Audience.EMBEDDERS));
        } catch (RuntimeException failed) {
            var failure = new Failure(failed);
            log.accept("An embed could not be read directly: " + failure.inOneLine());
            return failure.isDatabaseAway()
                    ? Optional.of(DirectAnswer.refusal(request, Problem.databaseAway(), Audience.EMBEDDERS))
                    : Optional.empty();
        }
    }

    /** What cannot be read, or not soon, is left to the framework, which has more patience. */
    private Optional<DirectAnswer> claim(DirectRequest request) {
        try {
            return Deadline.within(within, () -> claims.answer(request));
        } catch (Problem malformedOrLate) {
            return Optional.empty();
        } catch (RuntimeException failed) {
            log.accept("A claim could not be read directly: " + new Failure(failed).inOneLine());
            return Optional.empty();
        }
    }

    private Optional<DirectAnswer> json(DirectRequest request, EmbedQuestion question) {
        var answer = embeds.known(question).orElseGet(() -> read(question));
        return Optional.of(DirectAnswer.embed(request, answer.etag(), "application/json", answer::body));
    }

    /** Connections have more patience than embeds have: they wait more than once. */
    private EmbedAnswer read(EmbedQuestion question) {
        return Deadline.within(within, () -> embeds.read(question));
    }

    private static Optional<DirectAnswer> script(DirectRequest request, Widget widget) {
        return Optional.of(DirectAnswer.embed(request, widget.etag(), Widget.MEDIA_TYPE, widget::script));
    }

    private Optional<DirectAnswer> pinned(DirectRequest request, String name) {
        if (name.isEmpty() || name.endsWith("/")) {
            return Optional.empty();
        }
        var pinned = PINNED.matcher(name);
        if (!pinned.matches()) {
            return refusal(request, Problem.of(ProblemType.NOT_FOUND));
        }
        var hash = pinned.group(2);
        var script = (pinned.group(1) == null ? Widget.QUOTECHECK : Widget.ARTICLE)
                .withHash(hash)
                .orElseThrow(Problem::notFound);
        return Optional.of(
                DirectAnswer.embed(request, '"' + hash + '"', Widget.MEDIA_TYPE, () -> script, Widget.FOR_EVER));
    }

    /** Where there is no operation: if pages of another origin may read anything, the framework says which. */
    private Optional<DirectAnswer> refusal(DirectRequest request, Problem problem) {
        boolean anotherOrigin = origins != null && request.headers().containsKey("origin");
        return anotherOrigin ? Optional.empty() : Optional.of(DirectAnswer.refusal(request, problem, Audience.NOBODY));
    }

    @Override
    public void close() {
        database.close();
    }
}
