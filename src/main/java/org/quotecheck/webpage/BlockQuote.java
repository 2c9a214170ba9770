package org.quotecheck.webpage;

import java.util.List;
import org.jsoup.nodes.Element;

/**
 * A block quote gets the quotation marks that a reader sees as layout: each of its blocks is opened and the last one is
 * closed, as in print; except for the line that signs it. One that has marks is left alone.
 */
final class BlockQuote {

    private static final String MARKS = "\"“”„«»‘'「『";
    private static final String DASHES = "—–―-";

    final Element element;
    private final int first;

    BlockQuote(Element element, int first) {
        this.element = element;
        this.first = first;
    }

    static boolean isDash(char c) {
        return DASHES.indexOf(c) >= 0;
    }

    void mark(List<TextBlock> blocks) {
        var own = blocks.subList(first, blocks.size());
        var said = own.stream().filter(block -> !isDash(block.text.charAt(0))).toList();
        if (said.isEmpty() || isMarked(said)) {
            return;
        }
        said.forEach(block -> block.text = '“' + block.text);
        said.getLast().text += '”';
    }

    private boolean isMarked(List<TextBlock> said) {
        return MARKS.indexOf(said.getFirst().text.charAt(0)) >= 0 || element.selectFirst("q") != null;
    }
}
