package org.quotecheck.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.jboss.logging.Logger;
import org.quotecheck.metric.CallMetrics;

/** Tells operators about each revision that was published. */
@ApplicationScoped
class Publications {

    private static final Logger LOG = Logger.getLogger(Publications.class);

    private final CallMetrics metrics;

    Publications(CallMetrics metrics) {
        this.metrics = metrics;
    }

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) RevisionEntered entered) {
        LOG.infof(
                "Published: revision %d of claim %s, entry %d of the log",
                entered.number(), entered.claimId(), entered.index());
        metrics.published(entered.claimId().toString(), entered.number());
    }
}
