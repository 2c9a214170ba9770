package org.quotecheck.verdict;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * Parsed CommonMark, made into what a page shows: below the page's own headings, without pictures, with links that may
 * be followed, not deep, and not larger than there is room. It never calls itself, since the tree may be any depth.
 */
final class ExplanationTree {

    /** Before the number of a source in the page's addresses. */
    static final String CITATION = "#source-";

    static final List<String> SCHEMES = List.of("http", "https", "mailto");

    private static final Pattern FOLLOWED = Pattern.compile(
            "(?:" + String.join("|", SCHEMES) + "):.+|" + CITATION + "[1-9][0-9]{0,2}",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final int DEEPEST = 20;
    private static final int HEADING = 3;
    /** A tag with its attributes, and its end. */
    private static final int TAGS = 50;

    private final Node root;
    private int left;

    ExplanationTree(Node root, int bytes) {
        this.root = root;
        this.left = bytes;
    }

    /** Returns whether all of it is left. */
    boolean fit() {
        var node = root.getFirstChild();
        while (node != null) {
            if (isPlain(node)) {
                node = unwrap(node);
                continue;
            }
            clean(node);
            int cost = cost(node);
            if (cost > left) {
                end(node);
                return false;
            }
            left -= cost;
            node = node.getFirstChild() != null ? node.getFirstChild() : after(node);
        }
        return true;
    }

    /** Whether only what is inside it is shown. */
    private boolean isPlain(Node node) {
        return switch (node) {
            case Image image -> true;
            case Link link -> !FOLLOWED.matcher(link.getDestination()).matches() || isDeep(link);
            case Emphasis emphasis -> isDeep(emphasis);
            case StrongEmphasis strong -> isDeep(strong);
            default -> false;
        };
    }

    /** Below too much, or a link in a link. */
    private boolean isDeep(Node node) {
        int depth = 0;
        for (var at = node.getParent(); at != root; at = at.getParent()) {
            if (at instanceof Link && node instanceof Link || ++depth > DEEPEST) {
                return true;
            }
        }
        return false;
    }

    private Node unwrap(Node node) {
        var next = node.getFirstChild() != null ? node.getFirstChild() : after(node);
        while (node.getFirstChild() != null) {
            node.insertBefore(node.getFirstChild());
        }
        node.unlink();
        return next;
    }

    private static void clean(Node node) {
        switch (node) {
            case Heading heading -> heading.setLevel(HEADING);
            case Link link -> link.setTitle(null);
            case FencedCodeBlock code -> code.setInfo(null);
            default -> {}
        }
    }

    /** What comes after the node and all that it has. */
    private Node after(Node node) {
        var at = node;
        while (at != root && at.getNext() == null) {
            at = at.getParent();
        }
        return at == root ? null : at.getNext();
    }

    /** Nothing is shown from this node on except the beginning of its words. */
    private void end(Node node) {
        for (var at = node; at != root; at = at.getParent()) {
            while (at.getNext() != null) {
                at.getNext().unlink();
            }
        }
        if (node instanceof Text text) {
            text.setLiteral(beginning(text.getLiteral()));
            return;
        }
        var parent = node.getParent();
        node.unlink();
        while (parent != root && parent.getFirstChild() == null) {
            var empty = parent;
            parent = empty.getParent();
            empty.unlink();
        }
    }

    private String beginning(String words) {
        int end = 0;
        for (int i = 0, taken = 0; i < words.length() && taken <= left; i++) {
            taken += cost(words.charAt(i));
            if (Character.isWhitespace(words.charAt(i)) && taken <= left) {
                end = i;
            }
        }
        return words.substring(0, end) + " …";
    }

    /** Bytes of HTML, too many rather than too few. */
    private static int cost(Node node) {
        return switch (node) {
            case Text text -> cost(text.getLiteral());
            case SoftLineBreak lineBreak -> 1;
            case Link link -> TAGS + 3 * cost(link.getDestination()); // percent-encoded
            case Code code -> TAGS + cost(code.getLiteral());
            case HtmlInline html -> cost(html.getLiteral());
            case HtmlBlock html -> TAGS + cost(html.getLiteral());
            case FencedCodeBlock code -> TAGS + cost(code.getLiteral());
            case IndentedCodeBlock code -> TAGS + cost(code.getLiteral());
            default -> TAGS;
        };
    }

    private static int cost(String words) {
        return words == null ? 0 : words.chars().map(ExplanationTree::cost).sum();
    }

    private static int cost(int character) {
        return switch (character) {
            case '&', '<', '>', '"' -> 6;
            default -> character < 0x80 ? 1 : 3;
        };
    }
}
