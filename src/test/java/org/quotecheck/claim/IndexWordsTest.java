package org.quotecheck.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** What stood in a database before search had languages, in one that knows the case of ASCII alone (lc_ctype C). */
class IndexWordsTest {

    @Test
    void claimsOfBeforeAreFoundAsNewOnesAre() throws IOException, SQLException {
        try (var postgres = EmbeddedPostgres.builder().start();
                var connection = postgres.getPostgresDatabase().getConnection();
                var database = connection.createStatement()) {
            database.execute("create database old template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'");
            var old = Flyway.configure()
                    .dataSource(postgres.getDatabase("postgres", "old"))
                    .locations("classpath:db/migration")
                    .javaMigrations(new IndexWords());
            old.target("1").load().migrate();
            try (var oldConnection = postgres.getDatabase("postgres", "old").getConnection();
                    var sql = oldConnection.createStatement()) {
                insert(sql);
                migrate(old);
                assertThat(one(sql, "select search @@ websearch_to_tsquery('russian', 'новая школа') from claim"))
                        .isEqualTo("t");
                assertThat(
                                one(
                                        sql,
                                        "select published_search @@ websearch_to_tsquery('french', 'regions oubliee') from claim"))
                        .isEqualTo("t");
                assertThat(
                                one(
                                        sql,
                                        "select concat_ws('|', claimant_key, published_claimant_key, published_language_code, rating) from claim"))
                        .isEqualTo("анна ли|zoé|fr|mixed");
                assertThat(one(sql, "select publisher_keys::text from appearance"))
                        .isEqualTo("{\"газета день\",denexample}");
            }
        }
    }

    private static void migrate(FluentConfiguration configuration) {
        assertThat(configuration.target("latest").load().migrate().migrationsExecuted)
                .isGreaterThan(1);
    }

    private static void insert(Statement sql) throws SQLException {
        sql.execute("""
                insert into claim (id, text, language, claimant_name, identity, status, submitted_by, revision, search_text, created_at, updated_at, version)
                values ('0199bd5c-0000-7000-8000-000000000000', 'НОВЫЙ школьный дом и Новые школы', 'ru', 'Анна ЛИ', 'x', 'in_review', 'sam', 1,
                  'новыи школьныи дом и новые школы', now(), now(), 1)""");
        sql.execute("""
                insert into verdict_revision values ('0199bd5c-0000-7000-8000-000000000000', 1, 'initial',
                  '{"claim":{"claimant":{"name":"Zoé","type":"Person"},"language":"fr","text":"Les régions OUBLIÉES"},"rating":"mixed"}',
                  'x', 'x', null, 'rita', 'ed', now())""");
        sql.execute("""
                insert into appearance (id, claim_id, url, url_hash, publisher_name, publisher_site, first, created_at)
                values ('0199bd5c-0000-7000-8000-000000000001', '0199bd5c-0000-7000-8000-000000000000', 'x', 'x', 'ГАЗЕТА «День»', 'www.Den.example', true, now())""");
    }

    private static String one(Statement sql, String select) throws SQLException {
        try (var row = sql.executeQuery(select)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
