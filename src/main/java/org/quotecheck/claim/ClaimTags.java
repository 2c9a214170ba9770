package org.quotecheck.claim;

import jakarta.enterprise.context.ApplicationScoped;
import org.quotecheck.deployment.Edition;
import org.quotecheck.deployment.ReviewRules;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Role;

/**
 * The ETags of claims: {@code "version.variant"}, where the version is what If-Match counts, and the variant tells who
 * looks and which edition of labels and names they see.
 */
@ApplicationScoped
class ClaimTags {

    private final String edition;

    ClaimTags(Edition edition, ReviewRules rules) {
        this.edition = edition.code(rules.namesShown() ? "names" : "");
    }

    /** Strong, quoted. */
    String of(Claim claim, Actor viewer) {
        var role = viewer.is(Role.REVIEWER) ? "r" : viewer.is(claim.submittedBy) ? "s" : "p";
        return "\"" + claim.version() + '.' + role + edition + '"';
    }
}
