package org.quotecheck.digest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.util.Collection;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.hibernate.type.format.jackson.JacksonJsonFormatMapper;

/**
 * JSON columns, whatever the API's own form becomes. What cannot be read is null in its entity, and logged
 * ({@link UnreadableParts}): a row that is wrong must not take its whole list away.
 */
@JsonFormat
@PersistenceUnitExtension
public class StoredJson implements FormatMapper {

    private static final ObjectMapper FORM =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** Stands for it until the entity is made. */
    static final Object UNREADABLE = new Object();

    private final FormatMapper mapper = new JacksonJsonFormatMapper(FORM);

    /** What is written to such columns without the ORM. */
    public static String of(Object value) {
        return Json.text(FORM, value);
    }

    @Override
    public <T> T fromString(CharSequence json, JavaType<T> type, WrapperOptions options) {
        try {
            var read = mapper.fromString(json, type, options);
            return read instanceof Collection<?> items && items.stream().anyMatch(item -> item == null)
                    ? unreadable()
                    : read;
        } catch (RuntimeException e) {
            return unreadable();
        }
    }

    /** Of any type until {@link UnreadableParts} takes it out: between the two nobody looks. */
    @SuppressWarnings("unchecked")
    private static <T> T unreadable() {
        return (T) UNREADABLE;
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
        return mapper.toString(value, type, options);
    }
}
