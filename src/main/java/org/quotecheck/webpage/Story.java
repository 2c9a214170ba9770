package org.quotecheck.webpage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The story of a page: the smallest region that holds nearly all of its prose, with what stands between the page's
 * title and that region, without menus, teasers, adverts and copies.
 */
final class Story {

    /** This share of a region's prose makes one of its children the story. */
    private static final double NEARLY_ALL = 0.75;
    /** Where the page says itself what its story is, less is enough. */
    private static final double SAID = 0.4;
    /** Elements that are what their class names say. */
    private static final Set<String> NAMED = Set.of("div", "section", "article", "main");

    private static final Set<String> MARKED = Set.of("article", "main");

    private static final Set<String> WHOLES = Set.of("blockquote", "ul", "ol", "dl", "table", "figure", "details");

    private final List<TextBlock> blocks;
    private final Region body;
    private final List<String> warnings = new ArrayList<>();
    private final int all;
    private Region root;

    private Story(Walk walk) {
        this.blocks = walk.blocks;
        this.body = walk.body();
        this.all = blocks.stream().mapToInt(TextBlock::prose).sum();
    }

    /** @return null for a page without any words */
    static Story of(Walk walk) {
        if (walk.body() == null || walk.blocks.isEmpty()) {
            return null;
        }
        var story = new Story(walk);
        story.find();
        return story;
    }

    private void find() {
        rescue(body);
        admit(EnumSet.of(Region.Kind.SELDOM), NEARLY_ALL, "side_element");
        admit(EnumSet.of(Region.Kind.NEVER), 1, "side_element");
        admit(EnumSet.of(Region.Kind.HIDDEN, Region.Kind.REPEATED), 1, "hidden_text");
        root = body;
        said(body, new ArrayList<>()).or(() -> only(body)).ifPresent(region -> root = region);
        dropOthers();
        for (var next = next(root); next != null; next = next(root)) {
            boolean same = next.articles == root.articles;
            root = next;
            if (!same) {
                dropOthers();
            }
        }
        if (root.prose < all * (1 - NEARLY_ALL)) {
            warnings.add("small_share");
        }
        if (root.articles > 1) {
            warnings.add("several_articles");
        }
    }

    String element() {
        return root.name();
    }

    /** Of the page's prose, 0 to 1. */
    double share() {
        return all == 0 ? 1 : Math.min(1, Math.round(100.0 * root.prose / all) / 100.0);
    }

    List<String> warnings() {
        return warnings;
    }

    /** A name cannot make the page's title, or what it calls its story, a side matter. */
    private static void rescue(Region region) {
        for (var child : region.children) {
            rescue(child);
            region.hasTitle |= child.hasTitle && child.kind != Region.Kind.HIDDEN;
            if (child.kind == Region.Kind.NEVER
                    && NAMED.contains(child.element.normalName())
                    && (child.hasTitle || hasStory(child))) {
                child.kind = Region.Kind.PLAIN;
            }
        }
    }

    private static boolean hasStory(Region region) {
        return region.story && region.own > 0 || region.children.stream().anyMatch(Story::hasStory);
    }

    /** Takes the region of these kinds with the most prose for plain when what is outside is next to nothing. */
    private void admit(Set<Region.Kind> kinds, double share, String warning) {
        while (true) {
            sum(body);
            var candidates = new ArrayList<Region>();
            outermost(body, kinds, candidates);
            var best = candidates.stream().max(Comparator.comparingInt(region -> region.prose));
            int inside = best.map(region -> region.prose).orElse(0);
            if (inside == 0 || inside < share * (inside + body.prose)) {
                break;
            }
            best.get().kind = Region.Kind.PLAIN;
            if (!best.get().hasTitle) {
                warnings.add(warning);
            }
        }
    }

    private static void outermost(Region region, Set<Region.Kind> kinds, List<Region> found) {
        for (var child : region.children) {
            if (kinds.contains(child.kind)) {
                found.add(child);
            } else if (child.isPlain()) {
                outermost(child, kinds, found);
            }
        }
    }

    private static void sum(Region region) {
        region.prose = region.own;
        region.articles = 0;
        for (var child : region.children) {
            sum(child);
            if (child.isPlain()) {
                region.prose += child.prose;
                region.articles += child.article ? 1 : child.articles;
            }
        }
    }

    /** What the page calls its story, when that is one and no mere beginning. */
    private Optional<Region> said(Region region, List<Region> found) {
        for (var child : region.children) {
            if (child.isPlain() && child.story && child.prose > 0) {
                found.add(child);
            } else if (child.isPlain()) {
                said(child, found);
            }
        }
        return region == body && found.size() == 1 && found.getFirst().prose >= SAID * body.prose
                ? Optional.of(found.getFirst())
                : Optional.empty();
    }

    /** Of a page too short to have prose, the one element that says it holds the story. */
    private Optional<Region> only(Region region) {
        var marked = all > 0 ? List.<Region>of() : marked(region).toList();
        return marked.size() == 1 ? Optional.of(marked.getFirst()) : Optional.empty();
    }

    private static Stream<Region> marked(Region region) {
        return region.children.stream()
                .filter(child -> child.isPlain() && child.to > child.from)
                .flatMap(child -> MARKED.contains(child.element.normalName()) ? Stream.of(child) : marked(child));
    }

    private Region next(Region region) {
        if (region.articles > 1) {
            var titled = articles(region).stream()
                    .filter(article -> article.hasTitle && article.prose > 0)
                    .findFirst();
            if (titled.isPresent()) {
                return titled.get();
            }
        }
        return region.children.stream()
                .filter(child -> child.isPlain() && child.prose > 0 && !isQuote(child))
                .filter(child -> child.prose >= NEARLY_ALL * region.prose)
                .findFirst()
                .orElse(null);
    }

    private static boolean isQuote(Region region) {
        return WHOLES.contains(region.element.normalName());
    }

    /** The articles right in a region, not those in other articles. */
    private static List<Region> articles(Region region) {
        var found = new ArrayList<Region>();
        collectArticles(region, found);
        return found;
    }

    private static void collectArticles(Region region, List<Region> found) {
        for (var child : region.children) {
            if (child.isPlain() && child.article) {
                found.add(child);
            } else if (child.isPlain() && child.articles > 0) {
                collectArticles(child, found);
            }
        }
    }

    /** Articles next to the story: teasers, and a lone one that says less than its surroundings. */
    private void dropOthers() {
        if (root.articles == 0) {
            return;
        }
        var articles = articles(root);
        int within = articles.stream().mapToInt(article -> article.prose).sum();
        int around = root.prose - within;
        for (var article : articles) {
            boolean lone = articles.size() == 1 && around > 0 && article.prose <= around;
            if (!article.hasTitle && (hasLinkedHeading(article) && article.prose < NEARLY_ALL * root.prose || lone)) {
                article.kind = Region.Kind.NEVER;
            }
        }
        sum(body);
    }

    private static boolean hasLinkedHeading(Region region) {
        return region.hasLinkedHeading || region.children.stream().anyMatch(Story::hasLinkedHeading);
    }

    String text() {
        return new StoryText(blocks, root).text();
    }
}
