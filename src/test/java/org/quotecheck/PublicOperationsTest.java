package org.quotecheck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who calls is read where the answer depends on it, and nowhere else: every public operation of the contract. */
@QuarkusTest
class PublicOperationsTest {

    private static final Contract CONTRACT = new Contract();

    /** Each is another; in development only. */
    private static final String TOKENS = "/dev/tokens";

    /** In what follows the name of the scheme, or in the scheme. */
    private static final List<String> BROKEN = List.of(
            "Bearer x",
            "Bearer",
            "Bearer e30.e30.e30",
            "Basic eDp5",
            "Bearer " + jwt("{\"alg\":\"RS256\",\"kid\":\"invented\"}", "{\"sub\":\"una\",\"exp\":4102444800}"),
            "Bearer " + jwt("{\"alg\":\"none\"}", "{\"sub\":\"una\",\"exp\":1}"));

    @Test
    void whatDependsOnNobodyNeverReadsTheToken() {
        var valid = "Bearer " + Api.token("una", "editor");
        var statuses = new LinkedHashMap<String, Integer>();
        for (var id : List.of(published(), UUID.randomUUID().toString(), "x")) {
            for (var operation : CONTRACT.operations().values()) {
                if (!operation.node().path("security").isEmpty()
                        || operation.path().equals(TOKENS)) {
                    continue;
                }
                var expected = send(operation, id, null);
                for (var token : BROKEN) {
                    assertSame(operation.name() + " with " + token, send(operation, id, token), expected);
                }
                assertSame(operation.name() + " with a valid token", send(operation, id, valid), expected);
                if (String.valueOf(expected.header("Cache-Control")).startsWith("public")) {
                    assertThat(String.valueOf(expected.header("Vary")))
                            .as(operation.name())
                            .doesNotContain("Authorization");
                }
                statuses.merge(operation.name(), expected.statusCode(), Math::min);
            }
        }
        assertThat(statuses).hasSizeGreaterThan(40);
        assertThat(statuses.values().stream().filter(status -> status < 400).count())
                .as(statuses.toString())
                .isGreaterThan(35);
    }

    @Test
    void whatMayDependOnTheCallerIsTheirsAlone() {
        var claim = published();
        int found = 0;
        for (var operation : CONTRACT.operations().values()) {
            if (operation.node().path("security").size() != 2) {
                continue;
            }
            found++;
            var answer = send(operation, claim, null);
            assertThat(answer.statusCode()).as(operation.name()).isLessThan(500).isNotEqualTo(401);
            assertThat(answer.header("Cache-Control")).as(operation.name()).isIn("private, no-cache", "no-store");
            assertThat(answer.header("Vary")).as(operation.name()).contains("Authorization");
            for (var token : BROKEN) {
                if (token.startsWith("Bearer ")) {
                    var refused = send(operation, claim, token);
                    assertThat(refused.statusCode())
                            .as(operation.name() + " with " + token)
                            .isEqualTo(401);
                    assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
                }
            }
        }
        assertThat(found).isEqualTo(6);
    }

    /** Reads, and questions that a body asks, that need no token. */
    @Test
    void pagesOfAnyOriginReadWhatNeedsNoToken() {
        var claim = published();
        var questions = List.of("/v1/claims/match", "/v1/lookup", "/v1alpha1/claims:search", "/mcp");
        for (var operation : CONTRACT.operations().values()) {
            var security = operation.node().path("security");
            boolean needsToken = security.size() == 1;
            boolean read = operation.method().equals("GET") || questions.contains(operation.path());
            if (operation.path().startsWith("/q/health/")) {
                continue; // the framework's own
            }
            var answer = Api.nobody()
                    .urlEncodingEnabled(false)
                    .header("Origin", "https://stranger.example")
                    .header("Access-Control-Request-Method", operation.method())
                    .options(operation.path().replace("{hash}", "a".repeat(64)).replaceAll("\\{\\w+}", claim));
            assertThat(answer.header("Access-Control-Allow-Origin"))
                    .as(operation.name())
                    .isEqualTo(read && !needsToken ? "*" : null);
        }
    }

    private static Response send(Contract.Operation operation, String id, String token) {
        var request =
                Api.nobody().redirects().follow(false).urlEncodingEnabled(false).header("X-Request-Id", "same");
        if (token != null) {
            request.header("Authorization", token);
        }
        var path = operation.path();
        var separator = "?";
        for (var parameter : operation.parameters()) {
            var name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("path")) {
                path = path.replace('{' + name + '}', name.equals("number") ? "1" : id);
            } else if (parameter.path("in").asText().equals("query")
                    && parameter.path("required").asBoolean()) {
                path += separator + name + '=' + value(name, id);
                separator = "&";
            }
        }
        if (operation.path().startsWith("/v1alpha1/claims:search")) {
            path += "?query=pool";
        }
        if (operation.method().equals("POST")) {
            var examples = CONTRACT.requestContent(operation).path("examples");
            if (examples.isEmpty()) {
                request.contentType("application/x-www-form-urlencoded")
                        .body("kind=none"); // refused: nothing is written
            } else {
                request.contentType(ContentType.JSON)
                        .body(CONTRACT.resolve(examples.elements().next())
                                .path("value")
                                .toString());
            }
        }
        return request.request(operation.method(), path);
    }

    private static String value(String name, String id) {
        return switch (name) {
            case "url" -> "https://news.example/" + id;
            case "number" -> "1";
            default -> id;
        };
    }

    private static void assertSame(String what, Response given, Response expected) {
        assertThat(given.statusCode()).as(what).isEqualTo(expected.statusCode());
        assertThat(given.asByteArray()).as(what).isEqualTo(expected.asByteArray());
        assertThat(headers(given)).as(what).isEqualTo(headers(expected));
    }

    private static Map<String, List<String>> headers(Response answer) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("Date"))
                .forEach(
                        header -> headers.put(header.getName(), answer.headers().getValues(header.getName())));
        return headers;
    }

    private static String published() {
        var claim = Api.claim(Api.unique("The pool opened twice"));
        Api.publish(claim, "true");
        return claim;
    }

    private static String jwt(String header, String claims) {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString(header.getBytes(UTF_8))
                + '.'
                + base64.encodeToString(claims.getBytes(UTF_8))
                + ".c2ln";
    }
}
