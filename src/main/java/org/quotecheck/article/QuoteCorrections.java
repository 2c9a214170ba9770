package org.quotecheck.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.quotecheck.body.Body;
import org.quotecheck.extraction.Part;
import org.quotecheck.extraction.Speaker;
import org.quotecheck.http.Outcome;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Role;

/** What people say about an article's quotes; no engine changes it afterwards. */
@ApplicationScoped
class QuoteCorrections {

    private final Clock clock;
    private final Event<ArticleRevised> revisions;

    QuoteCorrections(Clock clock, Event<ArticleRevised> revisions) {
        this.clock = clock;
        this.revisions = revisions;
    }

    Outcome add(Article article, Body body) {
        var text = article.text();
        var marked = body.as(AddQuote.class, (input, faults) -> input.in(text, faults));
        var part = marked.part();
        var speaker = marked.speaker();
        var known = ArticleQuotes.all(article);
        var same = known.stream()
                .filter(quote -> !quote.removed && quote.stands(part) && quote.parts.size() == 1)
                .findFirst();
        if (same.isPresent()) {
            if (speaker != null && !isSame(speaker, same.get().speaker)) {
                throw exists(same.get());
            }
            return Outcome.ok(QuoteView.of(same.get(), article)).etag(article.etag());
        }
        var removed = known.stream()
                .filter(quote -> quote.removed && quote.stands(part))
                .findFirst();
        removed.ifPresent(quote -> quote.revive(speaker));
        var quote = removed.orElseGet(() -> ArticleQuotes.add(article, part, speaker, text, known));
        changed(article);
        return Outcome.created(QuoteView.of(quote, article)).etag(article.etag());
    }

    Outcome correct(Article article, Quote quote, Body body, Actor actor) {
        requireMay(article, quote, actor);
        var text = article.text();
        var correct = body.as(CorrectQuote.class, (sent, faults) -> sent.in(text, body.names(), faults));
        var input = correct.input();
        var parts = correct.parts();
        if (!parts.isEmpty() && (quote.isOrphaned() || !quote.parts.equals(parts))) {
            requireFree(article, quote, parts);
            ArticleQuotes.move(article, quote, parts, text);
        }
        if (body.names().contains("speaker")) {
            quote.correct(input.speaker() == null ? null : input.speaker().speaker());
        }
        if (input.kind() != null) {
            quote.correct(input.kind());
        }
        if (!body.names().isEmpty()) {
            changed(article);
        }
        return Outcome.ok(QuoteView.of(quote, article)).etag(article.etag());
    }

    Outcome remove(Article article, Quote quote, Actor actor) {
        requireMay(article, quote, actor);
        quote.remove();
        changed(article);
        return Outcome.noContent().etag(article.etag());
    }

    private void changed(Article article) {
        article.touch(clock.instant());
        Article.flush();
        revisions.fire(new ArticleRevised(article.id));
    }

    private static void requireMay(Article article, Quote quote, Actor actor) {
        if (!article.isDescribedBy(actor)) {
            throw new Problem(
                    ProblemType.FORBIDDEN, "Only the article's first submitter and reviewers can correct its quotes.");
        }
        if (!actor.is(Role.REVIEWER) && ArticleQuotes.isPublished(quote)) {
            throw new Problem(
                    ProblemType.FORBIDDEN,
                    "Only reviewers can correct a quote once a claim made from it has been published.");
        }
    }

    private static void requireFree(Article article, Quote quote, List<Part> parts) {
        ArticleQuotes.shown(article).stream()
                .filter(other -> !other.id.equals(quote.id) && !other.isOrphaned() && other.parts.equals(parts))
                .findFirst()
                .ifPresent(other -> {
                    throw exists(other);
                });
    }

    private static Problem exists(Quote quote) {
        return new Problem(ProblemType.QUOTE_EXISTS, "These words are already a quote of the article.")
                .with("quote", quote.id);
    }

    /** A title that nobody states makes no difference. */
    private static boolean isSame(Speaker said, Speaker known) {
        return known != null
                && said.name().equals(known.name())
                && said.type() == known.type()
                && (said.jobTitle() == null || Objects.equals(said.jobTitle(), known.jobTitle()));
    }
}
