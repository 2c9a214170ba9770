package org.quotecheck.anchor;

/**
 * A place in the folded text, and how it fits.
 *
 * @param exact whether the words are the same, and are those that were meant
 * @param beside whether what stood before them, or after, stands there still
 */
record AnchorCandidate(int start, int end, boolean exact, double likeness, boolean beside, double score) {

    /** So many letters are a quote's own. */
    static final int DISTINCTIVE = 20;
    /** So many are known even changed and in another context. */
    private static final int UNMISTAKABLE = 48;

    static final double ALIKE = 0.6;
    private static final double NEARLY_THE_SAME = 0.9;
    private static final double CLOSE = 0.75;

    /** The less of the context is there, the more the words must be alike. */
    boolean isClose(Quoted words) {
        return end > start
                && (likeness >= ALIKE && score >= CLOSE
                        || words.length() >= UNMISTAKABLE && likeness >= NEARLY_THE_SAME);
    }
}
