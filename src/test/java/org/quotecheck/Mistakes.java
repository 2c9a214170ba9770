package org.quotecheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** What can be wrong with a request body, one thing at a time, by its schema: each must be refused by name. */
final class Mistakes {

    /** A body with one wrong member. */
    record Mistake(String pointer, JsonNode body) {}

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Contract contract;
    private final ObjectNode good;
    private final List<Mistake> found = new ArrayList<>();

    private Mistakes(Contract contract, ObjectNode good) {
        this.contract = contract;
        this.good = good;
    }

    static List<Mistake> in(Contract contract, JsonNode schema, ObjectNode good) {
        var mistakes = new Mistakes(contract, good);
        mistakes.object(schema, "");
        return mistakes.found;
    }

    private void object(JsonNode reference, String at) {
        var schema = contract.resolve(reference);
        change(at + "/unheardOf", (object, name) -> object.put(name, 1));
        schema.path("required").forEach(name -> change(at + '/' + name.asText(), ObjectNode::remove));
        // where members exclude each other, those that are not there would be wrong for two reasons
        schema.path("properties").properties().stream()
                .filter(member -> !schema.has("oneOf") || good.at(at).has(member.getKey()))
                .forEach(member -> value(contract.resolve(member.getValue()), at + '/' + member.getKey()));
    }

    private void value(JsonNode schema, String at) {
        if (schema.has("enum")) {
            wrong(at, JSON.textNode("unheard of"));
            wrong(at, JSON.numberNode(1));
        }
        switch (schema.path("type").asText()) {
            case "string" -> string(schema, at);
            case "array" -> array(schema, at);
            case "object" -> {
                wrong(at, JSON.textNode("x"));
                if (good.at(at).isObject()) {
                    object(schema, at);
                }
            }
            default -> {}
        }
    }

    private void string(JsonNode schema, String at) {
        wrong(at, JSON.numberNode(7));
        if (schema.has("maxLength")) {
            wrong(
                    at,
                    JSON.textNode("https://x.example/"
                            + "x".repeat(schema.path("maxLength").asInt() - 17)));
        }
        if (schema.path("minLength").asInt() > 0) {
            wrong(at, JSON.textNode(""));
        }
        if (schema.has("pattern")) {
            wrong(at, JSON.textNode(" "));
        }
        if (schema.has("format")) {
            wrong(at, JSON.textNode("yesterday"));
        }
    }

    private void array(JsonNode schema, String at) {
        wrong(at, JSON.numberNode(7));
        if (schema.has("maxItems") && good.at(at).has(0)) {
            var many = JSON.arrayNode();
            for (int i = 0; i <= schema.path("maxItems").asInt(); i++) {
                many.add(good.at(at).get(0));
            }
            wrong(at, many);
        }
        if (schema.path("minItems").asInt() > 0) {
            wrong(at, JSON.arrayNode());
        }
        var items = contract.resolve(schema.path("items"));
        if (good.at(at).path(0).isObject()) {
            object(items, at + "/0");
        } else if (good.at(at).path(0).isTextual() && (items.has("pattern") || items.has("format"))) {
            var body = good.deepCopy();
            ((ArrayNode) body.at(at)).set(0, " ");
            found.add(new Mistake(at + "/0", body));
        }
    }

    private void wrong(String at, JsonNode value) {
        change(at, (object, name) -> object.set(name, value));
    }

    private void change(String at, BiConsumer<ObjectNode, String> change) {
        var body = good.deepCopy();
        int last = at.lastIndexOf('/');
        if (body.at(at.substring(0, last)) instanceof ObjectNode object) {
            change.accept(object, at.substring(last + 1));
            found.add(new Mistake(at, body));
        }
    }
}
