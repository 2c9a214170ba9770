package org.quotecheck.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What a caller takes (RFC 9110, section 12.5.1). */
public final class Accepted {

    private Accepted() {}

    /** Best first; none where the header cannot be read: an answer must reach the client all the same. */
    public static List<MediaType> types(HttpHeaders headers) {
        try {
            return headers.getAcceptableMediaTypes();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
