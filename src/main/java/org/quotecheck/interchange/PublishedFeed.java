package org.quotecheck.interchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.quotecheck.deployment.OneStatement;
import org.quotecheck.http.Cursor;
import org.quotecheck.http.Limit;
import org.quotecheck.http.PageView;
import org.quotecheck.verdict.RevisionKind;
import org.quotecheck.verdict.StoredContent;
import org.quotecheck.verdict.VerdictContent;

/**
 * Claims by their last publication, newest first, each claim once. A page costs one statement that reads no verdict,
 * and another when the verdicts are needed.
 */
@ApplicationScoped
class PublishedFeed {

    static final Limit PAGE = new Limit(50);
    private static final String NAME = "feed";

    private static final String STATES = """
            select r.claim_id, r.number, r.published_at, r.digest, c.retracted
            from verdict_revision r join claim c on c.id = r.claim_id and c.revision = r.number
            where c.duplicate_of is null and r.content <> '{}' %s
            order by r.published_at desc, r.claim_id desc limit ?""";
    private static final String NEWEST = STATES.formatted("");
    private static final String AFTER = STATES.formatted("and (r.published_at, r.claim_id) < (?, ?)");
    private static final String VERDICTS = """
            select r.claim_id, r.number, r.content, f.published_at as first_at
            from unnest(cast(? as uuid[]), cast(? as int[])) as wanted (claim_id, number)
            join verdict_revision r on r.claim_id = wanted.claim_id and r.number = wanted.number
            join verdict_revision f on f.claim_id = r.claim_id and f.number = 1""";

    private final OneStatement database;

    PublishedFeed(OneStatement database) {
        this.database = database;
    }

    /** A claim and which revision it has now. */
    record PublishedState(UUID id, int number, Instant last, String digest, boolean retracted) {

        private static PublishedState of(ResultSet row) throws SQLException {
            return new PublishedState(
                    row.getObject("claim_id", UUID.class),
                    row.getInt("number"),
                    OneStatement.time(row, "published_at"),
                    row.getString("digest"),
                    row.getBoolean("retracted"));
        }

        /** What distinguishes this state of the claim from another. */
        String tag() {
            return id + "." + number + digest + retracted;
        }

        List<String> key() {
            return List.of(last.toString(), id.toString());
        }
    }

    /**
     * @param first when its first revision was published
     * @param content null after a retraction
     */
    record PublishedItem(UUID id, int number, Instant first, Instant last, VerdictContent content) {

        boolean retracted() {
            return content == null;
        }
    }

    /** @throws org.quotecheck.problem.Problem 400 for a cursor that no feed gave */
    PageView<PublishedState> page(String cursor) {
        var last = cursor == null ? null : Cursor.read(cursor, 2, NAME);
        var lastAt = last == null ? null : Cursor.time(last.get(0)).atOffset(ZoneOffset.UTC);
        var lastId = last == null ? null : Cursor.id(last.get(1));
        var states = database.list(
                last == null ? NEWEST : AFTER,
                statement -> {
                    int place = 0;
                    if (last != null) {
                        statement.setObject(++place, lastAt);
                        statement.setObject(++place, lastId);
                    }
                    statement.setInt(++place, PAGE.value() + 1);
                },
                PublishedState::of);
        return PageView.of(states, PAGE, PublishedState::key, NAME);
    }

    /** In the same order, without those that must not be shown. */
    List<PublishedItem> items(List<PublishedState> states) {
        var verdicts = database.read(
                VERDICTS,
                statement -> {
                    var connection = statement.getConnection();
                    var ids = states.stream().map(PublishedState::id).toArray();
                    var numbers = states.stream().map(PublishedState::number).toArray();
                    statement.setArray(1, connection.createArrayOf("uuid", ids));
                    statement.setArray(2, connection.createArrayOf("int", numbers));
                },
                PublishedFeed::stored);
        return states.stream()
                .map(state -> item(state, verdicts.get(state.id())))
                .flatMap(Optional::stream)
                .toList();
    }

    private record StoredVerdict(Instant first, String content) {}

    private static Map<UUID, StoredVerdict> stored(ResultSet rows) throws SQLException {
        var found = new HashMap<UUID, StoredVerdict>();
        while (rows.next()) {
            var verdict = new StoredVerdict(OneStatement.time(rows, "first_at"), rows.getString("content"));
            found.put(rows.getObject("claim_id", UUID.class), verdict);
        }
        return found;
    }

    private static Optional<PublishedItem> item(PublishedState state, StoredVerdict verdict) {
        if (verdict == null) {
            return Optional.empty();
        }
        var content = state.retracted()
                ? null
                : StoredContent.read(verdict.content, RevisionKind.UPDATE, state.id(), state.number());
        return content == VerdictContent.REMOVED
                ? Optional.empty()
                : Optional.of(new PublishedItem(state.id(), state.number(), verdict.first, state.last(), content));
    }
}
