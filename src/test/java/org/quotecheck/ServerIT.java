package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The packaged server, on the JVM or native, against what production has around it. */
@QuarkusIntegrationTest
@WithTestResource(FreePorts.class)
@WithTestResource(ProductionBackends.class)
class ServerIT extends MainJob {

    @Test
    void productionHandsOutNoTokens() {
        Api.nobody()
                .contentType(ContentType.JSON)
                .body(Map.of("subject", "eve", "roles", new String[] {"editor"}))
                .post("/dev/tokens")
                .then()
                .statusCode(404);
    }

    @Test
    void productionHasNoSwaggerUi() {
        Api.nobody().get("/q/swagger-ui").then().statusCode(404);
    }

    @Test
    void demoIsForDevelopmentAlone() {
        assertThat(Api.nobody().get("/").then().statusCode(200).extract().asString())
                .contains("action=\"/search\"")
                .doesNotContain("/dev/tokens");
        Api.nobody().get("/demo").then().statusCode(404);
    }

    @Test
    void servesItsContract() {
        assertThat(Api.nobody()
                        .get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("/v1/claims");
    }

    @Test
    void isHealthy() {
        Api.nobody().get("/q/health/live").then().statusCode(200);
        Api.nobody().get("/q/health/ready").then().statusCode(200);
    }
}
