package org.quotecheck.claim;

import java.util.UUID;

/**
 * Fired in the transaction that makes a claim a duplicate, or undoes that: what belongs to the claim goes with it.
 *
 * @param survivor null where it is undone and the row is lost
 */
public record ClaimMerged(UUID duplicate, UUID survivor, boolean undone) {}
