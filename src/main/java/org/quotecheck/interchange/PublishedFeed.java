package org.quotecheck.interchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.quotecheck.http.Cursor;
import org.quotecheck.http.Limit;
import org.quotecheck.http.PageView;
import org.quotecheck.verdict.RevisionKind;
import org.quotecheck.verdict.StoredContent;
import org.quotecheck.verdict.VerdictContent;

/** Claims by their last publication, newest first, a claim once: one statement a page. */
@ApplicationScoped
class PublishedFeed {

    static final Limit PAGE = new Limit(50);
    private static final String NAME = "feed";

    private final EntityManager database;

    PublishedFeed(EntityManager database) {
        this.database = database;
    }

    /** A claim and its current revision as the database has them; the content is read when somebody asks. */
    record PublishedRow(
            UUID id, int number, Instant first, Instant last, boolean retracted, String digest, String stored) {

        /** What tells this state of the row from another. */
        String state() {
            return id + "." + number + digest + retracted;
        }

        List<String> key() {
            return List.of(last.toString(), id.toString());
        }

        /** Empty where nothing of it is to be shown. */
        Stream<PublishedItem> item() {
            if (retracted) {
                return Stream.of(new PublishedItem(id, number, first, last, null));
            }
            var content = StoredContent.read(stored, RevisionKind.UPDATE, id, number); // any kind but a retraction
            return content == VerdictContent.REMOVED
                    ? Stream.empty()
                    : Stream.of(new PublishedItem(id, number, first, last, content));
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
    PageView<PublishedRow> page(String cursor) {
        var last = cursor == null ? null : Cursor.read(cursor, 2, NAME);
        var after = last == null ? "" : "and (r.published_at, r.claim_id) < (:lastAt, :lastId)";
        var sql = """
                select c.id, r.number, r.published_at, r.content, r.digest, c.retracted,
                  (select f.published_at from verdict_revision f where f.claim_id = c.id and f.number = 1) as first_at
                from verdict_revision r join claim c on c.id = r.claim_id and c.revision = r.number
                where c.duplicate_of is null and r.content <> '{}' %s
                order by r.published_at desc, r.claim_id desc limit :limit""";
        var select =
                database.createNativeQuery(sql.formatted(after), Tuple.class).setParameter("limit", PAGE.value() + 1);
        if (last != null) {
            select.setParameter("lastAt", time(last.get(0))).setParameter("lastId", Cursor.id(last.get(1)));
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = select.getResultList();
        return PageView.of(rows.stream().map(PublishedFeed::row).toList(), PAGE, PublishedRow::key, NAME);
    }

    private static PublishedRow row(Tuple row) {
        return new PublishedRow(
                row.get("id", UUID.class),
                row.get("number", Integer.class),
                row.get("first_at", Instant.class),
                row.get("published_at", Instant.class),
                row.get("retracted", Boolean.class),
                row.get("digest", String.class),
                row.get("content", String.class));
    }

    static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Cursor.malformed();
        }
    }
}
