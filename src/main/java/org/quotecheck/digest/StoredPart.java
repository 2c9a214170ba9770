package org.quotecheck.digest;

/** What several columns of a row say together: nothing, where one of them is missing ({@link UnreadableParts}). */
public interface StoredPart {

    /** Whether none is missing. */
    boolean hasAll();
}
