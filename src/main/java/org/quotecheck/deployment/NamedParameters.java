package org.quotecheck.deployment;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * SQL with parameters as {@code :name}, in the form that JDBC takes.
 *
 * @param sql with {@code ?} in their places
 * @param names in the order of the places
 */
record NamedParameters(String sql, List<String> names) {

    /** Quoted text is passed over, and so is a cast with two colons. */
    private static final Pattern QUOTED_OR_NAME = Pattern.compile("'[^']*'|::|:(\\p{Alpha}\\w*)");

    static NamedParameters of(String named) {
        var sql = new StringBuilder();
        var names = new ArrayList<String>();
        var found = QUOTED_OR_NAME.matcher(named);
        int copied = 0;
        while (found.find()) {
            if (found.group(1) != null) {
                names.add(found.group(1));
                sql.append(named, copied, found.start()).append('?');
                copied = found.end();
            }
        }
        return new NamedParameters(sql.append(named, copied, named.length()).toString(), names);
    }

    /** @throws IllegalArgumentException for a name that has no value */
    void set(PreparedStatement statement, Map<String, ?> values) throws SQLException {
        for (int i = 0; i < names.size(); i++) {
            if (!values.containsKey(names.get(i))) {
                throw new IllegalArgumentException("no value for :" + names.get(i));
            }
            set(statement, i + 1, values.get(names.get(i)));
        }
    }

    private static void set(PreparedStatement statement, int place, Object value) throws SQLException {
        switch (value) {
            case Instant time -> statement.setObject(place, time.atOffset(ZoneOffset.UTC));
            // PostgreSQL knows no offset of 16 hours or more
            case OffsetDateTime time -> statement.setObject(place, time.withOffsetSameInstant(ZoneOffset.UTC));
            case String[] texts ->
                statement.setArray(place, statement.getConnection().createArrayOf("text", texts));
            case int[] numbers ->
                statement.setArray(
                        place,
                        statement
                                .getConnection()
                                .createArrayOf(
                                        "int", Arrays.stream(numbers).boxed().toArray()));
            case Collection<?> ids ->
                statement.setArray(place, statement.getConnection().createArrayOf("uuid", ids.toArray(UUID[]::new)));
            case null, default -> statement.setObject(place, value);
        }
    }
}
