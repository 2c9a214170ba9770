package org.quotecheck.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.Optional;

/** JSON that this service writes and reads itself, where failing is a bug in the program. */
public final class Json {

    private static final ObjectMapper KEPT = JsonForm.mapper();

    private Json() {}

    public static String text(ObjectMapper json, Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] bytes(ObjectMapper json, Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static <T> T read(ObjectReader reader, String text) {
        try {
            return reader.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What rows say, where an operator or another release may have been; empty where it cannot be read. */
    public static <T> Optional<T> readable(ObjectReader reader, String text) {
        try {
            return Optional.of(reader.readValue(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** What an entity keeps, in the same form as the API's; null for null. */
    public static String keep(Object value) {
        return value == null ? null : text(KEPT, value);
    }

    /** What an entity kept; what a later release wrote may have members that this one does not know. */
    public static <T> T kept(String text, Class<T> type) {
        return read(reader(type), text);
    }

    /** The same where it was taken apart already. */
    public static <T> T kept(JsonNode tree, Class<T> type) {
        try {
            return reader(type).readValue(tree);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectReader reader(Class<?> type) {
        return KEPT.readerFor(type).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
