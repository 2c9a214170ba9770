package org.quotecheck.claim;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.quotecheck.address.CanonicalUrl;
import org.quotecheck.appearance.Appearance;
import org.quotecheck.article.Article;
import org.quotecheck.article.Languages;
import org.quotecheck.article.Quote;
import org.quotecheck.article.StatedDate;
import org.quotecheck.extraction.Reading;
import org.quotecheck.extraction.Speaker;
import org.quotecheck.http.DisplayedName;
import org.quotecheck.problem.Problem;
import org.quotecheck.statement.ClaimIdentity;
import org.quotecheck.statement.Claimant;
import org.quotecheck.statement.RewordClaim;

/**
 * A claim as submitted, with what its quote and article add: the words, who made it, and where it appeared (null when
 * no page was given).
 */
record Submission(String text, Claimant claimant, LocalDate claimDate, String language, Appearance appearance) {

    /** @throws Problem 422 when the quote is not known, or its words cannot be a claim\'s */
    static Submission of(SubmitClaim input, Clock clock) {
        return input.quoteId() != null ? ofQuote(input, clock.instant()) : ofWords(input, clock.instant());
    }

    /** What the claim says. */
    RewordClaim words() {
        return new RewordClaim(text, claimant, claimDate, language);
    }

    private static Submission ofQuote(SubmitClaim input, Instant now) {
        var quote = Quote.withId(input.quoteId())
                .orElseThrow(() -> Problem.invalid("/quoteId", "does not identify a known quote"));
        var article = Article.<Article>findById(quote.articleId());
        var quoted = Reading.mended(quote.exact());
        var text = input.text() != null ? Reading.mended(input.text()) : withoutTrailingComma(quoted);
        var claimant = input.claimant() != null || !holds(quoted, text) ? input.claimant() : claimant(quote.speaker());
        var appearance = Appearance.in(article, now).quoting(quote).on(date(input, article));
        return new Submission(
                checkWords(text), claimant, input.claimDate(), language(input, article, text), appearance);
    }

    private static Submission ofWords(SubmitClaim input, Instant now) {
        Appearance appearance = null;
        Article article = null;
        if (input.article() != null) {
            var page = input.article();
            var url = CanonicalUrl.of(page.url());
            article = Article.at(url).orElse(null);
            appearance = article != null
                    ? Appearance.in(article, now)
                    : Appearance.at(url, page.title(), page.publisher(), now);
            appearance.on(date(input, article));
            if (input.quote() != null) {
                appearance.quoting(
                        input.quote().exact(),
                        input.quote().prefix(),
                        input.quote().suffix());
            }
        }
        return new Submission(
                Reading.mended(input.text()),
                input.claimant(),
                input.claimDate(),
                language(input, article, input.text()),
                appearance);
    }

    /** An appearance's date is its article's, where that is known to the day. */
    private static LocalDate date(SubmitClaim input, Article article) {
        return Optional.ofNullable(article)
                .flatMap(page -> StatedDate.Form.day(page.publishedAt()))
                .orElse(input.claimDate());
    }

    /** A speaker with a proper name is the claimant; "officials" and documents are not. */
    private static Claimant claimant(Speaker speaker) {
        var name = speaker == null ? "" : name(speaker.name());
        if (name.isEmpty()) {
            return null;
        }
        return switch (speaker.type()) {
            case PERSON -> new Claimant(name, Claimant.Type.Person, jobTitle(speaker), null);
            case ORGANIZATION -> new Claimant(name, Claimant.Type.Organization, null, null);
            case DOCUMENT, GROUP -> null;
        };
    }

    private static String jobTitle(Speaker speaker) {
        var title = speaker.jobTitle() == null ? "" : name(speaker.jobTitle());
        return title.isEmpty() ? null : title;
    }

    /** A name as {@link Claimant} takes it, from an article that nobody has checked. */
    private static String name(String found) {
        var shown = DisplayedName.Check.shown(found).strip();
        return shown.substring(
                0, shown.offsetByCodePoints(0, Math.min(Claimant.MAX_NAME, shown.codePointCount(0, shown.length()))));
    }

    private static String language(SubmitClaim input, Article article, String text) {
        if (input.language() != null) {
            return input.language();
        }
        return article != null && article.language() != null ? article.language() : Languages.ofStatement(text);
    }

    /** Whether the words stand in those quoted, in one run: only then they are the speaker's. */
    private static boolean holds(String quoted, String text) {
        return (' ' + ClaimIdentity.normalise(quoted) + ' ').contains(' ' + ClaimIdentity.normalise(text) + ' ');
    }

    private static String withoutTrailingComma(String words) {
        return words.endsWith(",") ? words.substring(0, words.length() - 1) : words;
    }

    /** @throws Problem 422 when there are too many, or none that a claim could be made of */
    private static String checkWords(String text) {
        if (text.codePointCount(0, text.length()) > RewordClaim.MAX_TEXT) {
            throw Problem.invalid(
                    "/text", "must have at most " + RewordClaim.MAX_TEXT + " characters; the quote has more");
        }
        if (ClaimIdentity.normalise(text).isEmpty()) {
            throw Problem.invalid("/text", "must contain words");
        }
        return text;
    }
}
