package org.quotecheck.claim;

import java.util.UUID;

/** Fired in the transaction that changes a claim, its appearances, sources, draft or status. */
public record ClaimChanged(UUID claimId) {}
