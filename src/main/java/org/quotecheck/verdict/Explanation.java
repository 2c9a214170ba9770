package org.quotecheck.verdict;

import io.quarkus.qute.RawString;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A verdict's explanation, written in CommonMark, in which {@code [n]} links to the n-th source. Markup in it is shown
 * as it was typed.
 *
 * @param html as much of it as a page has room for
 * @param complete whether that is all
 */
public record Explanation(RawString html, boolean complete) {

    /** Bytes of HTML, with its tags, that a page has room for. */
    public static final int PAGE_ROOM = 10_000;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern NESTING = Pattern.compile("[*_\\[<]");
    private static final int MOST_NESTING = 2_000;
    /** The parser's expression for an address in angle brackets calls itself for each label of a host. */
    private static final Pattern LONG_ADDRESS = Pattern.compile("<(?=[^<>\\s]{500})");

    /** All but blocks of HTML, which are text here as all HTML is: their expression calls itself for each attribute. */
    private static final Set<Class<? extends Block>> BLOCKS = Set.of(
            BlockQuote.class,
            FencedCodeBlock.class,
            Heading.class,
            IndentedCodeBlock.class,
            ListBlock.class,
            ThematicBreak.class);

    private static final int MOST_BLOCKS = 10;

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(ExplanationTree.SCHEMES))
            .percentEncodeUrls(true)
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (node instanceof Block && !tag.equals("code")) {
                    attributes.put("dir", "auto");
                } else if (node instanceof Link link) {
                    boolean cites = link.getDestination().startsWith(ExplanationTree.CITATION);
                    attributes.remove("rel");
                    attributes.put(cites ? "class" : "rel", cites ? "cite" : "external");
                }
            })
            .build();

    /**
     * Null without one.
     *
     * @param sources how many of them the page shows
     * @param bytes of HTML that it may have
     */
    public static Explanation of(String text, int sources, int bytes) {
        if (text == null) {
            return null;
        }
        var document = Parser.builder()
                .enabledBlockTypes(BLOCKS)
                .maxOpenBlockParsers(MOST_BLOCKS)
                .linkProcessor(citations(sources))
                .build()
                .parse(LONG_ADDRESS.matcher(flat(text)).replaceAll("&lt;"));
        boolean complete = new ExplanationTree(document, bytes).fit();
        var html = RENDERER.render(document);
        return html.isBlank() && complete ? null : new Explanation(new RawString(html), complete);
    }

    /** The parser calls itself for what is in emphasis or brackets: text with too much of it gets none. */
    private static String flat(String text) {
        return NESTING.matcher(text).results().limit(MOST_NESTING + 1L).count() > MOST_NESTING
                ? NESTING.matcher(text)
                        .replaceAll(mark -> "&#" + (int) mark.group().charAt(0) + ";")
                : text;
    }

    /** Also where the text defines a link of that name, and of {@code [1][2]} both. */
    private static LinkProcessor citations(int sources) {
        return (link, scanner, context) -> {
            var number = link.text();
            if (link.destination() != null || !NUMBER.matcher(number).matches() || Integer.parseInt(number) > sources) {
                return LinkResult.none();
            }
            var citation = new Link(ExplanationTree.CITATION + number, null);
            citation.appendChild(new Text("[" + number + "]"));
            return LinkResult.replaceWith(citation, link.afterTextBracket());
        };
    }
}
