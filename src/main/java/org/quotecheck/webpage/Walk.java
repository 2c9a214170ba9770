package org.quotecheck.webpage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** A single walk over a page: its blocks of words in their order, and the regions that hold them. */
final class Walk implements NodeFilter {

    private static final Set<String> DROPPED = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "head",
            "title",
            "iframe",
            "object",
            "svg",
            "math",
            "audio",
            "video",
            "canvas",
            "select",
            "textarea",
            "datalist",
            "map",
            "del",
            "s",
            "strike",
            "caption",
            "input");
    /** Blocks that hold words, not other blocks. */
    private static final Set<String> PARAGRAPHS = Set.of(
            "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "pre", "hr",
            "summary");

    private static final Set<String> SELDOM = Set.of("aside", "form", "dialog", "button");
    private static final Set<String> NEVER = Set.of("nav", "footer", "menu", "figcaption");
    private static final Pattern UNSEEN =
            Pattern.compile("(display\\s*:\\s*none|visibility\\s*:\\s*hidden)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STRUCK = Pattern.compile("text-decoration[a-z-]*\\s*:[^;]*line-through");
    private static final Pattern NOTE = Pattern.compile(
            "(?i)(^|[\\s_-])(fn|footnotes?|note|noteref|reference|cite)([\\s_:-]|\\d|$)|#.*(fn|note|ref|cite)");
    private static final Pattern ADDRESS = Pattern.compile("(https?://|www\\.|pic\\.twitter\\.com/|t\\.co/)\\S*");

    final List<TextBlock> blocks = new ArrayList<>();
    final PageHints hints = new PageHints();
    private final BlockText words = new BlockText();
    private final Map<String, Optional<RegionWords.Sense>> senses = new HashMap<>();
    private Region region;
    private Region body;
    private int links;
    private int heading;
    private int breaks;
    private boolean signing;
    private BlockQuote quote;

    Region body() {
        return body;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            add(text.getWholeText());
            return FilterResult.CONTINUE;
        }
        return node instanceof Element element ? head(element) : FilterResult.CONTINUE;
    }

    private FilterResult head(Element element) {
        var name = element.normalName();
        hints.see(element);
        if (DROPPED.contains(name) || isUnseen(element) && !element.isBlock() || isStruck(element)) {
            if (element.isBlock()) {
                end();
            }
            return FilterResult.SKIP_ENTIRELY;
        }
        switch (name) {
            case "br" -> breaks++;
            case "sup" -> {
                add(Raised.above(element.text(), words.lastWord(), refers(element)));
                return FilterResult.SKIP_ENTIRELY;
            }
            case "sub" -> {
                add(Raised.below(element.text(), words.lastWord()));
                return FilterResult.SKIP_ENTIRELY;
            }
            case "q" -> add("“");
            case "a" -> {
                if (quote != null && ADDRESS.matcher(element.text()).matches()) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                links++;
            }
            case "cite" -> {
                if (signs(element)) {
                    end();
                    signing = true;
                }
            }
            case "button" -> {
                if (element.selectFirst("p") == null) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                open(element);
            }
            default -> {
                if (element.isBlock()) {
                    block(element, name);
                }
            }
        }
        return FilterResult.CONTINUE;
    }

    private void block(Element element, String name) {
        end();
        if (name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) <= '6') {
            heading = name.charAt(1) - '0';
        }
        if (!PARAGRAPHS.contains(name) || isUnseen(element)) {
            open(element);
        } else if (quote != null && RegionWords.of(element.className()) == RegionWords.Sense.SIGNATURE) {
            signing = true;
        }
        if (name.equals("blockquote") && quote == null) {
            quote = new BlockQuote(element, blocks.size());
        }
    }

    private void open(Element element) {
        end();
        var name = element.normalName();
        var sense = element.attributesSize() == 0
                ? null
                : sense(element.className() + ' ' + element.id() + ' ' + element.attr("role"));
        boolean signature = quote != null && (name.equals("footer") || sense == RegionWords.Sense.SIGNATURE)
                || name.equals("figcaption") && quotedIn(element);
        signing |= signature;
        boolean story =
                sense == RegionWords.Sense.STORY || element.attr("itemprop").equalsIgnoreCase("articleBody");
        region = new Region(
                element, region, signature || story ? Region.Kind.PLAIN : kind(element, sense), story, blocks.size());
        body = body == null ? region : body;
    }

    /** Names are the same over and over. */
    private RegionWords.Sense sense(String names) {
        return senses.computeIfAbsent(names, any -> Optional.ofNullable(RegionWords.of(any)))
                .orElse(null);
    }

    private Region.Kind kind(Element element, RegionWords.Sense sense) {
        var name = element.normalName();
        if (region == null || name.equals("body")) {
            return Region.Kind.PLAIN;
        }
        if (isUnseen(element) || sense == RegionWords.Sense.HIDDEN) {
            return Region.Kind.HIDDEN;
        }
        boolean page = name.equals("article") || name.equals("main");
        if (NEVER.contains(name) || sense == RegionWords.Sense.NEVER && !page) {
            return Region.Kind.NEVER;
        }
        if (sense == RegionWords.Sense.REPEATED) {
            return Region.Kind.REPEATED;
        }
        return SELDOM.contains(name) || sense == RegionWords.Sense.SELDOM || sense == RegionWords.Sense.NEVER
                ? Region.Kind.SELDOM
                : Region.Kind.PLAIN;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            tail(element, element.normalName());
        }
        return FilterResult.CONTINUE;
    }

    private void tail(Element element, String name) {
        if (name.equals("a")) {
            links = Math.max(0, links - 1);
        } else if (name.equals("q")) {
            add("”");
        } else if (name.equals("cite") && signing) {
            end();
            signing = false;
        } else if (element.isBlock() || region != null && region.element == element) {
            end();
            heading = 0;
            if (quote != null && quote.element == element) {
                quote.mark(blocks);
                quote = null;
            }
            if (region != null && region.element == element) {
                region.to = blocks.size();
                region = region.parent;
                signing = false;
            } else if (signing && PARAGRAPHS.contains(name)) {
                signing = false;
            }
        }
    }

    private void add(String text) {
        if (breaks > 0 && !text.isBlank()) {
            boolean dash = quote != null && BlockQuote.isDash(text.strip().charAt(0));
            if (breaks > 1 || dash) {
                end();
            } else {
                words.space();
            }
            breaks = 0;
        }
        words.add(text, links > 0);
    }

    /** Ends the block; its words, if it has any, are taken. */
    private void end() {
        breaks = 0;
        if (words.isEmpty() || region == null) {
            words.take();
            return;
        }
        int letters = words.letters;
        int linked = words.linked;
        var text = words.take();
        boolean unsigned = signing && !BlockQuote.isDash(text.charAt(0));
        var block = new TextBlock(region, unsigned ? "— " + text : text, letters, linked, heading);
        blocks.add(block);
        region.own += block.prose();
        region.hasTitle |= heading == 1;
        region.hasLinkedHeading |= heading > 0 && block.isLinkOnly();
    }

    /** The last words of a block quote, after a whole sentence, tell whose it is; within one they name a work. */
    private boolean signs(Element cite) {
        if (quote == null || !words.endsSentence() && breaks == 0) {
            return false;
        }
        for (Node next = cite.nextSibling(); next != null; next = next.nextSibling()) {
            if (next instanceof TextNode text && !text.isBlank()
                    || next instanceof Element element && element.hasText()) {
                return false;
            }
        }
        return true;
    }

    private boolean quotedIn(Element caption) {
        var figure = caption.parent();
        return figure != null && figure.normalName().equals("figure") && figure.selectFirst("blockquote") != null;
    }

    private static boolean isUnseen(Element element) {
        return element.attributesSize() > 0
                && !element.normalName().equals("body")
                && (element.hasAttr("hidden")
                        || element.attr("aria-hidden").equalsIgnoreCase("true")
                        || element.hasAttr("style")
                                && UNSEEN.matcher(element.attr("style")).find());
    }

    private static boolean isStruck(Element element) {
        return element.hasAttr("style")
                && STRUCK.matcher(element.attr("style").toLowerCase(Locale.ROOT))
                        .find();
    }

    private static boolean refers(Element raised) {
        var link = raised.selectFirst("a");
        var around = raised.parent();
        return NOTE.matcher(raised.className() + ' ' + raised.id()).find()
                || link != null
                        && (link.attr("href").startsWith("#")
                                || NOTE.matcher(link.className() + ' ' + link.attr("href"))
                                        .find())
                || around != null
                        && around.normalName().equals("a")
                        && around.attr("href").startsWith("#");
    }
}
