package org.quotecheck.anchor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Words that a writer may have interrupted, folded and split at spaces.
 *
 * @param joints after how many words an insertion stands, the end included
 */
record Interrupted(List<String> words, Set<Integer> joints) {

    private static final String LED_BY = ",.;:!?-";

    static Interrupted of(List<String> parts) {
        var words = new ArrayList<String>();
        var joints = new HashSet<Integer>();
        for (var part : parts) {
            for (var word : Quoted.fold(part).split(" ")) {
                if (!bare(word).isEmpty()) {
                    words.add(word);
                } else if (!words.isEmpty()) {
                    words.add(words.removeLast() + word); // a dash between blanks
                }
            }
            joints.add(words.size());
        }
        return new Interrupted(words, joints);
    }

    boolean isSame(Interrupted other) {
        if (words.size() != other.words.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            boolean first = joints.contains(i) || other.joints.contains(i);
            boolean last = joints.contains(i + 1) || other.joints.contains(i + 1);
            if (!form(words.get(i), first, last).equals(form(other.words.get(i), first, last))) {
                return false;
            }
        }
        return true;
    }

    private static String form(String word, boolean first, boolean last) {
        var form = last ? bare(word) : word;
        return first ? form.substring(0, 1).toLowerCase(Locale.ROOT) + form.substring(1) : form;
    }

    private static String bare(String word) {
        int end = word.length();
        while (end > 0 && LED_BY.indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end);
    }
}
