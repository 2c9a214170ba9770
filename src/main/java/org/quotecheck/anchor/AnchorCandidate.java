package org.quotecheck.anchor;

/**
 * A place in the folded text, and how it fits.
 *
 * @param exact whether the words are the same, and are those that were meant
 * @param beside whether what stood before them, or after, stands there still
 */
record AnchorCandidate(int start, int end, boolean exact, double likeness, boolean beside, double score) {

    /** This many letters belong to one quote only. */
    static final int DISTINCTIVE = 20;
    /** This many are recognised even if changed and in another context. */
    private static final int UNMISTAKABLE = 48;

    static final double ALIKE = 0.6;
    private static final double NEARLY_THE_SAME = 0.9;
    private static final double CLOSE = 0.75;

    /** The less of the context is there, the more alike the words must be. */
    boolean isClose(Quoted words) {
        return end > start
                && (likeness >= ALIKE && score >= CLOSE
                        || words.length() >= UNMISTAKABLE && likeness >= NEARLY_THE_SAME);
    }
}
