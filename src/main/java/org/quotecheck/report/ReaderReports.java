package org.quotecheck.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.quotecheck.claim.Claim;
import org.quotecheck.claim.ClaimMerged;
import org.quotecheck.http.Network;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Quotas;

/** Takes readers' reports, so many a day from one network, and keeps each claim's number of open ones. */
@ApplicationScoped
class ReaderReports {

    private static final int PER_DAY = 5;

    private final EntityManager database;
    private final Network network;
    private final Clock clock;

    ReaderReports(EntityManager database, Network network, Clock clock) {
        this.database = database;
        this.network = network;
        this.clock = clock;
    }

    /**
     * The claim's row is locked by the caller
     *
     * @throws org.quotecheck.problem.Problem 429 when this network has sent enough today
     */
    ReaderReport send(UUID claimId, SendReport input) {
        var now = clock.instant();
        var from = network.name();
        database.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:network, 0))", Object.class)
                .setParameter("network", from)
                .getSingleResult();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        if (ReaderReport.count("network = ?1 and createdAt >= ?2", from, today) >= PER_DAY) {
            throw Quotas.exceeded(
                    "From your network came " + PER_DAY + " reports today, which is as many as one may send.", now);
        }
        var report = ReaderReport.of(claimId, input, from, now);
        report.persistAndFlush();
        count(claimId);
        return report;
    }

    /** A claim's reports go to its survivor with it, and come back. */
    void moved(@Observes ClaimMerged merged) {
        if (merged.undone()) {
            ReaderReport.update("claimId = ?1 where ownClaimId = ?1", merged.duplicate());
        } else {
            ReaderReport.update("claimId = ?1 where claimId = ?2", merged.survivor(), merged.duplicate());
        }
        count(merged.duplicate());
        count(merged.survivor());
    }

    /** With or without an answer. */
    void close(ReaderReport report, CloseReport input, Actor reviewer) {
        Claim.locked(report.claimId).orElseThrow();
        report.close(input.answer(), reviewer, clock.instant());
        ReaderReport.flush();
        count(report.claimId);
    }

    /**
     * Whoever calls it holds the claim's row, or two would count at once and one of them miss the other. Leaves the
     * claim's version as it is: what a reader says is no change of the claim. A claim that nobody worked on waits from
     * its first open report.
     */
    private void count(UUID claimId) {
        database.createNativeQuery("""
                update claim set open_reports = found.number,
                  waiting_since = case when open_reports = 0 and found.number > 0 and status in ('published', 'retracted') then :now else waiting_since end
                from (select count(*) as number from reader_report where claim_id = :id and status = 'open') as found where id = :id""")
                .setParameter("now", clock.instant())
                .setParameter("id", claimId)
                .executeUpdate();
    }
}
