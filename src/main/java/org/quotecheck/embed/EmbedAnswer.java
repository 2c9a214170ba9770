package org.quotecheck.embed;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/**
 * The answer to a request for an embed or a claim, ready to be sent
 *
 * @param etag with its quotes
 * @param body JSON in UTF-8, not to be changed; null where the client has it
 */
record EmbedAnswer(String etag, byte[] body) {

    /** The same for a client that has it. */
    EmbedAnswer unchanged() {
        return new EmbedAnswer(etag, null);
    }

    /** Ends the request with it, before a resource is looked for. */
    void send(HttpServerRequest request) {
        var response = request.response().putHeader(HttpHeaderNames.ETAG, etag);
        if (body == null) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaderNames.CONTENT_TYPE, "application/json");
        if (request.method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.putHeader(HttpHeaderNames.CONTENT_LENGTH, String.valueOf(body.length))
                    .end(Buffer.buffer(body));
        }
    }
}
