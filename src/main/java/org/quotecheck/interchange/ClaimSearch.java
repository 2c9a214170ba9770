package org.quotecheck.interchange;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.quotecheck.address.CanonicalUrl;
import org.quotecheck.problem.Problem;
import org.quotecheck.search.PublishedSearch;
import org.quotecheck.statement.LanguageTag;

/**
 * What is asked of claims:search.
 *
 * @param site host without www., or null
 * @param maxAgeDays null for any age
 */
record ClaimSearch(String query, String languageCode, String site, Integer maxAgeDays, int pageSize, int offset) {

    private static final int DEFAULT_PAGE = 10;
    private static final int LARGEST_PAGE = 100;
    private static final int MAX_QUERY = 1_000;
    private static final int MAX_OFFSET = 10_000;
    private static final int MOST_DIGITS = 100;
    private static final BigInteger LONGEST_AGE = BigInteger.valueOf(1_000_000);

    /**
     * From query parameters as they were sent
     *
     * @throws Problem 400
     */
    static ClaimSearch of(
            String query,
            String languageCode,
            String siteFilter,
            String maxAgeDays,
            String pageSize,
            String pageToken,
            String offset) {
        if (isEmpty(query) && isEmpty(siteFilter)) {
            throw Problem.malformed("One of the parameters query and reviewPublisherSiteFilter is required.");
        }
        if (query != null && query.codePointCount(0, query.length()) > MAX_QUERY) {
            throw Problem.malformed("query must not exceed " + MAX_QUERY + " characters.");
        }
        if (query != null && query.indexOf('\0') >= 0) {
            throw Problem.malformed("query must not contain the character U+0000.");
        }
        if (!isEmpty(languageCode) && !LanguageTag.isRange(languageCode.strip())) {
            throw Problem.malformed("languageCode must be a BCP 47 language tag, such as en or pt-BR.");
        }
        int size = number("pageSize", pageSize, DEFAULT_PAGE);
        int from = isEmpty(pageToken) ? number("offset", offset, 0) : 0;
        if (from > MAX_OFFSET) { // whoever counts on would get the same page for ever
            throw Problem.malformed("offset must not exceed " + MAX_OFFSET + ": go on with pageToken.");
        }
        int age = number("maxAgeDays", maxAgeDays, 0); // Google's numbers are 0 where they are not set
        return new ClaimSearch(
                isEmpty(query) ? null : query,
                isEmpty(languageCode) ? null : LanguageTag.primary(languageCode.strip()),
                isEmpty(siteFilter) ? null : host(siteFilter),
                age == 0 ? null : age,
                size == 0 ? DEFAULT_PAGE : Math.min(size, LARGEST_PAGE),
                from);
    }

    PublishedSearch.Query at(Instant now) {
        return new PublishedSearch.Query(
                query, languageCode, maxAgeDays == null ? null : now.minus(Duration.ofDays(maxAgeDays)), null);
    }

    /** What a page token belongs to: all but how many claims are asked for. */
    Object[] filters() {
        return new Object[] {"claims:search", query, languageCode, site, maxAgeDays};
    }

    /**
     * The host of an address, or a host, as the URL Standard writes it, without port, final dot and www.: Google's
     * reference has "Host-level site name, without the protocol or "www" prefix. For example, "nytimes.com"".
     */
    static String host(String site) {
        var host = site.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("[/?#].*$", "");
        try {
            host = CanonicalUrl.of("https://" + host).authority();
        } catch (CanonicalUrl.Refused refused) {
            // nobody's site: nothing is found
        }
        return host.replaceFirst(":[0-9]+$", "").replaceFirst("(?<=.)\\.$", "").replaceFirst("^www\\.", "");
    }

    private static int number(String name, String value, int otherwise) {
        if (isEmpty(value)) {
            return otherwise;
        }
        if (!value.matches("[0-9]+")) {
            throw Problem.malformed(name + " must be a whole number, 0 or more.");
        }
        return value.length() > MOST_DIGITS
                ? LONGEST_AGE.intValue()
                : new BigInteger(value).min(LONGEST_AGE).intValue();
    }

    private static boolean isEmpty(String value) {
        return value == null || value.isBlank();
    }
}
