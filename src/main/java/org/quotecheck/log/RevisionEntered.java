package org.quotecheck.log;

import java.util.UUID;

/**
 * Fired in the transaction that publishes a revision.
 *
 * @param index of its entry in the log
 */
record RevisionEntered(UUID claimId, int number, long index) {}
