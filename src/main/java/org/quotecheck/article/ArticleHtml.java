package org.quotecheck.article;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The article text in a page's HTML: the words of its {@code article} (else {@code main}, else {@code body}), one
 * paragraph for each block element, without what is not the article's text. {@code q} gets quotation marks.
 */
final class ArticleHtml {

    private static final String NOT_TEXT = "script, style, noscript, template, nav, aside, footer, form, button, select, textarea, "
            + "figcaption, caption, iframe, object, svg, math, audio, video, canvas, dialog, menu, head, [hidden], [aria-hidden=true], "
            + "[role=navigation], [role=complementary], [role=search], [role=banner], [role=contentinfo]";

    private static final Set<String> LINE_BREAK = Set.of("br", "hr");

    private ArticleHtml() {}

    static String text(String html) {
        var document = Jsoup.parse(html);
        document.select(NOT_TEXT).remove();
        var text = new Text();
        root(document.body()).traverse(text);
        return text.toString();
    }

    /** The one article of the page; where there are several, or none, what holds them all. */
    private static Element root(Element body) {
        for (var selector : new String[] {"article", "main, [role=main]"}) {
            var found = body.select(selector);
            if (found.size() == 1 && !found.getFirst().text().isBlank()) {
                return found.getFirst();
            }
        }
        return body;
    }

    /** Collects words: white space becomes one blank, a block element's borders become an empty line. */
    private static final class Text implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();
        private boolean blank;
        private boolean paragraphEnd;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                add(words.getWholeText());
            } else if (node instanceof Element element) {
                paragraphEnd |= element.isBlock() || LINE_BREAK.contains(element.normalName());
                if (element.normalName().equals("q")) {
                    add("“");
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (element.normalName().equals("q")) {
                    add("”");
                }
                paragraphEnd |= element.isBlock();
            }
        }

        private void add(String words) {
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                    blank = true;
                } else {
                    separate();
                    text.append(c);
                }
            }
        }

        private void separate() {
            if (text.length() > 0 && paragraphEnd) {
                text.append("\n\n");
            } else if (text.length() > 0 && blank) {
                text.append(' ');
            }
            paragraphEnd = false;
            blank = false;
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
