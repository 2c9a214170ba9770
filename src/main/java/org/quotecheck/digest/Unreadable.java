package org.quotecheck.digest;

import org.jboss.logging.Logger;

/**
 * Rows that this release cannot read, in whole or in part: a value that only a later one knows, or a slip of an
 * operator. They are left out of what is shown, and logged in one line each, without their content.
 */
public final class Unreadable {

    private static final Logger LOG = Logger.getLogger(Unreadable.class);

    private Unreadable() {}

    /**
     * Says so
     *
     * @param row its table and id
     * @param part what of it
     */
    public static void tell(String row, Object id, String part) {
        LOG.warnf("%s %s cannot be read: %s", row, id, part);
    }

    /** Says so if it is; otherwise the row is readable. */
    public static boolean isTold(boolean unreadable, String row, Object id, String part) {
        if (unreadable) {
            tell(row, id, part);
        }
        return unreadable;
    }
}
