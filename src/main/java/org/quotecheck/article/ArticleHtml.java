package org.quotecheck.article;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.QueryParser;

/**
 * The article text in a page's HTML: the words of its {@code article} (else {@code main}, else {@code body}), one
 * paragraph for each block element, without what is not the article's text. {@code q} and {@code blockquote} get the
 * quotation marks that a reader sees as form.
 */
final class ArticleHtml {

    private static final Evaluator NOT_TEXT =
            QueryParser.parse("script, style, noscript, template, nav, aside, footer, button, select, textarea, "
                    + "figcaption, caption, iframe, object, svg, math, audio, video, canvas, dialog, menu, head, [hidden], [aria-hidden=true], "
                    + "[role=navigation], [role=complementary], [role=search], [role=banner], [role=contentinfo]");

    private static final Set<String> LINE_BREAK = Set.of("br", "hr");

    private ArticleHtml() {}

    static String text(String html) {
        var text = new Text();
        root(Jsoup.parse(html).body()).filter(text);
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
    private static final class Text implements NodeFilter {

        private final StringBuilder text = new StringBuilder();
        private boolean blank;
        private boolean paragraphEnd;
        /** The blocks of a block quote: each is opened, the last is closed, as print does it. */
        private Set<Element> opening = Set.of();

        private Element closing;

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                add(words.getWholeText());
            } else if (node instanceof Element element) {
                if (element.is(NOT_TEXT) || isMereForm(element)) {
                    paragraphEnd |= element.isBlock();
                    return FilterResult.SKIP_ENTIRELY;
                }
                paragraphEnd |= element.isBlock() || LINE_BREAK.contains(element.normalName());
                if (element.normalName().equals("blockquote")) {
                    quote(element);
                }
                if (element.normalName().equals("q") || opening.contains(element)) {
                    add("“");
                }
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (element.normalName().equals("q") || element == closing) {
                    add("”");
                }
                paragraphEnd |= element.isBlock();
            }
            return FilterResult.CONTINUE;
        }

        /** Leaves a quote alone that has marks of its own, and the line that signs it. */
        private void quote(Element blockquote) {
            if (blockquote.closest("blockquote blockquote") != null || isMarked(blockquote)) {
                return;
            }
            var blocks = blockquote.select("p, li").stream()
                    .filter(block -> block.hasText() && !isSignature(block))
                    .toList();
            opening = blocks.isEmpty() ? Set.of(blockquote) : Set.copyOf(blocks);
            closing = blocks.isEmpty() ? blockquote : blocks.getLast();
        }

        private static boolean isMarked(Element blockquote) {
            return blockquote.text().isBlank()
                    || blockquote.selectFirst("q") != null
                    || "\"“”„«»‘'「".indexOf(blockquote.text().charAt(0)) >= 0;
        }

        private static boolean isSignature(Element block) {
            return "—–―-".indexOf(block.text().charAt(0)) >= 0;
        }

        /** A search box or a newsletter's form; some sites put their whole page into one. */
        private static boolean isMereForm(Element element) {
            return element.normalName().equals("form") && element.selectFirst("article, main, p") == null;
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
