package org.quotecheck.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The database's users on a real PostgreSQL, made by a master user with the privileges that RDS gives one. */
class RolesTest {

    private static final Path MIGRATIONS = Path.of("../src/main/resources/db/migration");
    private static final String MASTER = "quotecheck_master";

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void makeRoles() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(4))
                .start();
        as("postgres", "postgres", """
                create role rds_superuser; create role rds_iam;
                grant rds_iam to rds_superuser with admin option;
                create role quotecheck_master login createrole createdb in role rds_superuser;
                create database quotecheck owner quotecheck_master;""".split(";\\s*"));
        as(MASTER, DatabaseStack.NAME, sql());
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void theOwnerMigratesAndTheFunctionsUserReadsAndWritesRows() throws IOException, SQLException {
        as(DatabaseStack.OWNER, DatabaseStack.NAME, Files.readString(MIGRATIONS.resolve("V001__schema.sql")));
        as(
                DatabaseStack.USER,
                DatabaseStack.NAME,
                "select count(*) from claim",
                "update claim set text = text",
                "delete from claim");
        assertThatThrownBy(() -> as(DatabaseStack.USER, DatabaseStack.NAME, "drop table claim"))
                .hasMessageContaining("must be owner");
        assertThatThrownBy(() -> as(DatabaseStack.USER, DatabaseStack.NAME, "truncate claim cascade"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> as(DatabaseStack.USER, DatabaseStack.NAME, "create table mine (id int)"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void theOwnerMayHaveTheExtensionsThatSearchNeeds() throws SQLException {
        as(
                DatabaseStack.OWNER,
                DatabaseStack.NAME,
                "create extension if not exists pg_trgm",
                "create extension if not exists unaccent");
    }

    @Test
    void bothAreKnownByIamAndTheMasterUserIsNot() throws SQLException {
        assertThat(isMember(DatabaseStack.USER, "rds_iam")).isTrue();
        assertThat(isMember(DatabaseStack.OWNER, "rds_iam")).isTrue();
        // a member of a member of rds_iam could not sign in with a password any more
        assertThat(isMember(MASTER, DatabaseStack.USER)).isFalse();
        assertThat(isMember(MASTER, DatabaseStack.OWNER)).isFalse();
    }

    @Test
    void makingThemAgainChangesNothing() throws IOException, SQLException {
        as(MASTER, DatabaseStack.NAME, sql());
        assertThat(isMember(MASTER, DatabaseStack.OWNER)).isFalse();
    }

    private static String sql() throws IOException {
        try (var in = DatabaseStack.class.getResourceAsStream("roles.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean isMember(String member, String role) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.getJdbcUrl("postgres", DatabaseStack.NAME));
                var statement = connection.prepareStatement("select pg_has_role(?, ?, 'MEMBER')")) {
            statement.setString(1, member);
            statement.setString(2, role);
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }

    private static void as(String user, String database, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.getJdbcUrl(user, database));
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
