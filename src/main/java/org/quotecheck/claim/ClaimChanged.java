package org.quotecheck.claim;

import java.util.UUID;

/** Fired in the transaction that changes anything about a claim that has a verdict. */
public record ClaimChanged(UUID claimId) {}
