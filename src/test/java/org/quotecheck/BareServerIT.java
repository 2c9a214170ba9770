package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The packaged server with nothing configured but its database: it serves the public, and knows nobody. */
@QuarkusIntegrationTest
@WithTestResource(FreePorts.class)
@WithTestResource(
        value = ProductionBackends.class,
        initArgs = @ResourceArg(name = ProductionBackends.IDENTITY, value = "none"))
class BareServerIT {

    @Test
    void publicReadsAreServed() {
        Api.nobody()
                .get("/embed/v1/claims?ids=" + UUID.randomUUID())
                .then()
                .statusCode(200)
                .body("unknown", hasSize(1));
        Api.nobody().get("/").then().statusCode(200);
    }

    @Test
    void noTokenIsTaken() {
        for (var answer : List.of(
                Api.as("eve", "editor")
                        .contentType(ContentType.JSON)
                        .body(Map.of("text", "We won."))
                        .post("/v1/claims"),
                Api.as("eve", "editor").get("/v1/claims"))) {
            answer.then()
                    .statusCode(401)
                    .header("WWW-Authenticate", startsWith("Bearer"))
                    .body("type", equalTo("/problems/identity-not-configured"));
        }
    }

    @Test
    void callWithoutATokenIsToldToSignIn() {
        Api.nobody()
                .contentType(ContentType.JSON)
                .body(Map.of("text", "We won."))
                .post("/v1/claims")
                .then()
                .statusCode(401)
                .body("type", equalTo("/problems/unauthenticated"));
    }

    /** All of which the contract says so, and it names our address. */
    @Test
    void whatNeedsAnAddressSaysSo() {
        var contract = new Contract();
        var paths = contract.operations().values().stream()
                .filter(operation ->
                        operation.node().at("/responses/503/$ref").asText().endsWith("/AddressNotConfigured"))
                .map(operation -> operation
                        .path()
                        .replaceAll("\\{\\w+}", UUID.randomUUID().toString()))
                .toList();
        assertThat(paths).hasSizeGreaterThan(8).anyMatch(path -> path.endsWith(".jsonld"));
        for (var path : paths) {
            Api.nobody()
                    .queryParam("url", "https://facts.example/claims/" + UUID.randomUUID())
                    .get(path)
                    .then()
                    .statusCode(503)
                    .body("type", equalTo("/problems/address-not-configured"));
        }
    }
}
