package org.quotecheck.webpage;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** A block element that holds others, with what is known about the prose in it once the page has been walked. */
final class Region {

    /** What a region is by its tag, role or class name: a story may stand in the first and, seldom, the second. */
    enum Kind {
        PLAIN,
        SELDOM,
        NEVER,
        HIDDEN,
        REPEATED
    }

    final Element element;
    final Region parent;
    final List<Region> children = new ArrayList<>();
    final boolean article;
    final boolean story;
    Kind kind;
    /** Its blocks: those from the first to before the last. */
    int from;

    int to;
    /** Letters of prose directly in it, and in all of it except what is not story. */
    int own;

    int prose;
    /** Of the articles in it, those not in another. */
    int articles;

    boolean hasTitle;
    boolean hasLinkedHeading;

    Region(Element element, Region parent, Kind kind, boolean story, int from) {
        this.element = element;
        this.parent = parent;
        this.kind = kind;
        this.article = element.normalName().equals("article");
        this.story = story;
        this.from = from;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    boolean isPlain() {
        return kind == Kind.PLAIN;
    }

    boolean isIn(Region other) {
        for (var region = this; region != null; region = region.parent) {
            if (region == other) {
                return true;
            }
        }
        return false;
    }

    /** As a selector: {@code article}, {@code div#story}, {@code div.text}. */
    String name() {
        var name = element.normalName();
        if (!element.id().isEmpty()) {
            return name + '#' + element.id();
        }
        return element.classNames().stream()
                .filter(each -> !each.isEmpty())
                .findFirst()
                .map(each -> name + '.' + each)
                .orElse(name);
    }
}
