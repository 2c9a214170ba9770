package org.quotecheck.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;

/** Reads request bodies: JSON (RFC 8259) in UTF-8, one value, no member twice, at most 4 MiB. */
@ApplicationScoped
public class Bodies {

    /** Bytes; the server's own limit is above it, so that this one answers. */
    static final int MAX_BYTES = 4 * 1024 * 1024;

    @Context
    HttpHeaders headers;

    @Context
    Request request;

    private final ObjectMapper mapper;
    private final ObjectReader reader;
    private final Validator validator;

    Bodies(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.reader = mapper.reader()
                .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.validator = validator;
    }

    /** @throws Problem 415, 413 or 400 */
    public Body read(byte[] content) {
        requireJson(mediaType(), request.getMethod().equals("PATCH"));
        requireNoCoding(headers.getHeaderString(HttpHeaders.CONTENT_ENCODING));
        if (content.length > MAX_BYTES) {
            throw tooLarge();
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.malformed("The body is not UTF-8.");
        }
        try {
            var json = reader.readTree(text);
            if (json.isMissingNode()) {
                throw Problem.malformed("The body is empty; it must be JSON.");
            }
            return new Body(json, mapper, validator);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw Problem.malformed("The body is not JSON: "
                    + (at == null
                            ? "it cannot be parsed"
                            : "look at line " + at.getLineNr() + ", column " + at.getColumnNr())
                    + ".");
        }
    }

    static Problem tooLarge() {
        return new Problem(ProblemType.TOO_LARGE, "The body may have 4 MiB.");
    }

    /** Null where there is none, or where it cannot be read. */
    private MediaType mediaType() {
        try {
            return headers.getMediaType();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** RFC 9110, section 15.5.16: what a client may send instead stands in Accept-Encoding. */
    private static void requireNoCoding(String coding) {
        if (coding != null && !coding.isBlank() && !coding.strip().equalsIgnoreCase("identity")) {
            throw new Problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body without Content-Encoding.")
                    .header(HttpHeaders.ACCEPT_ENCODING, "identity");
        }
    }

    /** @param patch whether a JSON Merge Patch (RFC 7396) may be called so */
    private static void requireJson(MediaType type, boolean patch) {
        boolean json = type != null
                && type.getType().equalsIgnoreCase("application")
                && (type.getSubtype().equalsIgnoreCase("json")
                        || patch && type.getSubtype().equalsIgnoreCase("merge-patch+json"));
        var charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (!json || charset != null && !charset.equalsIgnoreCase("utf-8")) {
            throw new Problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json in UTF-8.");
        }
    }
}
