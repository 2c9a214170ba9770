package org.quotecheck.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;

/** Reads request bodies: JSON (RFC 8259) in UTF-8, one value, no member twice, at most 4 MiB. */
@ApplicationScoped
public class Bodies {

    /** Bytes; the server's own limit is above it, so that this one answers. */
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    /** More than a report of 2,000 characters has when each is percent-encoded. */
    private static final int MAX_FORM_BYTES = 64 * 1024;

    @Context
    HttpHeaders headers;

    @Context
    Request request;

    private final ObjectMapper mapper;
    private final ObjectReader reader;
    private final Binding binding;

    Bodies(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.reader = mapper.reader()
                .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.binding = new Binding(mapper, validator);
    }

    /** @throws Problem 415, 413 or 400 */
    public Body read(byte[] content) {
        return new Body(json(content), binding);
    }

    /**
     * Any JSON value
     *
     * @throws Problem 415, 413 or 400
     */
    public JsonNode json(byte[] content) {
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
            return json;
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw Problem.malformed("The body is not JSON: "
                    + (at == null
                            ? "it cannot be parsed"
                            : "look at line " + at.getLineNr() + ", column " + at.getColumnNr())
                    + ".");
        }
    }

    /**
     * A form as browsers send it (URL Standard, application/x-www-form-urlencoded), as an object of strings; line ends
     * are one character each
     *
     * @throws Problem 415, 413 or 400
     */
    public Body readForm(byte[] content) {
        requireNoCoding(headers.getHeaderString(HttpHeaders.CONTENT_ENCODING));
        return form(content);
    }

    /** The same, which may be compressed by gzip, as Google's clients send it. */
    public Body readZippableForm(byte[] content) {
        var coding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && coding.strip().equalsIgnoreCase("gzip")) {
            return form(unzipped(content));
        }
        return readForm(content);
    }

    private Body form(byte[] content) {
        var type = mediaType();
        if (type == null || !type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
            throw new Problem(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the form as application/x-www-form-urlencoded.");
        }
        if (content.length > MAX_FORM_BYTES) {
            throw new Problem(ProblemType.TOO_LARGE, "The form must not exceed 64 KiB.");
        }
        var form = mapper.createObjectNode();
        for (var field : new String(content, StandardCharsets.ISO_8859_1).split("&")) {
            int equals = field.indexOf('=');
            if (equals < 0 && !field.isEmpty() || equals >= 0 && form.has(decode(field.substring(0, equals)))) {
                throw Problem.malformed("The form cannot be read.");
            }
            if (equals >= 0) {
                form.put(
                        decode(field.substring(0, equals)),
                        decode(field.substring(equals + 1)).replace("\r\n", "\n"));
            }
        }
        return new Body(form, binding);
    }

    /** One byte more of it than a form may have. */
    private static byte[] unzipped(byte[] content) {
        try (var bytes = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return bytes.readNBytes(MAX_FORM_BYTES + 1);
        } catch (IOException e) {
            throw Problem.malformed("The form cannot be read.");
        }
    }

    private static String decode(String text) {
        try {
            // its bytes first, to see whether they are UTF-8
            var bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw Problem.malformed("The form cannot be read.");
        }
    }

    /** 413 */
    public static Problem tooLarge() {
        return new Problem(ProblemType.TOO_LARGE, "The request body must not exceed 4 MiB.");
    }

    /** Null where there is none, or where it cannot be read. */
    private MediaType mediaType() {
        try {
            return headers.getMediaType();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** RFC 9110, section 15.5.16: Accept-Encoding says what a client may send instead. */
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
