package org.quotecheck.http;

import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** JSON stays JSON, whatever a client would rather have: stored words must never be taken for a page. */
@QuarkusTest
class MediaTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"text/html,application/xhtml+xml,*/*;q=0.8", "text/plain", "application/xml", "application/json"
            })
    void readsAnswerJson(String accept) {
        var claim = Api.claim(Api.unique("<meta http-equiv=refresh content='0;url=https://evil.example'>"));
        Api.publish(claim, "false");
        for (var path : new String[] {
            "/v1/claims",
            "/v1/claims/" + claim,
            "/v1/claims/" + claim + "/sources",
            "/v1/claims/" + claim + "/verdict-revisions",
            "/v1/claims/" + claim + "/verdict-revisions/1",
            "/v1/claims/" + claim + "/verdict-draft",
            "/embed/v1/claims?ids=" + claim,
            "/embed/v1/articles?url=https://news.example/unknown"
        }) {
            Api.reviewer()
                    .header("Accept", accept)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .header("Content-Type", startsWith("application/json"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/plain"})
    void refusalsAnswerProblems(String accept) {
        Api.nobody()
                .header("Accept", accept)
                .get("/v1/claims/1")
                .then()
                .statusCode(400)
                .header("Content-Type", startsWith("application/problem+json"));
    }
}
