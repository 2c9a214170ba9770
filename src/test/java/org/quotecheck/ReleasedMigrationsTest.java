package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotecheck.digest.Sha256;

/** Migrations that a release has run somewhere never change again; what is new comes after them. */
class ReleasedMigrationsTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** File name to SHA-256, written here with each release from 0.1.0 on. */
    private static final Map<String, String> RELEASED = Map.of();

    @Test
    void releasedMigrationsAreAsTheyWere() throws IOException {
        assertThat(changed(MIGRATIONS, RELEASED)).isEmpty();
    }

    @Test
    void migrationsAreNumberedWithoutGaps() throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            var names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            for (int i = 0; i < names.size(); i++) {
                assertThat(names.get(i)).matches("V%03d__[a-z_]+\\.sql".formatted(i + 1));
            }
        }
    }

    @Test
    void changedOrMissingMigrationIsNamed(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("V001__a.sql"), "create table a ();");
        Files.writeString(directory.resolve("V002__b.sql"), "create table b (id int);");
        var released = new TreeMap<String, String>();
        released.put("V001__a.sql", Sha256.hex("create table a ();"));
        assertThat(changed(directory, released)).isEmpty();
        released.put("V002__b.sql", Sha256.hex("create table b ();"));
        released.put("V003__c.sql", Sha256.hex(""));
        assertThat(changed(directory, released)).containsOnlyKeys("V002__b.sql", "V003__c.sql");
    }

    /** Released migrations that are not what they were, with what they are now. */
    private static Map<String, String> changed(Path directory, Map<String, String> released) throws IOException {
        var changed = new TreeMap<String, String>();
        for (var migration : released.entrySet()) {
            var file = directory.resolve(migration.getKey());
            var now = Files.exists(file) ? Sha256.hex(Files.readString(file, StandardCharsets.UTF_8)) : "missing";
            if (!now.equals(migration.getValue())) {
                changed.put(migration.getKey(), now);
            }
        }
        return changed;
    }
}
