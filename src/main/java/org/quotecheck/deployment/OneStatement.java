package org.quotecheck.deployment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Reads in one statement and without a transaction, with plain JDBC: for what is read so often that the ORM would cost
 * more than the database, and where it need not have started (ADR 5).
 */
@ApplicationScoped
public class OneStatement {

    /** Sets the statement's parameters. */
    public interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    /** Makes the answer from the rows, starting before the first. */
    public interface RowReader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    /** Makes one item from the row it stands on. */
    public interface ItemReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** SQLSTATE of a connection that is no longer there: closed, failed, ended by an administrator. */
    private static final Set<String> CUT_OFF = Set.of("08003", "08006", "57P01");

    /** Between these, a time can be written with a year of four digits. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final DataSource dataSource;

    public OneStatement(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * A connection that turns out dead is replaced once.
     *
     * @throws IllegalStateException of the failure that the database, or the way to it, had
     */
    public <T> T read(String sql, Parameters parameters, RowReader<T> rows) {
        try {
            return query(sql, parameters, rows);
        } catch (SQLException e) {
            if (e.getSQLState() == null || !CUT_OFF.contains(e.getSQLState())) {
                throw new IllegalStateException(e);
            }
        }
        try {
            return query(sql, parameters, rows);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same, with an item for each row, in their order. */
    public <T> List<T> list(String sql, Parameters parameters, ItemReader<T> item) {
        return read(sql, parameters, rows -> {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(item.read(rows));
            }
            return found;
        });
    }

    /**
     * The same for a statement with parameters as {@code :name}
     *
     * @param values of all its names; a collection is one of ids, an array of {@code uuid} to the database
     */
    public <T> List<T> list(String sql, Map<String, ?> values, ItemReader<T> item) {
        var named = NamedParameters.of(sql);
        return list(named.sql(), statement -> named.set(statement, values), item);
    }

    /** A {@code timestamptz}; null where there is none, and the nearest with a year of four digits for one without. */
    public static Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        if (time == null) {
            return null;
        }
        if (time.getYear() < 1) {
            return EARLIEST;
        }
        return time.getYear() > 9999 ? LATEST : time.toInstant();
    }

    /** A {@code uuid}. */
    public static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private <T> T query(String sql, Parameters parameters, RowReader<T> reader) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            try (var rows = statement.executeQuery()) {
                return reader.read(rows);
            }
        }
    }
}
