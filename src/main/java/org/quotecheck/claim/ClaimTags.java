package org.quotecheck.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quotecheck.http.Edition;
import org.quotecheck.http.Sha256;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Role;

/**
 * The ETags of claims: {@code "version.variant"}, where the version is what If-Match counts, and the variant tells who
 * looks and which edition of labels and names they see.
 */
@ApplicationScoped
class ClaimTags {

    private static final int LENGTH = 16;

    private final String edition;

    ClaimTags(Edition edition, ReviewRules rules) {
        this.edition = edition.code(rules.namesShown() ? "names" : "");
    }

    /** Strong, quoted. */
    String of(Claim claim, Actor viewer) {
        var role = viewer.is(Role.REVIEWER) ? "r" : viewer.is(claim.submittedBy) ? "s" : "p";
        return "\"" + claim.version() + '.' + role + edition + '"';
    }

    /** Of all the claim's revisions together; another one when content was removed. */
    String ofRevisions(List<VerdictRevision> revisions) {
        return '"'
                + Sha256.hex(String.join(
                                "\n",
                                revisions.stream().map(VerdictRevision::tag).toList()))
                        .substring(0, LENGTH)
                + '.'
                + edition
                + '"';
    }
}
