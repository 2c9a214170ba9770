package org.quotecheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A body that is right with one value of it, named by its schema, as no client would write it. */
final class HostileJson {

    /** @param pointer what of it is wrong; {@code legal}: whether its schema may allow it */
    record Wrong(String pointer, String body, boolean legal) {}

    private static final String MARK = "\u0000here\u0000";
    private static final String ESCAPED = "\"\\u0000here\\u0000\"";

    /** JSON as it is sent, of each type. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-0",
            "0.0",
            "1e400",
            "-1e400",
            "1e-400",
            "1E+2",
            "9223372036854775808",
            "1".repeat(900),
            "0." + "3".repeat(900),
            "\"\"",
            "\" \"",
            "\"\\ud800\"",
            "\"a\\udc00b\"",
            "\"\\u0000\"",
            "\"\\u001b[31m\\r\\nX-Evil: 1\"",
            "\"\\ufeff\\u202e\\uffff\"",
            "\"a" + "\u0301".repeat(3_000) + "\"",
            "\"" + "\ud83d\ude42".repeat(2_500) + "\"",
            "\"2026-02-30\"",
            "\"-0001-01-01T00:00:00Z\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"2026-01-01T00:00:00.0000000001+18:01\"",
            "\"https:evil\"",
            "\"xx-\\u0000\"",
            "\"00000000-0000-0000-0000-00000000000g\"",
            "{}",
            "{\"\": null}",
            "{\"__proto__\": {\"a\": 1}}",
            "{\"name\": {\"name\": {\"name\": 1}}}",
            "[]",
            "[null]",
            "[[[]]]",
            "[1, \"a\", {}]",
            "[" + "{},".repeat(9_999) + "{}]",
            "[\"a\"" + ",\"a\"".repeat(2_000) + "]",
            "[".repeat(700) + "]".repeat(700),
            "{\"a\":".repeat(700) + "1" + "}".repeat(700),
            members(10_000));

    private final Contract contract;
    private final Random random;

    HostileJson(Contract contract, Random random) {
        this.contract = contract;
        this.random = random;
    }

    /** The example with one of its schema's values, there or not, replaced. */
    Wrong in(JsonNode schema, ObjectNode example, String text) {
        var body = example.deepCopy();
        var pointers = new ArrayList<String>();
        pointers(contract.resolve(schema), body, "", pointers);
        var at = pointers.get(random.nextInt(pointers.size()));
        var parent = body.at(at.substring(0, at.lastIndexOf('/')));
        var name = at.substring(at.lastIndexOf('/') + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), MARK);
        } else {
            ((ObjectNode) parent).put(name, MARK);
        }
        var value = random.nextInt(4) == 0
                ? com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString()
                : VALUES.get(random.nextInt(VALUES.size()));
        var sent = body.toString().replace(ESCAPED, value);
        var copy = example.deepCopy();
        // what is null is not there
        return new Wrong(at, sent, value.equals("null") || allows(schema, copy, at, value));
    }

    private boolean allows(JsonNode schema, ObjectNode copy, String at, String value) {
        try {
            var parent = copy.at(at.substring(0, at.lastIndexOf('/')));
            var name = at.substring(at.lastIndexOf('/') + 1);
            var read = Contract.read(value);
            if (parent instanceof ArrayNode array) {
                array.set(Integer.parseInt(name), read);
            } else {
                ((ObjectNode) parent).set(name, read);
            }
            return contract.errors(schema, copy).isEmpty();
        } catch (RuntimeException e) {
            return false;
        }
    }

    private void pointers(JsonNode schema, JsonNode value, String at, List<String> found) {
        if (!at.isEmpty()) {
            found.add(at);
        }
        if (value instanceof ObjectNode) {
            // where members exclude each other, those that are not there would be wrong for two reasons
            schema.path("properties").properties().stream()
                    .filter(member -> !schema.has("oneOf") || value.has(member.getKey()))
                    .forEach(member -> pointers(
                            contract.resolve(member.getValue()),
                            value.path(member.getKey()),
                            at + '/' + member.getKey(),
                            found));
            found.add(at + "/unheardOf");
        } else if (value instanceof ArrayNode array && !array.isEmpty()) {
            pointers(contract.resolve(schema.path("items")), array.get(0), at + "/0", found);
        }
    }

    /** What is not JSON in UTF-8, and what is once too much. */
    byte[] broken(String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(8)) {
            case 0 -> java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> ('\ufeff' + body).getBytes(StandardCharsets.UTF_8);
            case 2 -> body.getBytes(StandardCharsets.UTF_16);
            case 3 -> body.getBytes(StandardCharsets.UTF_16LE);
            case 4 -> (body + body).getBytes(StandardCharsets.UTF_8);
            case 5 -> ("[".repeat(2_000) + body + "]".repeat(2_000)).getBytes(StandardCharsets.UTF_8);
            case 6 -> body.replaceFirst("\\{", "{\"twice\":1,\"twice\":1,").getBytes(StandardCharsets.UTF_8);
            default -> {
                bytes[random.nextInt(bytes.length)] = (byte) (0x80 + random.nextInt(0x80));
                yield bytes;
            }
        };
    }

    private static String members(int number) {
        var object = new StringBuilder("{");
        for (int i = 0; i < number; i++) {
            object.append(i == 0 ? "" : ",")
                    .append("\"m")
                    .append(i)
                    .append("\":")
                    .append(i);
        }
        return object.append('}').toString();
    }
}
