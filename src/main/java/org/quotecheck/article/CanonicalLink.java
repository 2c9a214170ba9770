package org.quotecheck.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quotecheck.address.CanonicalUrl;
import org.quotecheck.webpage.PageFacts;

/**
 * What a page's canonical links say about its address.
 *
 * @param url null where they say nothing that can be followed
 * @param warning why not; null where there is nothing to say
 */
record CanonicalLink(CanonicalUrl url, String warning) {

    static final String OF_ANOTHER_ARTICLE = "canonical_of_another_article";
    private static final CanonicalLink NONE = new CanonicalLink(null, null);
    /** Labels of hosts that show the same pages in another form. */
    private static final Set<String> FORMS = Set.of("www", "m", "mobile", "amp");

    static CanonicalLink of(PageFacts facts, CanonicalUrl page) {
        if (facts == null || facts.canonical().isEmpty()) {
            return NONE;
        }
        List<CanonicalUrl> urls;
        try {
            urls = facts.canonical().stream()
                    .map(link -> CanonicalUrl.of(resolved(link, page)))
                    .distinct()
                    .toList();
        } catch (CanonicalUrl.Refused e) {
            return new CanonicalLink(null, "canonical_unreadable");
        }
        var url = urls.getFirst();
        if (urls.size() > 1) {
            return new CanonicalLink(null, "canonical_ambiguous");
        }
        if (url.equals(page)) {
            return NONE;
        }
        if (!host(url).equals(host(page))) {
            return new CanonicalLink(null, "canonical_of_another_host");
        }
        return isFront(url) && !isFront(page)
                ? new CanonicalLink(null, "canonical_front_page")
                : new CanonicalLink(url, null);
    }

    private static String resolved(String link, CanonicalUrl page) {
        try {
            return link.startsWith("http")
                    ? link
                    : new URI(page.value()).resolve(link).toString();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return link; // refused where it is no URL
        }
    }

    private static boolean isFront(CanonicalUrl url) {
        return url.pathAndQuery().equals("/");
    }

    /** With its port, without the labels of a form. */
    private static String host(CanonicalUrl url) {
        var labels = List.of(url.authority().split("\\."));
        int own = Math.max(0, labels.size() - 2);
        return IntStream.range(0, labels.size())
                .filter(i -> i >= own || !FORMS.contains(labels.get(i)))
                .mapToObj(labels::get)
                .collect(Collectors.joining("."));
    }
}
