package org.quotecheck.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.quotecheck.problem.Problem;

/** Text that UTF-8 (RFC 3629) and PostgreSQL's text type can hold. */
final class StorableText {

    private StorableText() {}

    private static final Pattern OTHER = Pattern.compile("\\x00|\\p{Cs}");

    /**
     * Notes other text, wherever it occurs, and takes out the members whose names have such.
     *
     * @param pointer where the node stands in the body (RFC 6901)
     */
    static void takeOut(JsonNode node, String pointer, List<Problem.FieldError> errors) {
        if (errors.size() >= Problem.MOST_ERRORS) {
            return;
        }
        if (node.isTextual()) {
            note(node.textValue(), pointer, errors);
        } else if (node instanceof ObjectNode object) {
            var names = object.properties().stream().map(Map.Entry::getKey).toList();
            for (var name : names) {
                var shown = OTHER.matcher(name).replaceAll("\ufffd");
                var place = pointer + '/' + Pointer.escape(shown);
                if (shown.equals(name)) {
                    takeOut(object.get(name), place, errors);
                } else {
                    note(name, place, errors);
                    object.remove(name);
                }
            }
        } else {
            for (int i = 0; i < node.size(); i++) {
                takeOut(node.get(i), pointer + '/' + i, errors);
            }
        }
    }

    private static void note(String text, String pointer, List<Problem.FieldError> errors) {
        var other = OTHER.matcher(text);
        if (other.find()) {
            var what = other.group().equals("\0") ? "the character U+0000" : "an unpaired surrogate";
            errors.add(new Problem.FieldError(pointer, "must not contain " + what));
        }
    }
}
