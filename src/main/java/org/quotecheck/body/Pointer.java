package org.quotecheck.body;

/** JSON Pointers (RFC 6901). */
final class Pointer {

    private Pointer() {}

    /** A name as a step of one. */
    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
