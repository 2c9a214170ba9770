package org.quotecheck.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.quotecheck.claim.ClaimMerged;
import org.quotecheck.claim.Claims;
import org.quotecheck.http.Network;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Quotas;

/**
 * Accepts readers' reports on a claim, a limited number per day from one network and in total, and keeps count of the
 * open ones.
 */
@ApplicationScoped
class ReaderReports {

    private static final int PER_NETWORK_AND_DAY = 5;
    private static final int PER_DAY = 50;
    private static final int KEY_BYTES = 16;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** @param key of the address where its sender reads what becomes of it; kept nowhere */
    record Sent(ReaderReport report, String key) {}

    private final EntityManager database;
    private final Network network;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ReaderReports(EntityManager database, Network network, Clock clock) {
        this.database = database;
        this.network = network;
        this.clock = clock;
    }

    /**
     * The claim's row is locked by the caller
     *
     * @throws org.quotecheck.problem.Problem 429 when this network, or all of them, have sent enough today
     */
    Sent send(UUID claimId, SendReport input) {
        var now = clock.instant();
        var from = network.name();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        // the claim's lock lets no other report on it come in between
        if (ReaderReport.count("network = ?1 and ownClaimId = ?2 and createdAt >= ?3", from, claimId, today)
                >= PER_NETWORK_AND_DAY) {
            throw Quotas.exceeded(
                    "Your network has sent " + PER_NETWORK_AND_DAY
                            + " reports on this claim today, which is the limit.",
                    now);
        }
        if (ReaderReport.count("ownClaimId = ?1 and createdAt >= ?2", claimId, today) >= PER_DAY) {
            throw Quotas.exceeded(
                    "Readers have sent " + PER_DAY + " reports on this claim today, which is the limit.", now);
        }
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        var sent = BASE64.encodeToString(key);
        var report = ReaderReport.of(claimId, input, from, sent, now);
        report.persistAndFlush();
        count(claimId);
        return new Sent(report, sent);
    }

    /** A claim's reports move to its survivor with it, and come back. */
    void moved(@Observes ClaimMerged merged) {
        if (merged.undone()) {
            ReaderReport.update("claimId = ?1 where ownClaimId = ?1", merged.duplicate());
        } else {
            ReaderReport.update("claimId = ?1 where claimId = ?2", merged.survivor(), merged.duplicate());
        }
        count(merged.duplicate());
        if (merged.survivor() != null) {
            count(merged.survivor());
        }
    }

    /** With or without an answer. */
    void close(ReaderReport report, CloseReport input, Actor reviewer) {
        Claims.locked(report.claimId);
        report.close(input.answer(), reviewer, clock.instant());
        ReaderReport.flush();
        count(report.claimId);
    }

    /**
     * The caller holds the claim's row, or two would count at once and one of them miss the other. Leaves the claim's
     * version as it is: what a reader says does not change the claim. A claim that nobody worked on waits from its
     * first open report.
     */
    private void count(UUID claimId) {
        database.createNativeQuery("""
                update claim set open_reports = found.number,
                  waiting_since = case
                    when open_reports = 0 and found.number > 0 and status in ('published', 'retracted')
                      then :now else waiting_since end
                from (select count(*) as number from reader_report where claim_id = :id and status = 'open') as found
                where id = :id""")
                .setParameter("now", clock.instant())
                .setParameter("id", claimId)
                .executeUpdate();
    }
}
