package org.quotecheck.security;

import java.util.EnumSet;
import java.util.Set;
import org.quotecheck.http.Choice;

/** What a caller may do: an editor is a reviewer too, a reviewer a submitter; a publisher is none of these. */
public enum Role {
    SUBMITTER,
    REVIEWER,
    EDITOR,
    PUBLISHER;

    /** The names in tokens and in {@code @RolesAllowed}. */
    public static final String SUBMITTER_NAME = "submitter";

    public static final String REVIEWER_NAME = "reviewer";
    public static final String EDITOR_NAME = "editor";

    public String code() {
        return Choice.code(this);
    }

    /** This role and those it includes. */
    public Set<Role> included() {
        return switch (this) {
            case EDITOR -> EnumSet.of(EDITOR, REVIEWER, SUBMITTER);
            case REVIEWER -> EnumSet.of(REVIEWER, SUBMITTER);
            case SUBMITTER, PUBLISHER -> EnumSet.of(this);
        };
    }
}
