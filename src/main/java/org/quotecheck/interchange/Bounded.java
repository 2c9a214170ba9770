package org.quotecheck.interchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The beginning of a list that a page has room for; the whole list has a separate address. */
public final class Bounded {

    private Bounded() {}

    /**
     * @param text what is shown of an item
     * @param bytes of UTF-8 that the items may have together; the first one is shown whatever it has
     */
    public static <T> List<T> first(List<T> all, Function<T, String> text, int bytes) {
        var shown = new ArrayList<T>();
        int taken = 0;
        for (var item : all) {
            taken += text.apply(item).getBytes(StandardCharsets.UTF_8).length;
            if (taken > bytes && !shown.isEmpty()) {
                break;
            }
            shown.add(item);
        }
        return shown;
    }
}
