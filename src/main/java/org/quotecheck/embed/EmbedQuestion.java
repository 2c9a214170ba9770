package org.quotecheck.embed;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.quotecheck.address.CanonicalUrl;
import org.quotecheck.http.IdConverters;
import org.quotecheck.http.QueryParameters;
import org.quotecheck.problem.Problem;
import org.quotecheck.verdict.Labels;

/** What an embed asks for, in one form: the same question has the same answer, for any caller. */
sealed interface EmbedQuestion {

    String PREFIX = "/embed/v1/";
    int MOST_IDS = 50;
    Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    Set<String> OF_CLAIMS = new TreeSet<>(Set.of("ids", "lang"));
    Set<String> OF_ARTICLES = new TreeSet<>(Set.of("lang", "url", "urlHash"));

    /** Of labels: one that we have; null for that of each verdict. */
    String language();

    /** About how many bytes it holds. */
    int bytes();

    /** @param ids in the order in which they were asked for, each once */
    record OfClaims(List<UUID> ids, String language) implements EmbedQuestion {
        @Override
        public int bytes() {
            return 40 * ids.size();
        }
    }

    /** @param urlHash SHA-256 of the page's canonical URL, lower-case hex */
    record OnPage(String urlHash, String language) implements EmbedQuestion {
        @Override
        public int bytes() {
            return urlHash.length();
        }
    }

    /**
     * What a request asks for, where nobody has taken it apart
     *
     * @param path that of the request; empty is returned for that of anything but embeds
     * @param query raw; null or empty where there is none
     * @throws Problem 400
     */
    static Optional<EmbedQuestion> of(String path, String query) {
        return switch (path) {
            case PREFIX + "claims" -> {
                var parameters = QueryParameters.of(query, OF_CLAIMS);
                yield Optional.of(ofClaims(parameters.get("ids"), parameters.get("lang")));
            }
            case PREFIX + "articles" -> {
                var parameters = QueryParameters.of(query, OF_ARTICLES);
                yield Optional.of(onPage(parameters.get("url"), parameters.get("urlHash"), parameters.get("lang")));
            }
            default -> Optional.empty();
        };
    }

    /**
     * @param idList up to 50 claim ids, separated by commas
     * @param language as it was asked for; null or blank for that of each verdict
     * @throws Problem 400
     */
    static EmbedQuestion ofClaims(String idList, String language) {
        return new OfClaims(ids(idList), ours(language));
    }

    /**
     * @param url the page's address, or null
     * @param urlHash its hash, or null
     * @param language as it was asked for; null or blank for that of each verdict
     * @throws Problem 400, also unless exactly one of both is there
     */
    static EmbedQuestion onPage(String url, String urlHash, String language) {
        if ((url == null) == (urlHash == null)) {
            throw Problem.malformed("One of the query parameters url and urlHash is required.");
        }
        var hash = url == null ? urlHash : CanonicalUrl.ofParameter(url).hash();
        if (!HASH.matcher(hash).matches()) {
            throw Problem.malformed("urlHash must be a SHA-256 in lower-case hex.");
        }
        return new OnPage(hash, ours(language));
    }

    private static String ours(String language) {
        return language == null || language.isBlank() ? null : Labels.resolve(language);
    }

    private static List<UUID> ids(String list) {
        if (list == null || list.isBlank()) {
            throw Problem.malformed("The query parameter ids is required: up to 50 claim ids, separated by commas.");
        }
        var ids = new LinkedHashSet<UUID>();
        Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .map(IdConverters::id)
                .forEach(ids::add);
        if (ids.size() > MOST_IDS) {
            throw Problem.malformed("ids must not contain more than " + MOST_IDS + " ids.");
        }
        return List.copyOf(ids);
    }
}
