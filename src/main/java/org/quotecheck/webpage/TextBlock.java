package org.quotecheck.webpage;

/** A paragraph of a page: words between the borders of block elements. */
final class TextBlock {

    /** Fewer letters are not prose, nor are more without the end of a sentence. */
    private static final int FEWEST = 25;

    private static final int ENOUGH = 80;
    private static final String SENTENCE_ENDS = ".!?…:;”“\"»«’'」。！？؟।)";

    final Region region;
    final int letters;
    final int linked;
    /** 1 to 6 in a heading, otherwise 0. */
    final int heading;

    String text;

    TextBlock(Region region, String text, int letters, int linked, int heading) {
        this.region = region;
        this.text = text;
        this.letters = letters;
        this.linked = linked;
        this.heading = heading;
    }

    /** How much of a story it is: its letters, except for what only links elsewhere. */
    int prose() {
        int own = letters - linked;
        boolean sentence = SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
        return heading == 0 && 2 * linked <= letters && (own >= ENOUGH || own >= FEWEST && sentence) ? own : 0;
    }

    /** A link to another page, as in a menu. */
    boolean isLinkOnly() {
        return heading != 1 && letters > 0 && 10 * linked >= 9 * letters;
    }
}
