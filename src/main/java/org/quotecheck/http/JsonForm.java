package org.quotecheck.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** JSON as api.md has it: absent instead of null, times in words, no guessing of types, no unknown members. */
@Singleton
class JsonForm implements ObjectMapperCustomizer {

    @Override
    @SuppressWarnings("deprecation") // the builder that replaces configure(MapperFeature) is not ours to call
    public void customize(ObjectMapper json) {
        json.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
        json.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        for (var type : new LogicalType[] {LogicalType.Textual, LogicalType.DateTime, LogicalType.OtherScalar, LogicalType.Enum}) {
            for (var shape : new CoercionInputShape[] {CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean}) {
                json.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
            }
            json.coercionConfigFor(type).setCoercion(CoercionInputShape.EmptyString,
                    type == LogicalType.Textual ? CoercionAction.TryConvert : CoercionAction.Fail);
        }
    }
}
