package org.quotecheck.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import java.io.IOException;
import org.erdtman.jcs.JsonCanonicalizer;

/** What an entity keeps as JSON, in the same form as the API's. */
public final class Json {

    private Json() {}

    public static String write(Object value) {
        try {
            return value == null ? null : mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 8785: members sorted, no white space, so that the same content has the same bytes. */
    public static String canonical(Object value) {
        try {
            return new JsonCanonicalizer(write(value)).getEncodedString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a later release wrote may have members that this one does not know. */
    public static <T> T read(String json, Class<T> type) {
        try {
            return mapper().readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectMapper mapper() {
        return Arc.container().instance(ObjectMapper.class).get();
    }
}
