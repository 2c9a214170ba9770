package org.quotecheck.webpage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says about its article, as it says it: JSON-LD first, then Open Graph and other meta elements, then what
 * the body shows. Null or empty where it says nothing.
 *
 * @param dates when it was published, the likeliest first
 * @param canonical the addresses that its canonical links name
 */
public record PageFacts(
        String language,
        String title,
        List<String> authors,
        List<String> dates,
        String publisher,
        String publisherUrl,
        List<String> canonical) {

    private static final int MOST_AUTHORS = 20;
    private static final int LONGEST_NAME = 200;
    private static final Pattern BY = Pattern.compile("(?i)^(by|von|par|por|di|door|av|af|autor:|text:)\\s+");
    private static final Pattern AND = Pattern.compile("[,;|&]\\s++(?:(?:and|und|et|y)\\s)?|\\s(?:and|und|et|y)\\s");

    static PageFacts of(Document page, PageHints hints) {
        var head = page.head();
        var data = head.select("script[type^=application/ld+json]").stream().map(Element::data);
        var article = ArticleData.in(Stream.concat(data, hints.data.stream()).toList());
        var root = page.selectFirst("html");
        return new PageFacts(
                first(
                        root == null ? null : first(root.attr("lang"), root.attr("xml:lang")),
                        hints.language,
                        article.language(),
                        meta(head, "http-equiv", "content-language"),
                        meta(head, "property", "og:locale")),
                first(article.title(), meta(head, "property", "og:title"), hints.title, page.title()),
                authors(article, head, hints),
                Stream.of(
                                Stream.of(article.published()),
                                metas(
                                        head,
                                        "article:published_time",
                                        "og:article:published_time",
                                        "datepublished",
                                        "date",
                                        "dc.date",
                                        "dc.date.issued",
                                        "dcterms.created",
                                        "pubdate",
                                        "publishdate",
                                        "parsely-pub-date",
                                        "sailthru.date"),
                                hints.dates.stream())
                        .flatMap(each -> each)
                        .filter(PageFacts::isGiven)
                        .toList(),
                first(
                        article.publisher(),
                        meta(head, "property", "og:site_name"),
                        meta(head, "name", "publisher"),
                        meta(head, "name", "application-name")),
                article.publisherUrl(),
                canonical(head));
    }

    private static List<String> authors(ArticleData article, Element head, PageHints hints) {
        Predicate<String> name = text -> isGiven(text) && text.length() <= LONGEST_NAME && !text.contains("://");
        var said = article.authors().stream().filter(name).toList();
        if (said.isEmpty()) {
            said = metas(head, "author", "article:author", "dc.creator", "parsely-author", "byl")
                    .filter(name)
                    .toList();
        }
        if (said.isEmpty()) {
            said = hints.authors.stream().filter(name).toList();
        }
        var names = new LinkedHashSet<String>();
        said.forEach(line -> Stream.of(AND.split(BY.matcher(line.strip()).replaceFirst("")))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .forEach(names::add));
        return names.stream().limit(MOST_AUTHORS).toList();
    }

    private static List<String> canonical(Element head) {
        var found = new ArrayList<String>();
        for (var link : head.select("link[rel~=(?i)(^|\\s)canonical(\\s|$)][href]")) {
            if (!link.attr("href").isBlank()
                    && !found.contains(link.attr("href").strip())) {
                found.add(link.attr("href").strip());
            }
        }
        return found;
    }

    /** Contents of the meta elements of these names, in the order of the names. */
    private static Stream<String> metas(Element head, String... names) {
        var metas = head.select("meta[content]");
        return Stream.of(names)
                .flatMap(name -> metas.stream()
                        .filter(meta -> name.equals(meta.attr("property").toLowerCase(Locale.ROOT))
                                || name.equals(meta.attr("name").toLowerCase(Locale.ROOT))
                                || name.equals(meta.attr("itemprop").toLowerCase(Locale.ROOT)))
                        .map(meta -> meta.attr("content")));
    }

    private static String meta(Element head, String attribute, String value) {
        var meta = head.selectFirst("meta[" + attribute + "=" + value + "][content]");
        return meta == null ? null : meta.attr("content");
    }

    private static String first(String... texts) {
        return Stream.of(texts)
                .filter(PageFacts::isGiven)
                .map(String::strip)
                .findFirst()
                .orElse(null);
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }
}
