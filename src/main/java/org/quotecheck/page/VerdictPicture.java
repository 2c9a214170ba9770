package org.quotecheck.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.List;
import org.quotecheck.deployment.PageFrame;

/**
 * A verdict as a picture of 1,200 by 630 pixels: what it is, on which words, and by whom. SVG, which does not wrap
 * lines.
 */
record VerdictPicture(String tone, String colour, String verdict, String claimant, List<String> lines, boolean rtl) {

    private static final int LINES = 4;
    /** In widths of a middling letter. */
    private static final int WIDTH = 38;

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance picture(PageFrame f, VerdictPicture picture);
    }

    static String of(ClaimPage page, PageFrame frame) {
        var text = page.claim().text() == null
                ? frame.word("removed")
                : page.claim().text();
        var tone = page.verdict().tone();
        return Templates.picture(
                        frame,
                        new VerdictPicture(
                                tone,
                                colour(tone),
                                verdict(page, frame),
                                page.claim().claimantName(),
                                lines(text),
                                isRtl(text)))
                .render();
    }

    private static String verdict(ClaimPage page, PageFrame frame) {
        if (page.removed()) {
            return frame.word("card.removed");
        }
        return page.retracted() ? frame.word("card.withdrawn") : page.verdict().ratingLabel();
    }

    /** Where a line is, the first one being number 0. */
    public int top(int line) {
        return 110 + 74 * line;
    }

    /** The first lines; what does not fit ends in an ellipsis. */
    static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        int width = 0;
        var clean = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\uFFFE\\uFFFF]", " ").strip();
        for (var word : clean.split("\\s+")) {
            for (var piece : pieces(word)) {
                int own = width(piece);
                if (width > 0 && width + 1 + own > WIDTH) {
                    lines.add(line.toString());
                    line.setLength(0);
                    width = 0;
                }
                line.append(width > 0 ? " " : "").append(piece);
                width += own + (width > 0 ? 1 : 0);
            }
            if (lines.size() > LINES) {
                break;
            }
        }
        lines.add(line.toString());
        return lines.size() <= LINES
                ? lines
                : List.of(lines.get(0), lines.get(1), lines.get(2), lines.get(LINES - 1) + " …");
    }

    /** A word that is longer than a line, in several. */
    private static List<String> pieces(String word) {
        var pieces = new ArrayList<String>();
        int from = 0;
        int width = 0;
        for (int at = 0; at < word.length(); at += Character.charCount(word.codePointAt(at))) {
            int own = width(word.codePointAt(at));
            if (width + own > WIDTH) {
                pieces.add(word.substring(from, at));
                from = at;
                width = 0;
            }
            width += own;
        }
        pieces.add(word.substring(from));
        return pieces;
    }

    private static int width(String text) {
        return text.codePoints().map(VerdictPicture::width).sum();
    }

    /** East Asian letters and pictures are twice as wide. */
    private static int width(int codePoint) {
        return codePoint >= 0x1100 && Character.isIdeographic(codePoint) || codePoint >= 0x1F300 ? 2 : 1;
    }

    private static boolean isRtl(String text) {
        return text
                .codePoints()
                .map(codePoint -> Character.getDirectionality(codePoint))
                .filter(direction -> direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                .findFirst()
                .stream()
                .anyMatch(direction -> direction != Character.DIRECTIONALITY_LEFT_TO_RIGHT);
    }

    private static String colour(String tone) {
        return switch (tone) {
            case "false" -> "#b3261e";
            case "mostly_false" -> "#9a4100";
            case "mixed" -> "#755600";
            case "mostly_true" -> "#3d6a1a";
            case "true" -> "#0a683a";
            default -> "#3f4f63";
        };
    }
}
