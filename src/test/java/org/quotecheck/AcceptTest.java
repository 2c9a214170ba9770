package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whoever asks for what an address does not have gets what it has (RFC 9110, section 12.5.1), wherever they ask. */
@QuarkusTest
class AcceptTest {

    private static final List<String> ODD = List.of(
            "text/html",
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "application/xml",
            "application/json;q=0",
            "application/problem+json",
            "x",
            "a/b;c=\"d");

    /** They have a page and JSON, or YAML and JSON. */
    private static final Set<String> TWO_FORMS = Set.of("/reports/{key}", "/q/openapi");

    @Test
    void readsAnswerWhateverIsAccepted() {
        var claim = Api.claim(Api.unique("We won"));
        Api.publish(claim, "false");
        var read = new TreeSet<String>();
        for (var operation : new Contract().operations().values()) {
            if (!operation.method().equals("GET") || TWO_FORMS.contains(operation.path())) {
                continue;
            }
            var path = operation.path().replace("{number}", "1").replace("{slug}", "gone");
            var filled = path.replace("{hash}", "0".repeat(64)).replaceAll("\\{\\w+}", claim) + query(path, claim);
            var expected = get(filled, "*/*");
            for (var accept : ODD) {
                var answer = get(filled, accept);
                var what = operation.name() + " as " + accept + ": " + answer.asString();
                assertThat(answer.statusCode()).as(what).isEqualTo(expected.statusCode());
                if (expected.statusCode() < 400 || isForPrograms(path)) {
                    assertThat(answer.contentType()).as(what).isEqualTo(expected.contentType());
                }
            }
            if (expected.statusCode() == 200) {
                read.add(operation.id());
            }
        }
        assertThat(read).hasSizeGreaterThan(50);
    }

    @Test
    void nothingForProgramsIsAPage() {
        for (var path : List.of(
                "/v1", "/v1/nowhere", "/embed", "/embed/nowhere", "/embed/v1/nowhere", "/dev/nowhere", "/dev/tokens")) {
            assertThat(get(path, "text/html").contentType()).as(path).startsWith("application/problem+json");
        }
    }

    private static boolean isForPrograms(String path) {
        return path.startsWith("/v1") || path.startsWith("/embed/v1");
    }

    private static String query(String path, String claim) {
        return Map.of(
                        "/embed/v1/claims",
                        "?ids=" + claim,
                        "/embed/v1/articles",
                        "?url=https://news.example/",
                        "/v1/log/proof",
                        "?number=1&claimId=" + claim,
                        "/v1alpha1/claims:search",
                        "?query=won")
                .getOrDefault(path, "");
    }

    private static Response get(String path, String accept) {
        return Api.as("acc", "reviewer", "editor", "submitter")
                .urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .header("Accept", accept)
                .get(path);
    }
}
