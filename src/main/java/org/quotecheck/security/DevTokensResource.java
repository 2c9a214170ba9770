package org.quotecheck.security;

import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.jwt.build.Jwt;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.quotecheck.body.Bodies;

/**
 * {@code POST /dev/tokens}: tokens for trying the service out. Dev and test builds only, signed with a key made at
 * start-up.
 */
@IfBuildProfile(anyOf = {"dev", "test"})
@Path("/dev/tokens")
@RunOnVirtualThread
class DevTokensResource {

    /** @param name to be shown to reviewers and editors; may be absent */
    record RequestToken(@NotBlank String subject, @NotNull Set<String> roles, String name) {}

    record TokenView(String token) {}

    private final Bodies bodies;
    private final String issuer;
    private final String audience;

    DevTokensResource(
            Bodies bodies,
            @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
            @ConfigProperty(name = "mp.jwt.verify.audiences") String audience) {
        this.bodies = bodies;
        this.issuer = issuer;
        this.audience = audience;
    }

    @POST
    public Response issue(byte[] content) {
        var request = bodies.read(content).as(RequestToken.class);
        var token = Jwt.issuer(issuer)
                .audience(audience)
                .subject(request.subject())
                .upn(request.subject())
                .groups(request.roles())
                .expiresIn(Duration.ofHours(12));
        if (request.name() != null) {
            token.claim("name", request.name());
        }
        return Response.ok(new TokenView(token.sign()), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
