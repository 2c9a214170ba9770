package org.quotecheck.interchange;

/** Text in HTML, in elements and in quoted attributes. */
public final class Markup {

    private Markup() {}

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
