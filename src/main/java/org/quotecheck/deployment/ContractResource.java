package org.quotecheck.deployment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;

/** {@code /q/openapi}: the contract as it is written, in YAML (RFC 9512). */
@Path("/q/openapi")
@RunOnVirtualThread
class ContractResource {

    @GET
    @Produces("application/yaml")
    public byte[] contract() {
        try (var contract = ContractResource.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return contract.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
