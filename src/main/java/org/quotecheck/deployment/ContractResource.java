package org.quotecheck.deployment;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * {@code /q/openapi}: the contract as it is written, in YAML (RFC 9512), or the same in JSON for those who accept that
 * before anything else.
 */
@Path("/q/openapi")
@RunOnVirtualThread
class ContractResource {

    /** Made when somebody first asks for it. */
    private volatile byte[] json;

    @GET
    public Response contract(@Context HttpHeaders headers) {
        boolean asJson = prefersJson(headers);
        return Response.ok(asJson ? json() : yaml(), asJson ? MediaType.APPLICATION_JSON : "application/yaml")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private static boolean prefersJson(HttpHeaders headers) {
        try {
            var first = headers.getAcceptableMediaTypes().getFirst();
            return first.getType().equals("application")
                    && first.getSubtype().equals("json")
                    && !"0".equals(first.getParameters().get("q"));
        } catch (IllegalArgumentException e) {
            return false; // a header that cannot be read
        }
    }

    private static byte[] yaml() {
        try (var contract = ContractResource.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return contract.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] json() {
        if (json == null) {
            try {
                json = new JsonMapper().writeValueAsBytes(new YAMLMapper().readTree(yaml()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return json;
    }
}
