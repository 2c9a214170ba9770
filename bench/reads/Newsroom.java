package org.quotecheck.reads;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.quotecheck.stage.Load;

/**
 * 10,000 claims of search's kind, six of ten with a verdict, an embed for each of those, and 100,000 pages that print
 * one each.
 */
final class Newsroom {

    private static final int CLAIMS = 10_000;
    private static final int PAGES = 250_000;

    /** One claim of sixteen is on those pages, and none of the others. */
    private static final String PRINTED = "left(digest, 1) = '7'";

    private final Connection database;

    Newsroom(Connection database) {
        this.database = database;
    }

    void fill() throws Exception {
        new Load().into(database, CLAIMS);
        execute("""
                insert into embed select claim_id, left(digest, 16), jsonb_build_object('id', claim_id, 'text', cast(content as jsonb) #>> '{claim,text}',
                  'claimant', cast(content as jsonb) #>> '{claim,claimant,name}', 'rating', cast(content as jsonb) -> 'rating', 'language', 'en',
                  'summary', 'Of the places that were promised, a third was open by the end of the year, as the register of the ministry shows.',
                  'summaryLanguage', 'en', 'publishedAt', '2026-01-06T10:00:00Z', 'updatedAt', '2026-01-06T10:00:00Z', 'revision', 1, 'sources', 3)
                from verdict_revision""");
        execute("""
                insert into appearance (id, claim_id, own_claim_id, url, url_hash, publisher_name, publisher_site, state, added_by, created_at)
                select gen_random_uuid(), claim_id, claim_id, 'https://herald.example/' || page, encode(sha256(convert_to('https://herald.example/' || page, 'UTF8')), 'hex'),
                  'Herald', 'herald.example', 'confirmed', 'sam', now()
                from (select claim_id, row_number() over (order by claim_id) - 1 as place, count(*) over () as many from verdict_revision
                  where %s) claim,
                  generate_series(1, %d) page where page %% many = place""".formatted(PRINTED, PAGES));
        execute("vacuum analyze");
        execute("checkpoint");
    }

    /** Ids of claims with a verdict and one place, in an order that tells nothing. */
    static List<String> claims(Connection database, int most) throws SQLException {
        return column(
                database,
                "select claim_id from verdict_revision where not " + PRINTED + " order by digest limit " + most);
    }

    /** Hashes of pages that print a claim, in an order that tells nothing. */
    static List<String> pages(Connection database) throws SQLException {
        return column(
                database, "select url_hash from appearance where publisher_site = 'herald.example' order by url_hash");
    }

    private static List<String> column(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
