package org.quotecheck.search;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.quotecheck.address.CanonicalUrl;
import org.quotecheck.appearance.Appearance;
import org.quotecheck.article.SubmitArticle;
import org.quotecheck.claim.ClaimStatus;
import org.quotecheck.digest.Rfc3339;
import org.quotecheck.http.QueryParameters;
import org.quotecheck.problem.Problem;
import org.quotecheck.statement.LanguageTag;
import org.quotecheck.statement.SearchText;
import org.quotecheck.verdict.Rating;

/**
 * Which claims a list is asked for; null members do not narrow it.
 *
 * @param q folded web-style query
 * @param claimant normalised name
 * @param publisher normalised name or site
 * @param language lower-case BCP 47 tag, or the beginning of one
 * @param urlHash of an article's canonical URL
 * @param mine only the viewer's own
 */
record ClaimFilter(
        String q,
        ClaimStatus status,
        Rating rating,
        String claimant,
        String publisher,
        String language,
        String urlHash,
        OffsetDateTime updatedSince,
        String tag,
        boolean mine) {

    private static final int MAX_QUERY = 1_000;
    private static final int MAX_NAME = 253;
    private static final Pattern LANGUAGE = Pattern.compile(SubmitArticle.LANGUAGE);
    /**
     * From query parameters as they were sent
     *
     * @throws Problem 400
     */
    static ClaimFilter of(
            String q,
            ClaimStatus status,
            Rating rating,
            String claimant,
            String publisher,
            String language,
            String articleUrl,
            String updatedSince,
            String tag,
            String submittedBy) {
        if (submittedBy != null && !submittedBy.equals("me")) {
            throw Problem.malformed("submittedBy must be me.");
        }
        return new ClaimFilter(
                q == null ? null : SearchText.foldQuery(QueryParameters.text("q", q, MAX_QUERY)),
                status,
                rating,
                claimant == null ? null : SearchText.key(QueryParameters.text("claimant", claimant, MAX_NAME)),
                publisher == null
                        ? null
                        : Appearance.publisherKey(QueryParameters.text("publisher", publisher, MAX_NAME)),
                language(language),
                articleUrl == null
                        ? null
                        : CanonicalUrl.ofParameter("articleUrl", articleUrl).hash(),
                time(updatedSince),
                QueryParameters.text("tag", tag, MAX_NAME),
                submittedBy != null);
    }

    /** Adds SQL conditions on the table claim c, and the values they name. */
    void narrow(Wording wording, List<String> where, Map<String, Object> values) {
        if (status != null) {
            where.add("c.status = :status");
            values.put("status", status.toString());
        }
        if (rating != null) {
            where.add("c.rating = :rating");
            values.put("rating", rating.toString());
        }
        if (claimant != null) {
            where.add("c." + wording.claimantKey + " = :claimant");
            values.put("claimant", claimant);
        }
        if (language != null) {
            where.add("c." + wording.languageCode + " = :languageCode");
            values.put("languageCode", languageCode());
        }
        if (language != null && !language.equals(languageCode())) {
            where.add("starts_with(lower(c." + wording.language + ") || '-', :language || '-')");
            values.put("language", language);
        }
        if (publisher != null) {
            where.add("""
                    c.id in (select claim_id from appearance
                      where state = 'confirmed' and publisher_keys @> array[cast(:publisher as text)])""");
            values.put("publisher", publisher);
        }
        if (urlHash != null) {
            where.add("c.id in (select claim_id from appearance where state = 'confirmed'"
                    + " and url_hash = any(array(select page_hashes(:urlHash))))");
            values.put("urlHash", urlHash);
        }
        if (tag != null) {
            where.add("c.tags @> array[cast(:tag as text)]");
            values.put("tag", tag);
        }
        if (updatedSince != null) {
            where.add("c.updated_at >= :updatedSince");
            values.put("updatedSince", updatedSince);
        }
    }

    /** The language's primary subtag, in lower case. */
    String languageCode() {
        return LanguageTag.primary(language);
    }

    /** Whether it asks for words, names or places, which a rejected claim's submitter may not see. */
    boolean asksForContent() {
        return q != null || claimant != null || publisher != null || tag != null || language != null || urlHash != null;
    }

    private static String language(String language) {
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            throw Problem.malformed("language " + SubmitArticle.LANGUAGE_MESSAGE + ".");
        }
        return language == null ? null : language.toLowerCase(Locale.ROOT);
    }

    private static OffsetDateTime time(String time) {
        try {
            return time == null ? null : Rfc3339.time(time).atOffset(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw Problem.malformed("updatedSince must be an RFC 3339 time, such as 2026-11-23T08:00:00Z.");
        }
    }
}
