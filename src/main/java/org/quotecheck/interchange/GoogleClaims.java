package org.quotecheck.interchange;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/** One page of claims:search, as Google's Fact Check Tools API v1alpha1 answers. */
@RegisterForReflection
record GoogleClaims(List<GoogleClaim> claims, String nextPageToken) {

    /**
     * @param claimant a name
     * @param claimDate RFC 3339, at midnight in UTC
     */
    @RegisterForReflection
    record GoogleClaim(String text, String claimant, String claimDate, List<GoogleReview> claimReview) {}

    @RegisterForReflection
    record GoogleReview(
            GooglePublisher publisher,
            String url,
            String title,
            Instant reviewDate,
            String textualRating,
            String languageCode) {}

    /** @param site the host, without www. */
    @RegisterForReflection
    record GooglePublisher(String name, String site) {}
}
