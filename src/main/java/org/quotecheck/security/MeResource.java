package org.quotecheck.security;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;

/** {@code /v1/me}: who the service takes the caller for. */
@Path("/v1/me")
@RunOnVirtualThread
class MeResource {

    /** @param limit absent where there is none */
    @RegisterForReflection
    record QuotaView(Integer limit, int used, Instant resetsAt) {}

    @RegisterForReflection
    record MeView(String id, String name, List<String> roles, QuotaView quota) {}

    private final Actors actors;
    private final Quotas quotas;

    MeResource(Actors actors, Quotas quotas) {
        this.actors = actors;
        this.quotas = quotas;
    }

    @GET
    @Authenticated
    @Transactional
    public Response me() {
        var actor = actors.current();
        var view = new MeView(
                actor.subject(),
                actor.name(),
                actor.roles().stream().map(Role::code).sorted().toList(),
                new QuotaView(quotas.limit() == 0 ? null : quotas.limit(), quotas.used(actor), quotas.resetsAt()));
        return Response.ok(view, MediaType.APPLICATION_JSON_TYPE).build();
    }
}
