package org.quotecheck.digest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * JSON that digests are taken over (RFC 8785): members sorted, no white space, absent instead of null, times in words.
 * Its mapper is its own, so that no change of the API's form changes what was published.
 */
public final class Canonical {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private Canonical() {}

    /** The same content has the same bytes. */
    public static String json(Object value) {
        try {
            return new JsonCanonicalizer(Json.text(JSON, value)).getEncodedString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
