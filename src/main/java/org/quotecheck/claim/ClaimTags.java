package org.quotecheck.claim;

import jakarta.enterprise.context.ApplicationScoped;
import org.quotecheck.deployment.Edition;
import org.quotecheck.deployment.ReviewRules;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Role;

/**
 * The ETags of claims: {@code "version.variant"}, where the version is what If-Match counts, and the variant states who
 * looks, what changes besides the version, and which edition of labels and names they see.
 */
@ApplicationScoped
class ClaimTags {

    private final String edition;

    ClaimTags(Edition edition, ReviewRules rules) {
        this.edition = edition.code(rules.namesShown() ? "names" : "");
    }

    /** Strong, quoted. */
    String of(Claim claim, Actor viewer) {
        if (!viewer.is(Role.REVIEWER) && !viewer.is(claim.submittedBy)) {
            return ofPublished(claim.version());
        }
        var role = viewer.is(Role.REVIEWER) ? reviewer(claim, viewer) : "s";
        return "\"" + claim.version() + '.' + role + edition + '"';
    }

    /** For those who see no more of it than everybody else. */
    String ofPublished(int version) {
        return "\"" + version + ".p" + edition + '"';
    }

    /** For those who joined it and see only their own appearances. */
    String ofKnown(Claim claim, Object own) {
        return "\"" + claim.version() + ".j" + Integer.toHexString(own.hashCode()) + edition + '"';
    }

    /** What reviewers see of others' work, and what they may do themselves. */
    private static String reviewer(Claim claim, Actor viewer) {
        return (viewer.is(Role.EDITOR) ? "e" : "r")
                + (viewer.is(claim.assignee) ? "a" : "")
                + (viewer.is(claim.proposedBy) ? "p" : "")
                + (claim.pendingRetraction != null && viewer.is(claim.pendingRetraction.by()) ? "t" : "")
                + claim.comments
                + '-'
                + claim.openReports
                + '-'
                + claim.pendingAppearances
                + '-'
                + claim.draftVersion
                + '-';
    }
}
