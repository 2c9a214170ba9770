package org.quotecheck.interchange;

/** Text in HTML, in elements and in quoted attributes. */
public final class Markup {

    /** Attribute of a frame that holds a card: its script runs, and its links open in a page of their own. */
    public static final String SANDBOX = "sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"";

    private Markup() {}

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
