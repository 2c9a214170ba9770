package org.quotecheck.report;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.quotecheck.security.KeptActor;

/** A reader's report as reviewers see it. */
@RegisterForReflection
record ReportView(
        UUID id,
        UUID claimId,
        ReaderReport.Kind kind,
        String text,
        ReaderReport.Status status,
        String answer,
        Instant createdAt,
        Instant closedAt,
        KeptActor closedBy) {

    static ReportView of(ReaderReport report) {
        return new ReportView(
                report.id,
                report.claimId,
                report.kind,
                report.text,
                report.status,
                report.answer,
                report.createdAt,
                report.closedAt,
                report.closedBy);
    }
}
