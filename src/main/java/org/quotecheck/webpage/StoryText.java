package org.quotecheck.webpage;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** The words of the region that holds a page's story, each once, with the page's title where that precedes it. */
final class StoryText {

    /** A paragraph of this many letters does not occur twice in a story. */
    private static final int COPY = 40;

    private final List<TextBlock> blocks;
    private final Region root;

    StoryText(List<TextBlock> blocks, Region root) {
        this.blocks = blocks;
        this.root = root;
    }

    /** One paragraph for each block, separated by empty lines. */
    String text() {
        var kept = blocks.subList(start(), root.to).stream()
                .filter(block -> isStory(block.region))
                .filter(block -> !block.isLinkOnly() || isQuoted(block))
                .toList();
        if (kept.isEmpty()) {
            kept = blocks.subList(root.from, root.to);
        }
        var seen = new HashSet<String>();
        var text = kept.stream()
                .filter(block -> block.letters < COPY || seen.add(letters(block.text)))
                .map(block -> block.text)
                .collect(Collectors.joining("\n\n"));
        var pulled = pulled(text);
        return pulled.isEmpty() ? text : text + "\n\n" + String.join("\n\n", pulled);
    }

    private static boolean isQuoted(TextBlock block) {
        return block.text.startsWith("“");
    }

    /** Pull quotes whose words occur nowhere else. */
    private List<String> pulled(String text) {
        var repeated = blocks.subList(root.from, root.to).stream()
                .filter(block -> block.region.kind == Region.Kind.REPEATED)
                .map(block -> block.text)
                .toList();
        if (repeated.isEmpty()) {
            return repeated;
        }
        var story = letters(text);
        return repeated.stream()
                .filter(words -> !story.contains(letters(words)))
                .toList();
    }

    private static String letters(String text) {
        var letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                letters.append(Character.toLowerCase(c));
            }
        }
        return letters.toString();
    }

    /** The page's title, where it stands before the story's region; all that follows it belongs to the story. */
    private int start() {
        for (int i = root.from - 1; i >= 0 && !root.hasTitle; i--) {
            if (blocks.get(i).heading == 1 && isStory(blocks.get(i).region)) {
                return i;
            }
        }
        return root.from;
    }

    private boolean isStory(Region region) {
        for (var each = region; each != null && each != root; each = each.parent) {
            if (!each.isPlain()) {
                return false;
            }
        }
        return true;
    }
}
