package org.quotecheck.security;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Finds out who calls before the resource is called, and so before a transaction begins: keys may have to be fetched
 * for that, and a token that is not valid is refused whatever the call would have read.
 */
class CallerFirst {

    private final CurrentIdentityAssociation identity;

    CallerFirst(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    Uni<Response> identify(RoutingContext context) {
        return context.request().headers().contains("Authorization")
                ? identity.getDeferredIdentity().map(known -> null)
                : Uni.createFrom().nullItem();
    }
}
