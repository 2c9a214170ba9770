package org.quotecheck.webpage;

/**
 * The words of one block while they are collected: white space becomes one space, figures stay as a reader sees them.
 */
final class BlockText {

    private final StringBuilder text = new StringBuilder();
    private boolean blank;
    int letters;
    int linked;

    boolean isEmpty() {
        return text.isEmpty();
    }

    void space() {
        blank = true;
    }

    void add(String words, boolean link) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                blank = true;
                continue;
            }
            if (blank && !text.isEmpty()) {
                text.append(' ');
            }
            blank = false;
            text.append(c);
            if (Character.isLetterOrDigit(c)) {
                letters++;
                linked += link ? 1 : 0;
            }
        }
    }

    /** The letters and digits right before, back to a blank. */
    String lastWord() {
        int start = text.length();
        while (!blank && start > 0 && text.charAt(start - 1) != ' ') {
            start--;
        }
        return blank ? "" : text.substring(start);
    }

    boolean endsSentence() {
        return text.isEmpty() || ".!?…”\"»’'—–:".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    String take() {
        var words = text.toString();
        text.setLength(0);
        blank = false;
        letters = 0;
        linked = 0;
        return words;
    }
}
