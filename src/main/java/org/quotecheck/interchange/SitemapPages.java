package org.quotecheck.interchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.quotecheck.deployment.OneStatement;

/** Claims whose pages are public, newest first, by files: one statement each. */
@ApplicationScoped
class SitemapPages {

    private static final String LISTED = """
            from claim c join verdict_revision r on r.claim_id = c.id and r.number = c.revision
            where c.revision > 0 and c.duplicate_of is null and not c.retracted and r.content <> '{}'\s""";
    private static final String NEWEST =
            "select c.id, r.published_at as changed " + LISTED + "order by c.id desc limit ?";
    private static final String FROM =
            "select c.id, r.published_at as changed " + LISTED + "and c.id <= ? order by c.id desc limit ?";
    private static final String FILES = """
            select (array_agg(id order by id desc))[1] as id, max(published_at) as changed
            from (select c.id, r.published_at, (row_number() over (order by c.id desc) - 1) / ? as file %s) listed
            group by file order by file""".formatted(LISTED);

    private final OneStatement database;

    SitemapPages(OneStatement database) {
        this.database = database;
    }

    /**
     * A page, or a file by the claim with which it begins
     *
     * @param changed when it last changed; of a file, when any page in it did
     */
    record ListedPage(UUID id, Instant changed) {

        private static ListedPage of(ResultSet row) throws SQLException {
            return new ListedPage(row.getObject("id", UUID.class), OneStatement.time(row, "changed"));
        }
    }

    /**
     * The pages of one file, and one more where there is another file.
     *
     * @param first the claim with which the file begins; null for the newest
     */
    List<ListedPage> pages(UUID first, int most) {
        return database.list(
                first == null ? NEWEST : FROM,
                statement -> {
                    int place = 0;
                    if (first != null) {
                        statement.setObject(++place, first);
                    }
                    statement.setInt(++place, most + 1);
                },
                ListedPage::of);
    }

    List<ListedPage> files(int most) {
        return database.list(FILES, statement -> statement.setInt(1, most), ListedPage::of);
    }
}
