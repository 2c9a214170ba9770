package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * openapi.yaml, and whether an answer is one that it promises: its status, headers and body, and nothing beside them.
 */
final class Contract {

    /** One method of one path; {@code parameters} are resolved, those of the path among them. */
    record Operation(String method, String path, JsonNode node, List<JsonNode> parameters) {
        String id() {
            return node.path("operationId").asText();
        }

        String name() {
            return method + ' ' + path;
        }
    }

    static final Path FILE = Path.of("openapi.yaml");
    private static final String ADDRESS = "https://quotecheck.example/openapi";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    /** Headers that mean something to clients: one that is sent must be declared. */
    private static final Set<String> MEANINGFUL =
            Set.of("ETag", "Location", "Link", "Allow", "Retry-After", "WWW-Authenticate", "Idempotency-Replayed");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The file as it stands. */
    final JsonNode written;
    /** With absolute references and closed objects. */
    final JsonNode document;

    private final Map<String, Operation> operations = new TreeMap<>();
    private final JsonSchemaFactory schemas;
    private final Map<JsonNode, JsonSchema> compiled = new IdentityHashMap<>();
    private final SchemaValidatorsConfig settings =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    Contract() {
        try {
            written = new YAMLMapper().readTree(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        document = read(written.toString().replace("\"$ref\":\"#/", "\"$ref\":\"" + ADDRESS + "#/"));
        close(document);
        var definitions =
                JSON.createObjectNode().set("$defs", document.path("components").path("schemas"));
        schemas = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders ->
                        loaders.schemas(Map.of(ADDRESS, definitions(definitions).toString()))));
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .forEach(member -> add(path.getKey(), path.getValue(), member.getKey(), member.getValue())));
    }

    Map<String, Operation> operations() {
        return operations;
    }

    Operation operation(String id) {
        return operations.values().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A copy of a request's example. */
    ObjectNode request(String operationId, String example) {
        var examples = requestContent(operation(operationId)).path("examples");
        assertThat(examples.has(example))
                .as("example %s of %s", example, operationId)
                .isTrue();
        return resolve(examples.path(example)).path("value").deepCopy();
    }

    JsonNode requestContent(Operation operation) {
        return operation.node().path("requestBody").path("content").path("application/json");
    }

    /** The answer's JSON, or null where it has none. */
    JsonNode check(Operation operation, Response response) {
        var status = String.valueOf(response.statusCode());
        var responses = operation.node().path("responses");
        var declared = resolve(responses.path(responses.has(status) ? status : "default"));
        var answer = operation.name() + " " + status;
        assertThat(declared.isMissingNode()).as(answer + " is declared").isFalse();
        checkHeaders(answer, declared.path("headers"), response);
        if (!declared.has("content")) {
            assertThat(response.asString()).as(answer + " has no body").isEmpty();
            return null;
        }
        var type = response.contentType().split(";")[0];
        assertThat(declared.path("content").has(type))
                .as(answer + " as " + type)
                .isTrue();
        if (!type.endsWith("json")) {
            return null;
        }
        var body = read(response.asString());
        assertThat(errors(declared.path("content").path(type).path("schema"), body))
                .as(answer + ": " + body)
                .isEmpty();
        if (type.startsWith("application/problem")) {
            var example = resolve(declared.path("content")
                    .path(type)
                    .path("examples")
                    .path(body.path("type").asText().replace("/problems/", "")));
            assertThat(example.path("value").path("title"))
                    .as(answer + ": " + body)
                    .isEqualTo(body.path("title"));
            assertThat(body.path("status").asInt()).as(answer).isEqualTo(response.statusCode());
        }
        return body;
    }

    /** The JSON examples of what an operation answers when all is well. */
    List<JsonNode> examples(Operation operation) {
        var found = new ArrayList<JsonNode>();
        operation.node().path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .flatMap(response -> resolve(response.getValue()).path("content").properties().stream())
                .filter(content -> content.getKey().endsWith("json"))
                .forEach(content -> content.getValue()
                        .path("examples")
                        .forEach(example -> found.add(resolve(example).path("value"))));
        return found;
    }

    List<String> errors(JsonNode schema, JsonNode value) {
        return compiled
                .computeIfAbsent(schema, node -> schemas.getSchema(definitions(node), settings))
                .validate(value)
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** What a reference points to; other nodes as they are. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref")
                ? resolve(document.at(node.path("$ref").asText().substring(ADDRESS.length() + 1)))
                : node;
    }

    private void checkHeaders(String answer, JsonNode declared, Response response) {
        declared.properties().forEach(member -> {
            var header = resolve(member.getValue());
            var value = response.header(member.getKey());
            if (header.path("required").asBoolean()) {
                assertThat(value).as(answer + " with " + member.getKey()).isNotNull();
            }
            if (value != null) {
                assertThat(errors(header.path("schema"), TextNode.valueOf(value)))
                        .as(answer + ", " + member.getKey())
                        .isEmpty();
            }
        });
        var names = response.headers().asList().stream()
                .map(header -> header.getName())
                .filter(MEANINGFUL::contains)
                .collect(Collectors.toSet());
        declared.fieldNames().forEachRemaining(names::remove);
        assertThat(names).as(answer + " with headers that are not declared").isEmpty();
    }

    private void add(String path, JsonNode item, String method, JsonNode node) {
        var parameters = new ArrayList<JsonNode>();
        item.path("parameters").forEach(parameter -> parameters.add(resolve(parameter)));
        node.path("parameters").forEach(parameter -> parameters.add(resolve(parameter)));
        var operation = new Operation(method.toUpperCase(java.util.Locale.ROOT), path, node, parameters);
        operations.put(operation.name(), operation);
    }

    /** Clients must bear new members; this test must not: every object that lists its members has no others. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("type").asText().equals("object")
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(Contract::close);
    }

    /** A schema that refers to definitions, as JSON Schema has them, where OpenAPI has components. */
    private static JsonNode definitions(JsonNode schema) {
        return read(schema.toString().replace("#/components/schemas/", "#/$defs/"));
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
