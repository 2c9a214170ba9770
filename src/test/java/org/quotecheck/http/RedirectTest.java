package org.quotecheck.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;

/**
 * Behind a proxy or an edge, the service is called by another scheme and host than readers use: a redirection names
 * neither. Otherwise it would lead them out, or from https to http, which a form's {@code form-action} forbids.
 */
@QuarkusTest
class RedirectTest {

    @Test
    void leadsToAPath() {
        var survivor = Api.claim(Api.unique("We won"));
        var claim = Api.claim(Api.unique("We won"));
        Api.publish(survivor, "false");
        Api.move(Api.reviewer(), claim, Map.of("to", "duplicate", "duplicateOf", survivor))
                .then()
                .statusCode(201);
        for (var path :
                List.of("/v1/claims/{}", "/claims/{}", "/claims/{}.jsonld", "/claims/{}.svg", "/embed/claims/{}")) {
            var moved = Api.nobody()
                    .redirects()
                    .follow(false)
                    .header("Host", "inside.example:8080")
                    .get(path.replace("{}", claim));
            assertThat(moved.statusCode()).as(path).isEqualTo(308);
            assertThat(moved.header("Location")).isEqualTo(path.replace("{}", survivor));
        }
        var reported = Api.nobody()
                .redirects()
                .follow(false)
                .header("Host", "inside.example:8080")
                .contentType(ContentType.URLENC)
                .body("kind=error&text=The+year+is+wrong.")
                .post("/claims/" + survivor + "/reports");
        assertThat(reported.statusCode()).isEqualTo(303);
        assertThat(reported.header("Location")).startsWith("/reports/");
    }

    /** JAX-RS would make it absolute, with the scheme and host of the call. */
    @Test
    void noResourceLeavesItToTheFramework() throws IOException {
        var framework = Pattern.compile(
                "\\.location\\(|\\.contentLocation\\(|seeOther\\(|emporaryRedirect\\(|Response\\.created\\(");
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(path -> path.toString().endsWith(".java")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern(framework));
        }
    }
}
