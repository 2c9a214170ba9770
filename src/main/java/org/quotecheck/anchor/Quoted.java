package org.quotecheck.anchor;

/** Words with their context, folded, and how similar they are to text elsewhere. */
record Quoted(String exact, String prefix, String suffix) {

    static Quoted of(String exact, String prefix, String suffix) {
        return new Quoted(
                fold(exact),
                prefix == null ? "" : new Folded(prefix).text,
                suffix == null ? "" : new Folded(suffix).text);
    }

    static String fold(String words) {
        return new Folded(words).text.strip();
    }

    int length() {
        return exact.length();
    }

    String all() {
        return prefix + exact + suffix;
    }

    /** Whether the quote began in the middle of a word, as in un“believable”. */
    boolean startsInside() {
        return !prefix.isEmpty() && Folded.isOneWord(prefix.charAt(prefix.length() - 1), exact.charAt(0));
    }

    boolean endsInside() {
        return !suffix.isEmpty() && Folded.isOneWord(exact.charAt(exact.length() - 1), suffix.charAt(0));
    }

    boolean areSeveral() {
        return exact.indexOf(' ') >= 0;
    }

    /** How many letters right before and after a place of the words match the context. */
    int lettersAround(String text, int start) {
        int before = 0;
        while (before < prefix.length()
                && before < start
                && prefix.charAt(prefix.length() - 1 - before) == text.charAt(start - 1 - before)) {
            before++;
        }
        int end = start + exact.length();
        int after = 0;
        while (after < suffix.length()
                && end + after < text.length()
                && suffix.charAt(after) == text.charAt(end + after)) {
            after++;
        }
        return before + after;
    }

    /** Letters of the prefix that are not found right before. */
    int errorsBefore(String text, int start) {
        var before = new StringBuilder(text.substring(Math.max(0, start - 2 * prefix.length()), start)).reverse();
        return distance(new StringBuilder(prefix).reverse(), before);
    }

    /** Letters of the suffix that are not found right after. */
    int errorsAfter(String text, int end) {
        return distance(suffix, text.substring(end, Math.min(text.length(), end + 2 * suffix.length())));
    }

    /** Edit distance of words to the beginning of others that fits best. */
    private static int distance(CharSequence words, CharSequence others) {
        int[] distances = new int[words.length() + 1];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = i;
        }
        int fewest = words.length();
        for (int j = 1; j <= others.length(); j++) {
            int diagonal = distances[0];
            distances[0] = j;
            for (int i = 1; i < distances.length; i++) {
                int replaced = diagonal + (words.charAt(i - 1) == others.charAt(j - 1) ? 0 : 1);
                diagonal = distances[i];
                distances[i] = Math.min(replaced, Math.min(distances[i], distances[i - 1]) + 1);
            }
            fewest = Math.min(fewest, distances[words.length()]);
        }
        return fewest;
    }
}
