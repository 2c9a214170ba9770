package org.quotecheck.http;

import jakarta.ws.rs.core.Response;
import java.util.Map;

/** An answer as it goes over the wire and as it is kept for replay; {@code body} is null where there is none. */
record Answer(int status, Map<String, String> headers, String mediaType, byte[] body) {

    Response response(boolean replayed) {
        var response = Response.status(status);
        headers.forEach(response::header);
        if (replayed) {
            response.header("Idempotency-Replayed", "true");
        }
        return body == null
                ? response.build()
                : response.type(mediaType).entity(body).build();
    }
}
