package org.quotecheck.interchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quotecheck.deployment.OneStatement;
import org.quotecheck.http.Cursor;
import org.quotecheck.http.PageView;
import org.quotecheck.verdict.RevisionReads;
import org.quotecheck.verdict.VerdictRevision;

/**
 * Corrections, newest first, without those of duplicates. A page costs one statement that reads no verdict, and another
 * when somebody wants the verdicts.
 */
@ApplicationScoped
class CorrectionsFeed {

    private static final String NAME = "corrections";

    private static final String STATES = """
            select claim_id, number, published_at, digest, content = '{}' as removed
            from verdict_revision
            where kind = 'correction'
              and not exists (select from claim c where c.id = claim_id and c.duplicate_of is not null) %s
            order by published_at desc, claim_id desc, number desc limit ?""";
    private static final String NEWEST = STATES.formatted("");
    private static final String AFTER = STATES.formatted("and (published_at, claim_id, number) < (?, ?, ?)");

    private final OneStatement database;
    private final RevisionReads revisions;

    CorrectionsFeed(OneStatement database, RevisionReads revisions) {
        this.database = database;
        this.revisions = revisions;
    }

    /** @param tag what tells it from others, and from itself before its content was removed */
    record CorrectionState(UUID claim, int number, Instant at, String tag) {

        private static CorrectionState of(ResultSet row) throws SQLException {
            return new CorrectionState(
                    row.getObject("claim_id", UUID.class),
                    row.getInt("number"),
                    OneStatement.time(row, "published_at"),
                    row.getString("digest") + (row.getBoolean("removed") ? ".removed" : ""));
        }

        private List<String> position() {
            return List.of(at.toString(), claim.toString(), String.valueOf(number));
        }

        private VerdictRevision.Key key() {
            return new VerdictRevision.Key(claim, number);
        }
    }

    /** @throws org.quotecheck.problem.Problem 400 for a cursor that this feed did not give */
    PageView<CorrectionState> page(String cursor) {
        var last = cursor == null ? null : Cursor.read(cursor, 3, NAME);
        var at = last == null ? null : Cursor.time(last.get(0)).atOffset(ZoneOffset.UTC);
        var claim = last == null ? null : Cursor.id(last.get(1));
        int number = last == null ? 0 : Cursor.integer(last.get(2));
        var states = database.list(
                last == null ? NEWEST : AFTER,
                statement -> {
                    int place = 0;
                    if (last != null) {
                        statement.setObject(++place, at);
                        statement.setObject(++place, claim);
                        statement.setInt(++place, number);
                    }
                    statement.setInt(++place, PublishedFeed.PAGE.value() + 1);
                },
                CorrectionState::of);
        return PageView.of(states, PublishedFeed.PAGE, CorrectionState::position, NAME);
    }

    /** In the same order, without those of which nothing is to be shown. */
    List<VerdictRevision> revisions(List<CorrectionState> states) {
        var keys = states.stream().map(CorrectionState::key).toList();
        var found = revisions.of(keys).stream()
                .collect(Collectors.toMap(
                        row -> new VerdictRevision.Key(row.claimId(), row.number()), Function.identity()));
        return keys.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .filter(revision -> !revision.isRemoved())
                .toList();
    }
}
