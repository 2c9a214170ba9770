package org.quotecheck.webpage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** What elements in a page's body say about the article; collected on the walk. */
final class PageHints {

    private static final int MOST = 20;

    /** Contents of JSON-LD scripts. */
    final List<String> data = new ArrayList<>();

    final List<String> authors = new ArrayList<>();
    final List<String> dates = new ArrayList<>();
    String title;
    String language;

    void see(Element element) {
        var name = element.normalName();
        if (name.equals("h1") && title == null) {
            title = element.text();
        }
        if (element.attributesSize() == 0) {
            return;
        }
        var property = element.attr("itemprop").toLowerCase(Locale.ROOT);
        if (name.equals("script")) {
            if (element.attr("type").toLowerCase(Locale.ROOT).startsWith("application/ld+json") && data.size() < MOST) {
                data.add(element.data());
            }
        } else if (name.equals("time") || property.equals("datepublished")) {
            date(element, property);
        } else if (property.equals("author") || element.attr("rel").equalsIgnoreCase("author") || isByline(element)) {
            if (authors.size() < MOST) {
                authors.add(element.text());
            }
        } else if (language == null && (name.equals("article") || name.equals("body") || name.equals("main"))) {
            language = element.attr("lang").isEmpty() ? null : element.attr("lang");
        }
    }

    private void date(Element element, String property) {
        boolean published = property.equals("datepublished") || element.hasAttr("pubdate");
        var value = element.hasAttr("datetime") ? element.attr("datetime") : element.attr("content");
        if (!value.isEmpty() && dates.size() < MOST) {
            dates.add(published ? 0 : dates.size(), value);
        }
    }

    private static boolean isByline(Element element) {
        var names = element.className();
        return !names.isEmpty()
                && (element.hasClass("byline") || element.hasClass("author-name") || element.hasClass("byline__name"));
    }
}
