package org.quotecheck;

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
}
