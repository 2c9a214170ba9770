package org.quotecheck.http;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Reads one byte more of a body than any may have: one that does not announce its length is refused in its turn (413).
 */
@Provider
class BodyBound implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new ByteArrayInputStream(context.getInputStream().readNBytes(Bodies.MAX_BYTES + 1)));
        return context.proceed();
    }
}
