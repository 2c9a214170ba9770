package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quotecheck.http.Audience.OptionalCaller;
import org.quotecheck.http.Limit;
import org.quotecheck.problem.ProblemType;

/**
 * The contract and the service say the same: paths, methods, parameters, roles, problems; the examples keep their
 * schemas.
 */
@QuarkusTest
class OpenApiTest {

    private static final Contract CONTRACT = new Contract();
    private static final Map<String, Endpoint> SERVED = Endpoint.all();

    @Test
    void contractIsOpenApi() {
        var parsed = new OpenAPIV3Parser().readLocation(Contract.FILE.toUri().toString(), null, null);
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        assertThat(CONTRACT.operations().values())
                .extracting(Contract.Operation::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> !id.isEmpty());
    }

    @Test
    void contractHasWhatIsServedAndNothingElse() {
        var promised = new TreeSet<>(CONTRACT.operations().keySet());
        var platform = promised.stream()
                .filter(name -> name.startsWith("GET /q/") && !SERVED.containsKey(name))
                .toList();
        promised.removeAll(platform);
        assertThat(promised).isEqualTo(SERVED.keySet());
        assertThat(platform)
                .isNotEmpty()
                .allSatisfy(name -> Api.nobody().get(name.substring(4)).then().statusCode(200));
    }

    @Test
    void contractIsServedAsItIsWritten() throws IOException {
        assertThat(Api.nobody()
                        .get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .contentType("application/yaml")
                        .extract()
                        .asByteArray())
                .isEqualTo(Files.readAllBytes(Contract.FILE));
    }

    @Test
    void contractIsServedAsJsonToThoseWhoAcceptThat() {
        for (var accept : List.of("application/json", "application/json;q=0.9, */*;q=0.1", "*/*")) {
            var answer = Api.nobody().header("Accept", accept).get("/q/openapi");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.contentType())
                    .isEqualTo(accept.startsWith("*") ? "application/yaml" : "application/json");
            assertThat(answer.header("Vary")).isEqualTo("Accept");
        }
        assertThat(Contract.read(Api.nobody()
                        .header("Accept", "application/json")
                        .get("/q/openapi")
                        .asString()))
                .isEqualTo(CONTRACT.written);
        for (var accept : List.of("text/html", "image/*", "x", "application/json;q=0")) {
            assertThat(Api.nobody().header("Accept", accept).get("/q/openapi").statusCode())
                    .as(accept)
                    .isEqualTo(200);
        }
    }

    @Test
    void parametersAreThoseOfTheMethods() {
        SERVED.forEach((name, endpoint) -> {
            var promised = new TreeMap<String, JsonNode>();
            CONTRACT.operations().get(name).parameters().stream()
                    .filter(parameter -> !parameter.path("in").asText().equals("header"))
                    .forEach(parameter -> promised.put(
                            parameter.path("in").asText()
                                    + ' '
                                    + parameter.path("name").asText(),
                            CONTRACT.resolve(parameter.path("schema"))));
            assertThat(promised.keySet())
                    .as(name)
                    .isEqualTo(endpoint.parameters().keySet());
            endpoint.parameters()
                    .forEach((parameter, type) -> checkType(name + ", " + parameter, promised.get(parameter), type));
        });
    }

    private static void checkType(String parameter, JsonNode schema, Class<?> type) {
        if (type == UUID.class) {
            assertThat(schema.path("format").asText()).as(parameter).isEqualTo("uuid");
        } else if (type == Limit.class) {
            assertThat(schema.path("maximum").asInt()).as(parameter).isEqualTo(100);
        } else if (type.isEnum()) {
            assertThat(schema.path("enum"))
                    .as(parameter)
                    .extracting(JsonNode::asText)
                    .containsExactly(Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .toArray(String[]::new));
        }
    }

    @Test
    void rolesAreThoseOfTheMethods() {
        SERVED.forEach((name, endpoint) -> {
            var operation = CONTRACT.operations().get(name).node();
            assertThat(operation.path("x-role").asText(null)).as(name).isEqualTo(endpoint.role());
            assertThat(operation.path("responses").has("403"))
                    .as(name)
                    .isEqualTo(endpoint.role() != null && !endpoint.role().equals(Endpoint.ANY));
            boolean tokenNeeded = operation.path("security").size() == 1;
            assertThat(tokenNeeded).as(name).isEqualTo(endpoint.role() != null);
            boolean personal = endpoint.role() != null || endpoint.method().isAnnotationPresent(OptionalCaller.class);
            assertThat(!operation.path("security").isEmpty()).as(name).isEqualTo(personal);
            assertThat(operation.path("responses").has("401")).as(name).isEqualTo(personal);
            if (endpoint.role() != null) {
                assertThat(operation.path("description").asText()).as(name).startsWith("Role: " + endpoint.role());
            }
        });
    }

    /** Each refuses query parameters that it does not know. */
    @Test
    void operationsOfTheApiMayBeAskedWrongly() {
        assertThat(CONTRACT.operations().values())
                .filteredOn(operation -> operation.path().startsWith("/v1/"))
                .hasSizeGreaterThan(40)
                .allSatisfy(operation -> assertThat(
                                operation.node().path("responses").has("400"))
                        .as(operation.node().path("operationId").asText())
                        .isTrue());
    }

    @Test
    void problemsAreThoseOfTheService() {
        var examples = CONTRACT.document.path("components").path("examples");
        for (var type : ProblemType.values()) {
            var example = examples.path(type.slug()).path("value");
            assertThat(example.path("type").asText()).isEqualTo("/problems/" + type.slug());
            assertThat(example.path("title").asText()).isEqualTo(type.title());
            assertThat(example.path("status").asInt()).isEqualTo(type.status());
            assertThat(Api.nobody()
                            .get("/problems/" + type.slug())
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .contains(type.slug());
        }
        var reused = CONTRACT.document.path("components").path("responses").findValuesAsText("$ref").stream()
                .filter(reference -> reference.contains("/examples/"))
                .map(reference -> reference.replaceAll(".*/", ""))
                .collect(Collectors.toSet());
        assertThat(reused)
                .containsAll(Arrays.stream(ProblemType.values())
                        .map(ProblemType::slug)
                        .toList());
    }

    @Test
    void examplesKeepTheirSchemas() {
        var contents = CONTRACT.document.findParents("examples");
        assertThat(contents).hasSizeGreaterThan(40);
        contents.stream()
                .filter(content -> content.has("schema"))
                .forEach(content -> content.path("examples").forEach(example -> {
                    var value = CONTRACT.resolve(example).path("value");
                    assertThat(value.isMissingNode()).as(example.toString()).isFalse();
                    assertThat(CONTRACT.errors(content.path("schema"), value))
                            .as(value.toString())
                            .isEmpty();
                }));
    }

    @Test
    void componentsAreUsed() {
        var text = CONTRACT.document.toString();
        var unused = new TreeSet<String>();
        Set.of("parameters", "headers", "responses", "schemas", "examples")
                .forEach(kind -> CONTRACT.document
                        .path("components")
                        .path(kind)
                        .fieldNames()
                        .forEachRemaining(name -> {
                            if (!text.contains("#/components/" + kind + '/' + name + '"')) {
                                unused.add(kind + '/' + name);
                            }
                        }));
        assertThat(unused).isEmpty();
    }
}
