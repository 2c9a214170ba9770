package org.quotecheck.embed;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.quotecheck.http.Reads;
import org.quotecheck.problem.Problem;

/**
 * Sends an embed that is in memory from the thread that read the request, without finding out who calls or which
 * resource method it is: half of what the framework would take. Everything else is the framework's.
 */
@ApplicationScoped
class KnownEmbeds {

    /** After everything that refuses a request for its form or its address, before anything finds out who calls. */
    private static final int PRIORITY = 700;

    private final EmbedAnswers embeds;

    KnownEmbeds(EmbedAnswers embeds) {
        this.embeds = embeds;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext context) {
        var request = context.request();
        if (!isPlainRead(request) || !isSent(request)) {
            context.next();
        }
    }

    /** Cheap to tell for requests that are not for embeds. */
    private static boolean isPlainRead(HttpServerRequest request) {
        var headers = request.headers();
        return request.path().startsWith(EmbedQuestion.PREFIX)
                && request.method() == HttpMethod.GET
                && !headers.contains(HttpHeaderNames.CONTENT_LENGTH)
                && !headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                && headers.getAll(HttpHeaderNames.IF_NONE_MATCH).size() <= 1;
    }

    private boolean isSent(HttpServerRequest request) {
        Optional<EmbedAnswer> known;
        boolean unchanged;
        try {
            known = EmbedQuestion.of(request.path(), request.query()).flatMap(embeds::known);
            unchanged = known.isPresent()
                    && Reads.isKnown(
                            request.getHeader(HttpHeaderNames.IF_NONE_MATCH),
                            known.get().etag());
        } catch (Problem refused) {
            return false;
        }
        if (known.isEmpty()) {
            return false;
        }
        (unchanged ? known.get().unchanged() : known.get()).send(request);
        return true;
    }
}
