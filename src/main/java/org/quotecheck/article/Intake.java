package org.quotecheck.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.quotecheck.address.CanonicalUrl;
import org.quotecheck.body.Body;
import org.quotecheck.body.Faults;
import org.quotecheck.http.Outcome;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Quotas;
import org.quotecheck.security.Role;

/** How articles come in, and how what is known about them is corrected. */
@ApplicationScoped
class Intake {

    /** An article as it was sent, and its text. */
    private record Received(SubmitArticle article, ArticleText text) {

        static Received of(SubmitArticle article, Faults faults) {
            return new Received(article, ArticleText.of(article.text(), article.html(), article.language(), faults));
        }
    }

    private final Quotas quotas;
    private final Clock clock;
    private final Event<ArticleRevised> revisions;

    Intake(Quotas quotas, Clock clock, Event<ArticleRevised> revisions) {
        this.quotas = quotas;
        this.clock = clock;
        this.revisions = revisions;
    }

    Outcome submit(Body body, Actor actor) {
        var received = body.as(SubmitArticle.class, Received::of);
        var input = received.article();
        var text = received.text();
        var submitted = CanonicalUrl.of(input.url());
        var link = CanonicalLink.of(text.facts(), submitted);
        var known = Article.lockedAt(submitted);
        var named = link.url() == null ? Optional.<Article>empty() : Article.at(link.url());
        boolean taken = named.isPresent()
                && known.filter(article -> article.id.equals(named.get().id)).isEmpty();
        boolean describes = known.isEmpty() || known.get().isDescribedBy(actor);
        boolean same = known.isPresent() && known.get().hasText(text);
        if (known.isPresent()
                && !same
                && !actor.is(Role.REVIEWER)
                && known.get().carriesVerdict()) {
            return wait(known.get(), text.text(), actor);
        }
        if (!same) {
            quotas.countSubmission(actor);
        }
        known.filter(article -> describes).ifPresent(article -> article.describe(input, text));
        if (known.isPresent() && !same) {
            known.get().revise(text, actor.subject(), clock.instant());
            revisions.fire(new ArticleRevised(known.get().id));
        }
        var url = link.url() == null || taken ? submitted : link.url();
        var article = known.orElseGet(() -> Article.first(url, input, text, actor.subject(), clock.instant()));
        if (describes) {
            article.alias(url, clock.instant());
            article.alias(submitted, clock.instant());
        }
        Article.flush();
        var warning = taken ? CanonicalLink.OF_ANOTHER_ARTICLE : link.warning();
        var source = text.source() == null || warning == null
                ? text.source()
                : text.source().with(warning);
        var view = ArticleView.of(article, source);
        return (same ? Outcome.ok(view) : Outcome.created("/v1/articles/" + article.id, view)).etag(article.etag());
    }

    /** Reads and embeds stay with the previous version until a reviewer takes this one. */
    private Outcome wait(Article article, String text, Actor actor) {
        var waiting = ArticleVersion.waiting(article.id, text).orElseGet(() -> {
            quotas.countSubmission(actor);
            return ArticleVersion.keep(article, text, actor.subject(), clock.instant());
        });
        return Outcome.accepted(ArticleVersionView.of(waiting));
    }

    Outcome describe(Article article, Body patch, Actor actor) {
        if (!article.isDescribedBy(actor)) {
            throw new Problem(
                    ProblemType.FORBIDDEN, "Only the article's first submitter and reviewers can change its metadata.");
        }
        var before = article.description();
        var after = patch.mergedInto(before).as(DescribeArticle.class);
        var aliases = after.aliases() == null ? List.<String>of() : after.aliases();
        if (!aliases.equals(before.aliases() == null ? List.of() : before.aliases())) {
            if (!actor.is(Role.REVIEWER)) {
                throw new Problem(ProblemType.FORBIDDEN, "Only reviewers can change an article's aliases.");
            }
            article.aliases(IntStream.range(0, aliases.size())
                    .mapToObj(i -> free(CanonicalUrl.of(aliases.get(i)), article))
                    .toList());
        }
        article.describe(after, clock.instant());
        Article.flush();
        return Outcome.ok(ArticleView.of(article)).etag(article.etag());
    }

    private static CanonicalUrl free(CanonicalUrl url, Article article) {
        Article.at(url).filter(other -> !other.id.equals(article.id)).ifPresent(other -> {
            throw new Problem(ProblemType.ADDRESS_TAKEN, "The address " + url.value() + " belongs to another article.")
                    .with("article", other.id);
        });
        return url;
    }
}
