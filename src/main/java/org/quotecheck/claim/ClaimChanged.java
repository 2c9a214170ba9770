package org.quotecheck.claim;

import java.util.UUID;

/** Fired in the transaction that changes anything of a claim which has a verdict. */
public record ClaimChanged(UUID claimId) {}
