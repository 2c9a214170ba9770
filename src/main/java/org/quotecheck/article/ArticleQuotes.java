package org.quotecheck.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.quotecheck.anchor.TextFragments;
import org.quotecheck.digest.StoredJson;
import org.quotecheck.extraction.Attribution;
import org.quotecheck.extraction.Part;
import org.quotecheck.extraction.QuotationExtractor;
import org.quotecheck.extraction.Speaker;
import org.quotecheck.problem.Problem;

/** The quotes of an article: found in each version, marked and corrected by people. */
final class ArticleQuotes {

    private static final Comparator<Quote> IN_TEXT =
            Comparator.<Quote>comparingInt(quote -> quote.start).thenComparing(quote -> quote.id.toString());

    private static final String INSERT = """
            insert into quote (id, article_id, kind, start_at, end_at, parts, seen_parts, origin, removed, speaker,
              speaker_candidates, attribution, cue, checkability, checkability_reasons, anchor_state, anchor_score,
              fragment)
            select * from jsonb_to_recordset(cast(:rows as jsonb)) as row (id uuid, article_id uuid, kind text,
              start_at integer, end_at integer, parts jsonb, seen_parts jsonb, origin text, removed boolean,
              speaker jsonb, speaker_candidates jsonb, attribution jsonb, cue text, checkability double precision,
              checkability_reasons text[], anchor_state text, anchor_score double precision, fragment text)""";

    /**
     * The article's quotes after a version was taken.
     *
     * @param all in text order, as {@link #all} reads them
     * @param added those of them that are new, and not stored yet
     * @param leftOut how many quotations were left out, because an answer could not hold them
     */
    record Renewed(List<Quote> all, List<Quote> added, int leftOut) {}

    /** A quote by the names of its columns; null where a column is. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonNaming(SnakeCaseStrategy.class)
    record QuoteRow(
            UUID id,
            UUID articleId,
            QuoteKind kind,
            int startAt,
            int endAt,
            List<Part> parts,
            List<Part> seenParts,
            QuoteOrigin origin,
            boolean removed,
            Speaker speaker,
            List<Speaker> speakerCandidates,
            Attribution attribution,
            String cue,
            double checkability,
            String[] checkabilityReasons,
            AnchorState anchorState,
            Double anchorScore,
            String fragment) {

        static QuoteRow of(Quote quote) {
            return new QuoteRow(
                    quote.id,
                    quote.articleId,
                    quote.kind,
                    quote.start,
                    quote.end,
                    quote.parts,
                    quote.seenParts,
                    quote.origin,
                    quote.removed,
                    quote.speaker,
                    quote.speakerCandidates,
                    quote.attribution,
                    quote.cue,
                    quote.checkability,
                    quote.checkabilityReasons,
                    quote.anchorState,
                    quote.anchorScore,
                    quote.fragment);
        }
    }

    private ArticleQuotes() {}

    /** One of them; empty where it was removed. */
    static Optional<Quote> find(UUID articleId, UUID id) {
        return Quote.withId(id).filter(quote -> quote.articleId.equals(articleId));
    }

    /**
     * Whether a claim made from this quote has been published: then only reviewers can change it. A dropped place does
     * not belong to the claim.
     */
    static boolean isPublished(Quote quote) {
        return (Boolean) Quote.getEntityManager()
                .createNativeQuery("""
                        select exists (select 1 from appearance a join claim c on c.id = a.claim_id
                          where a.quote_id = :quote and a.state <> 'dropped' and c.revision > 0)""", Boolean.class)
                .setParameter("quote", quote.id)
                .getSingleResult();
    }

    /** In text order, without those that were removed. */
    static List<Quote> shown(Article article) {
        return shown(all(article));
    }

    static List<Quote> shown(List<Quote> all) {
        return all.stream().filter(quote -> !quote.removed).toList();
    }

    /** In text order. */
    static List<Quote> all(Article article) {
        return Quote.<Quote>list("articleId = ?1 order by start, id", article.id).stream()
                .filter(Quote::isReadable)
                .toList();
    }

    /** Each finds its place in the next version's text, and whatever else the text quotes is added. */
    static Renewed renew(Article article, List<Quote> known, String text) {
        var found = QuotationExtractor.extract(text, Languages.spoken(article.language)).stream()
                .map(quotation -> Quote.of(article.id, quotation))
                .toList();
        var fragments = new TextFragments(text);
        var budget = new QuoteBudget();
        var added = Anchoring.merge(known, found, text);
        known.stream().filter(quote -> !quote.removed).forEach(quote -> {
            quote.link(fragments);
            budget.takes(quote, article);
        });
        var kept = added.stream()
                .takeWhile(quote -> {
                    quote.link(fragments);
                    return budget.takes(quote, article);
                })
                .toList();
        kept.forEach(Quote::identify);
        var all = Stream.concat(known.stream(), kept.stream()).sorted(IN_TEXT).toList();
        return new Renewed(all, kept, added.size() - kept.size());
    }

    /**
     * Takes words of the current text as a quote, whoever found them.
     *
     * @param all the article's quotes
     * @throws Problem 422 when the answer that lists the quotes could hold no more
     */
    static Quote add(Article article, Part part, Speaker speaker, String text, List<Quote> all) {
        var known = shown(all);
        var quote = Quote.of(article.id, part, speaker, known);
        quote.link(new TextFragments(text));
        requireRoom(article, known, quote);
        quote.persist();
        return quote;
    }

    /**
     * Other words of the current text are the quote's.
     *
     * @throws Problem 422 as when one is added
     */
    static void move(Article article, Quote quote, List<Part> parts, String text) {
        quote.correct(parts);
        quote.link(new TextFragments(text));
        requireRoom(
                article,
                shown(article).stream()
                        .filter(other -> !other.id.equals(quote.id))
                        .toList(),
                quote);
    }

    private static void requireRoom(Article article, List<Quote> known, Quote quote) {
        var budget = new QuoteBudget();
        known.forEach(other -> budget.takes(other, article));
        if (!budget.takes(quote, article)) {
            throw Problem.invalid("", "would exceed the number of quotes that an article can have");
        }
    }

    /**
     * New quotes in one statement: an article has hundreds, and for each statement PostgreSQL prepares the table's
     * checks again. The ORM does not know of them: what is changed in these objects afterwards is not stored.
     */
    static void insert(List<Quote> quotes) {
        if (!quotes.isEmpty()) {
            Quote.getEntityManager()
                    .createNativeQuery(INSERT)
                    .setParameter(
                            "rows",
                            StoredJson.of(quotes.stream().map(QuoteRow::of).toList()))
                    .executeUpdate();
        }
    }
}
