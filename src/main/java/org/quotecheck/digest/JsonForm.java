package org.quotecheck.digest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.regex.Pattern;

/** JSON as openapi.yaml has it: absent instead of null, times in words, no guessing of types, no unknown members. */
@Singleton
public class JsonForm implements ObjectMapperCustomizer {

    private static final ObjectMapper MAPPER = new ObjectMapper().registerModules(new JavaTimeModule());

    static {
        new JsonForm().customize(MAPPER);
    }

    /** The one mapper that writes and reads as the service does, for where there is no framework to make one. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    @Override
    @SuppressWarnings("deprecation") // the builder that replaces configure(MapperFeature) is not ours to call
    public void customize(ObjectMapper json) {
        json.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
        json.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        json.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        for (var type :
                new LogicalType[] {LogicalType.Textual, LogicalType.DateTime, LogicalType.OtherScalar, LogicalType.Enum
                }) {
            for (var shape : new CoercionInputShape[] {
                CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
            }) {
                json.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
            }
            json.coercionConfigFor(type)
                    .setCoercion(
                            CoercionInputShape.EmptyString,
                            type == LogicalType.Textual ? CoercionAction.TryConvert : CoercionAction.Fail);
        }
        // a blank one would be null, and its member as if it were absent
        for (var type : new LogicalType[] {LogicalType.Integer, LogicalType.Float, LogicalType.Boolean}) {
            json.coercionConfigFor(type)
                    .setAcceptBlankAsEmpty(false)
                    .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        }
        json.registerModule(new SimpleModule("strings for times and dates")
                .addDeserializer(Instant.class, new Written<>(Instant.class, Rfc3339::time))
                .addDeserializer(LocalDate.class, new Written<>(LocalDate.class, LocalDate::parse)));
    }

    /** After Quarkus's own, whose modules would otherwise read times their way. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    /**
     * Times as RFC 3339 has them and dates as its full-date: strings, with years of four digits. Jackson's own readers
     * take numbers and arrays too, and years that no database holds.
     */
    private static final class Written<T> extends StdScalarDeserializer<T> {

        private static final Pattern YEAR_OF_FOUR_DIGITS = Pattern.compile("[0-9]{4}-");

        private final transient Function<String, T> parse;

        Written(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            var text = parser.getText();
            try {
                if (YEAR_OF_FOUR_DIGITS.matcher(text).lookingAt()) {
                    return parse.apply(text);
                }
            } catch (DateTimeException e) {
                // told below
            }
            return (T) context.handleWeirdStringValue(handledType(), text, "not in this form");
        }
    }
}
