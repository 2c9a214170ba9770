package org.quotecheck.digest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.usertype.UserType;

/**
 * Columns that hold a list, which is replaced and never changed. PostgreSQL lets any such column have holes, and lists
 * in lists: what has them is read as a list without anything in it, which is known again, so that nothing is written
 * back ({@link UnreadableParts}).
 */
public abstract class StoredList<T> implements UserType<T[]> {

    private static final String[] NO_TEXTS = {};
    private static final UUID[] NO_IDS = {};

    private final Class<T[]> type;
    private final T[] unreadable;
    private final String element;

    private StoredList(Class<T[]> type, T[] unreadable, String element) {
        this.type = type;
        this.unreadable = unreadable;
        this.element = element;
    }

    /** {@code text[]} */
    @RegisterForReflection
    public static final class OfTexts extends StoredList<String> {
        public OfTexts() {
            super(String[].class, NO_TEXTS, "text");
        }
    }

    /** {@code uuid[]} */
    @RegisterForReflection
    public static final class OfIds extends StoredList<UUID> {
        public OfIds() {
            super(UUID[].class, NO_IDS, "uuid");
        }
    }

    /** Whether it stands for one that could not be read. */
    public static boolean isUnreadable(Object list) {
        return list == NO_TEXTS || list == NO_IDS;
    }

    /** A column {@code text[]} where there is no ORM. */
    public static String[] texts(ResultSet row, String column) throws SQLException {
        return new OfTexts().read(row.getArray(column));
    }

    /** With this one, once. */
    public static String[] with(String[] list, String item) {
        return List.of(list).contains(item)
                ? list
                : Stream.concat(Arrays.stream(list), Stream.of(item)).toArray(String[]::new);
    }

    final T[] read(Array stored) throws SQLException {
        if (stored == null) {
            return null;
        }
        var list = stored.getArray();
        return type.isInstance(list) && Arrays.stream(type.cast(list)).noneMatch(item -> item == null)
                ? type.cast(list)
                : unreadable;
    }

    @Override
    public T[] nullSafeGet(ResultSet row, int position, WrapperOptions options) throws SQLException {
        return read(row.getArray(position));
    }

    @Override
    public void nullSafeSet(PreparedStatement statement, T[] list, int position, WrapperOptions options)
            throws SQLException {
        if (list == null) {
            statement.setNull(position, Types.ARRAY);
        } else {
            statement.setArray(position, statement.getConnection().createArrayOf(element, list));
        }
    }

    @Override
    public boolean equals(T[] one, T[] other) {
        return isUnreadable(one) || isUnreadable(other) ? one == other : Arrays.equals(one, other);
    }

    @Override
    public int hashCode(T[] list) {
        return Arrays.hashCode(list);
    }

    @Override
    public int getSqlType() {
        return SqlTypes.OTHER; // not as one of the ORM's own lists
    }

    @Override
    public Class<T[]> returnedClass() {
        return type;
    }

    @Override
    public T[] deepCopy(T[] list) {
        return list;
    }

    @Override
    public boolean isMutable() {
        return false;
    }
}
