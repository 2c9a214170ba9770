package org.quotecheck.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What openapi.yaml promises of each operation, as far as an edge is concerned. */
final class Contract {

    private static final JsonNode DOCUMENT = read();

    private Contract() {}

    /**
     * @param path with examples in place of its parameters
     * @param cacheControl of its answers that are neither mistakes nor redirects; null where it says none
     * @param query its parameters there
     * @param headers that a caller may send, in lower case
     */
    record Operation(String path, String method, String cacheControl, List<String> query, List<String> headers) {}

    /** All but those of dev mode. */
    static Stream<Operation> operations() {
        var operations = new ArrayList<Operation>();
        DOCUMENT.get("paths").properties().stream()
                .filter(path -> !path.getKey().startsWith("/dev/"))
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> member.getKey().matches("get|head|post|put|patch|delete"))
                        .forEach(member -> operations.add(
                                operation(path.getKey(), path.getValue(), member.getKey(), member.getValue()))));
        return operations.stream();
    }

    private static Operation operation(String path, JsonNode item, String method, JsonNode operation) {
        var parameters = Stream.concat(stream(item.path("parameters")), stream(operation.path("parameters")))
                .map(Contract::resolved)
                .toList();
        var headers = new ArrayList<>(parameters.stream()
                .filter(parameter -> parameter.get("in").asText().equals("header"))
                .map(parameter -> parameter.get("name").asText().toLowerCase(Locale.ROOT))
                .toList());
        if (operation.path("security").toString().contains("bearer")) {
            headers.add("authorization");
        }
        return new Operation(
                path.replaceAll("\\{[^}]+}", "x1"),
                method.toUpperCase(Locale.ROOT),
                cacheControl(operation),
                parameters.stream()
                        .filter(parameter -> parameter.get("in").asText().equals("query"))
                        .map(parameter -> parameter.get("name").asText())
                        .toList(),
                headers);
    }

    private static String cacheControl(JsonNode operation) {
        return operation.get("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> resolved(response.getValue()).at("/headers/Cache-Control"))
                .filter(header -> !header.isMissingNode())
                .map(header -> resolved(header).at("/schema/const").asText())
                .findFirst()
                .orElse(null);
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? resolved(DOCUMENT.at(node.get("$ref").asText().substring(1))) : node;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Path.of("../openapi.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
