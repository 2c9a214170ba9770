package org.quotecheck.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.UUID;
import java.util.regex.Pattern;
import org.quotecheck.problem.Problem;

/** Ids in paths and queries: the canonical form of RFC 9562, section 4; anything else is 400. */
@Provider
public class IdConverters implements ParamConverterProvider {

    private static final Pattern CANONICAL = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** @throws Problem 400 */
    public static UUID id(String text) {
        if (!CANONICAL.matcher(text).matches()) {
            throw Problem.malformed("An id must be a UUID.");
        }
        return UUID.fromString(text);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        return rawType == UUID.class ? (ParamConverter<T>) new IdConverter() : null;
    }

    private static final class IdConverter implements ParamConverter<UUID> {
        @Override
        public UUID fromString(String text) {
            return text == null ? null : id(text);
        }

        @Override
        public String toString(UUID id) {
            return id.toString();
        }
    }
}
