package org.quotecheck.interchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
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

    /**
     * @param first when its first revision was published
     * @param content null after a retraction
     */
    record PublishedItem(UUID id, int number, Instant first, Instant last, VerdictContent content) {

        boolean retracted() {
            return content == null;
        }

        List<String> key() {
            return List.of(last.toString(), id.toString());
        }
    }

    /** @throws org.quotecheck.problem.Problem 400 for a cursor that no feed gave */
    PageView<PublishedItem> page(String cursor) {
        var last = cursor == null ? null : Cursor.read(cursor, 2, NAME);
        var select = database.createNativeQuery(
                        """
                select c.id, r.number, r.published_at, r.content, c.retracted,
                  (select f.published_at from verdict_revision f where f.claim_id = c.id and f.number = 1) as first_at
                from verdict_revision r join claim c on c.id = r.claim_id and c.revision = r.number
                where c.duplicate_of is null and r.content <> '{}' %s
                order by r.published_at desc, r.claim_id desc limit :limit""".formatted(last == null ? "" : "and (r.published_at, r.claim_id) < (:lastAt, :lastId)"),
                        Tuple.class)
                .setParameter("limit", PAGE.value() + 1);
        if (last != null) {
            select.setParameter("lastAt", time(last.get(0))).setParameter("lastId", Cursor.id(last.get(1)));
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = select.getResultList();
        var page = PageView.of(rows.stream().map(PublishedFeed::item).toList(), PAGE, PublishedItem::key, NAME);
        return page.with(page.items().stream()
                .filter(item -> item.content != VerdictContent.REMOVED)
                .toList());
    }

    private static PublishedItem item(Tuple row) {
        return new PublishedItem(
                row.get("id", UUID.class),
                row.get("number", Integer.class),
                row.get("first_at", Instant.class),
                row.get("published_at", Instant.class),
                row.get("retracted", Boolean.class)
                        ? null
                        : StoredContent.read(
                                row.get("content", String.class),
                                RevisionKind.UPDATE, // any but a retraction
                                row.get("id", UUID.class),
                                row.get("number", Integer.class)));
    }

    static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Cursor.malformed();
        }
    }
}
