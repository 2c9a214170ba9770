package org.quotecheck.webpage;

import java.util.List;
import org.jsoup.Jsoup;

/**
 * What a page's HTML says: its story as text, and who published what and when.
 *
 * @param text one paragraph for each block element; empty when the page has no words
 * @param source where the text was found; null for an empty one
 */
public record WebPage(String text, TextSource source, PageFacts facts) {

    public static WebPage read(String html) {
        var page = Jsoup.parse(WellFormed.html(html));
        var walk = new Walk();
        page.body().filter(walk);
        var facts = PageFacts.of(page, walk.hints);
        var story = Story.of(walk);
        return story == null
                ? new WebPage("", null, facts)
                : new WebPage(
                        story.text(),
                        new TextSource(story.element(), story.share(), List.copyOf(story.warnings())),
                        facts);
    }
}
