package org.quotecheck.interchange;

import java.util.Locale;

/**
 * How much room a card takes, in ems of the surrounding text: estimated from the lengths of its texts, and too much
 * rather than too little. WidgetHeightsTest measures it.
 *
 * @param verdict characters ({@link #lengthOf}) of the verdict's word, of the organisation and of notices
 * @param claim characters of the claim
 * @param claimant characters of the claimant, 0 for none
 * @param correction characters of the correction's line, 0 for none
 * @param summary characters of the summary
 */
public record CardRoom(int verdict, int claim, int claimant, int correction, int summary) {

    /** A character's width on average, in ems; wide faces and Cyrillic take more than the usual 0.47. */
    private static final double CHARACTER = 0.53;

    private static final double SIDES = 2.5;
    private static final double EDGES = 2.05;
    private static final double GAP = 0.5;
    private static final double HEAD = 1.6;
    private static final double LINK = 1.75;
    /**
     * Widths of columns for which the formula is right: narrow with large text, a telephone, a tablet, wide, a page.
     */
    private static final double[] WIDTHS = {14, 20, 28, 37.5, 60};

    /**
     * In characters of middling width: Chinese, Japanese and Korean ones are more than one and a half, as they fill
     * their lines, and Cyrillic ones, whose words are also longer, a quarter more than one; 0 for null.
     */
    public static int lengthOf(String text) {
        if (text == null) {
            return 0;
        }
        int eighths = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            eighths += isWide(c) ? 13 : c >= 0x400 && c < 0x530 ? 10 : 8;
        }
        return (eighths + 7) / 8;
    }

    private static boolean isWide(char c) {
        return c >= 0x1100 && c < 0x1160
                || c >= 0x2E80 && c < 0xD7A4
                || c >= 0xF900 && c < 0xFB00
                || c >= 0xFF01 && c < 0xFF61;
    }

    /** The height of the card in a column that is so many ems wide. */
    public double at(double width) {
        double line = width - SIDES;
        return EDGES
                + HEAD * lines(verdict + 14, line)
                + text(claim + 2, 1.0625, 1.4, line)
                + text(claimant, 0.875, 1.5, line)
                + text(correction, 0.875, 1.5, line - 0.8)
                + text(summary, 1, 1.5, line)
                + GAP
                + LINK;
    }

    /**
     * A CSS length for {@code min-height}. It follows the width of the surrounding container, or of the window where
     * there is none: lines through the heights at some widths; the highest one counts, because a narrower column needs
     * ever more.
     */
    public String css() {
        var css = new StringBuilder("max(");
        for (int i = 1; i < WIDTHS.length; i++) {
            double slope = (at(WIDTHS[i - 1]) - at(WIDTHS[i])) / (WIDTHS[i] - WIDTHS[i - 1]);
            if (slope > 0) {
                css.append(String.format(
                        Locale.ROOT, "%.1fem - %.0fcqi,", at(WIDTHS[i]) + slope * WIDTHS[i], slope * 100));
            }
        }
        return css.append(String.format(Locale.ROOT, "%.1fem)", at(WIDTHS[WIDTHS.length - 1])))
                .toString();
    }

    private static double text(int characters, double size, double lineHeight, double width) {
        return characters == 0 ? 0 : GAP + lines((int) Math.ceil(characters * size), width) * size * lineHeight;
    }

    /** Words do not fill their lines. */
    private static double lines(int characters, double width) {
        double filled = Math.max(1, width - 2.5);
        return Math.max(1, Math.ceil(characters * CHARACTER / (characters * CHARACTER > width ? filled : width)));
    }
}
