package org.quotecheck.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** OPTIONS names the methods of what is there (RFC 9110, section 9.3.7), and of nothing else. */
@QuarkusTest
class OptionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/none",
                "/assets",
                "/wp-login.php",
                "/claims",
                "/v1",
                "/v1/none",
                "/embed/v1/none.css",
                "/feeds/none",
                "/feeds/none.atom/1"
            })
    void nothingIsAllowedWhereNothingIs(String path) {
        assertThat(refused(Api.nobody().options(path), 404).<Object>path("instance"))
                .isEqualTo(path);
    }

    @Test
    void whatIsThereSaysItsMethods() {
        for (var path : List.of("/", "/assets/copy.js", "/v1/claims", "/feeds/verdicts.atom", "/mcp", "/robots.txt")) {
            var answer = Api.nobody().options(path);
            assertThat(answer.statusCode()).as(path).isBetween(200, 204);
            assertThat(answer.header("Allow")).as(path).contains("OPTIONS");
        }
    }
}
