package org.quotecheck.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quotecheck.deployment.Edition;
import org.quotecheck.deployment.ReviewRules;
import org.quotecheck.digest.Sha256;

/** The ETags of lists of revisions. */
@ApplicationScoped
class RevisionTags {

    private static final int LENGTH = 16;

    private final String edition;

    RevisionTags(Edition edition, ReviewRules rules) {
        this.edition = edition.code(rules.namesShown() ? "names" : "");
    }

    /** Strong, quoted; another one when content was removed. */
    String of(List<VerdictRevision> revisions) {
        var tags =
                String.join("\n", revisions.stream().map(VerdictRevision::tag).toList());
        return '"' + Sha256.hex(tags).substring(0, LENGTH) + '.' + edition + '"';
    }
}
