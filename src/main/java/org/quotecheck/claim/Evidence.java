package org.quotecheck.claim;

import java.time.Instant;
import org.quotecheck.problem.Problem;
import org.quotecheck.security.Actor;
import org.quotecheck.source.AddSource;
import org.quotecheck.source.Source;
import org.quotecheck.source.SourceCited;
import org.quotecheck.source.SourceView;
import org.quotecheck.verdict.VerdictDraft;

/** What one actor does to a claim's sources. */
record Evidence(Claim claim, Actor actor, Instant now) {

    /** @throws ClaimLocked while a verdict on the present sources is proposed or published */
    Source cite(Source source) {
        claim.requireEditable();
        if (Source.count("claimId", claim.id) >= Source.MOST) {
            throw Problem.invalid("", "cannot be added: a claim has at most " + Source.MOST + " sources");
        }
        source.persist();
        record("source_added", null, SourceView.of(source));
        return source;
    }

    void correct(Source source, AddSource input) {
        var before = SourceView.of(source);
        source.write(input, now);
        if (!SourceView.of(source).equals(before)) {
            record("source_changed", before, SourceView.of(source));
        }
    }

    /** @throws SourceCited when the verdict draft names it */
    void drop(Source source) {
        var draft = VerdictDraft.of(claim.id);
        if (draft != null && draft.names(source)) {
            throw new SourceCited();
        }
        source.delete();
        record("source_removed", SourceView.of(source), null);
    }

    private void record(String action, Object before, Object after) {
        claim.touch(now);
        HistoryEntry.record(claim, action, actor, now, before, after);
    }
}
