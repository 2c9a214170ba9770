package org.quotecheck.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Migration 3.1: folds the words and names of all claims and appearances again, which SQL cannot under every lc_ctype.
 * It tells Flyway of itself, because Quarkus finds classes by Flyway's naming rule alone.
 */
@Singleton
public class IndexWords implements JavaMigration, FlywayConfigurationCustomizer {

    private static final int BATCH = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Sets an update's values from a row. */
    private interface Step {
        void take(ResultSet row, PreparedStatement update) throws Exception;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.javaMigrations(this);
    }

    @Override
    public void migrate(Context context) throws Exception {
        var connection = context.getConnection();
        forEach(connection, """
                select c.id, c.text, c.claimant_name, r.content from claim c
                left join verdict_revision r on r.claim_id = c.id and r.number = c.revision""", """
                update claim set search_text = ?, claimant_key = ?, published_text = ?, published_claimant_key = ?, published_language = ?,
                  rating = ? where id = ?""", IndexWords::claim);
        forEach(
                connection,
                "select id, publisher_name, publisher_site from appearance where coalesce(publisher_name, publisher_site) is not null",
                "update appearance set publisher_keys = ? where id = ?",
                IndexWords::appearance);
    }

    private static void claim(ResultSet row, PreparedStatement update) throws Exception {
        var claimant = row.getString("claimant_name");
        var content = row.getString("content") == null ? null : JSON.readTree(row.getString("content"));
        var published = content == null ? null : content.path("claim");
        var name = published == null ? null : text(published.path("claimant").path("name"));
        update.setString(1, SearchText.of(row.getString("text"), claimant));
        update.setString(2, SearchText.key(claimant));
        update.setString(3, published == null ? null : SearchText.of(text(published.path("text")), name));
        update.setString(4, SearchText.key(name));
        update.setString(5, published == null ? null : text(published.path("language")));
        update.setString(6, content == null ? null : text(content.path("rating")));
        update.setObject(7, row.getObject("id"));
    }

    private static void appearance(ResultSet row, PreparedStatement update) throws Exception {
        var keys = Stream.of(row.getString("publisher_name"), row.getString("publisher_site"))
                .filter(Objects::nonNull)
                .map(Appearance::publisherKey)
                .toArray(String[]::new);
        update.setArray(1, update.getConnection().createArrayOf("text", keys));
        update.setObject(2, row.getObject("id"));
    }

    private static void forEach(Connection connection, String select, String update, Step step) throws Exception {
        try (var reading = connection.createStatement();
                var writing = connection.prepareStatement(update)) {
            reading.setFetchSize(BATCH);
            try (var rows = reading.executeQuery(select)) {
                int waiting = 0;
                while (rows.next()) {
                    step.take(rows, writing);
                    writing.addBatch();
                    if (++waiting % BATCH == 0) {
                        writing.executeBatch();
                    }
                }
                writing.executeBatch();
            }
        }
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("3.1");
    }

    @Override
    public String getDescription() {
        return "index words";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
