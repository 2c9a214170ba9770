package org.quotecheck.body;

import com.fasterxml.jackson.databind.JsonNode;
import org.quotecheck.problem.Problem;

/** Text that UTF-8 (RFC 3629) and PostgreSQL's text type can hold. */
final class StorableText {

    private StorableText() {}

    /**
     * Refuses other text, wherever it occurs.
     *
     * @param pointer where the node stands in the body (RFC 6901)
     * @throws Problem 422 that names the first member with such text
     */
    static void require(JsonNode node, String pointer) {
        if (node.isTextual()) {
            requireText(node.textValue(), pointer);
        } else if (node.isObject()) {
            node.properties().forEach(member -> {
                var name = member.getKey();
                requireText(name, pointer);
                require(member.getValue(), pointer + '/' + Binding.escape(name));
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                require(node.get(i), pointer + '/' + i);
            }
        }
    }

    private static void requireText(String text, String pointer) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw Problem.invalid(pointer, "must not contain the character U+0000");
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw Problem.invalid(pointer, "must not contain an unpaired surrogate");
            }
        }
    }
}
