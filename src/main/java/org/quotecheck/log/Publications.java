package org.quotecheck.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.jboss.logging.Logger;

/** Tells operators of each revision that was published; infra counts these lines. */
@ApplicationScoped
class Publications {

    private static final Logger LOG = Logger.getLogger(Publications.class);

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) RevisionEntered entered) {
        LOG.infof(
                "Published: revision %d of claim %s, entry %d of the log",
                entered.number(), entered.claimId(), entered.index());
    }
}
