package org.quotecheck.interchange;

import java.util.List;
import java.util.Locale;

/**
 * How much room a card takes, in ems of the surrounding text: its texts in lines ({@link WrappedText}), and too much
 * rather than too little. WidgetHeightsTest measures it.
 *
 * @param verdict the verdict's word
 * @param beside what stands beside it: notices, and whose fact check it is
 * @param claim null for none; claimant, correction and summary likewise
 */
public record CardRoom(
        String verdict, List<String> beside, String claim, String claimant, String correction, String summary) {

    private static final double SIDES = 2.3;
    private static final double EDGES = 1.9;
    private static final double GAP = 0.5;
    private static final double LINK = 1.7;
    /** The icon, and how much larger and bolder than other words the verdict is. */
    private static final double ICON = 1.95;

    private static final double VERDICT = 1.2;
    private static final double SMALL = 0.875;
    private static final double BETWEEN = 0.75;
    /** A notice has a frame. */
    private static final double FRAME = 0.8;

    private static final double FIRST_ROW = 1.5;
    private static final double ROW = 1.52;
    /**
     * Widths of columns for which the formula is right: narrow with large text, a telephone, a tablet, wide, a page.
     */
    private static final double[] WIDTHS = {14, 20, 28, 37.5, 60};

    /** The formula is no lower than the card at any of these steps between two widths. */
    private static final double STEP = 0.5;

    /** The height of the card in a column that is so many ems wide. */
    public double at(double width) {
        double line = width - SIDES;
        return EDGES
                + head(line)
                + text(claim == null ? null : "“" + claim + "”", 1.0625, 1.4, line)
                + text(claimant, SMALL, 1.5, line)
                + text(correction, SMALL, 1.5, line - 0.8)
                + text(summary, 1, 1.5, line)
                + GAP
                + LINK;
    }

    /** The verdict and what stands beside it, in rows. */
    private double head(double line) {
        double at = ICON + WrappedText.width(verdict) * VERDICT;
        double height = FIRST_ROW * Math.max(1, Math.ceil(at / line));
        for (var words : beside) {
            double wide = WrappedText.width(words) * SMALL + (beside.getLast().equals(words) ? 0 : FRAME);
            at += BETWEEN + wide;
            if (at > line) {
                height += ROW * Math.ceil(wide / line);
                at = wide;
            }
        }
        return height;
    }

    /**
     * A CSS length for {@code min-height}. It follows the width of the surrounding container, or of the window where
     * there is none: lines above the heights between some widths; the highest one counts, because a narrower column
     * needs ever more.
     */
    public String css() {
        var css = new StringBuilder("max(");
        for (int i = 1; i < WIDTHS.length; i++) {
            double from = WIDTHS[i - 1];
            int slope = (int) Math.round(100 * (at(from) - at(WIDTHS[i])) / (WIDTHS[i] - from));
            if (slope > 0) {
                double height = 0;
                for (double width = from; width <= WIDTHS[i]; width += STEP) {
                    height = Math.max(height, at(width) + slope * width / 100);
                }
                css.append(String.format(Locale.ROOT, "%.1fem - %dcqi,", up(height), slope));
            }
        }
        return css.append(String.format(Locale.ROOT, "%.1fem)", up(at(WIDTHS[WIDTHS.length - 1]))))
                .toString();
    }

    private static double up(double height) {
        return Math.ceil(height * 10) / 10;
    }

    private static double text(String words, double size, double lineHeight, double width) {
        return words == null || words.isEmpty() ? 0 : GAP + WrappedText.lines(words, width / size) * size * lineHeight;
    }
}
