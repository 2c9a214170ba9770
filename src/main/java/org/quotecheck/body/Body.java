package org.quotecheck.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.quotecheck.problem.Problem;

/**
 * A request body that is known to be JSON. Binding it to a record is a separate step, because the state of the resource
 * (409) is checked before the members of the body (422).
 */
public final class Body {

    private final JsonNode json;
    private final Binding binding;

    Body(JsonNode json, Binding binding) {
        this.json = json;
        this.binding = binding;
    }

    /**
     * Binds the body to a record and validates it.
     *
     * @throws Problem 422 that names each member which is missing, unknown, of the wrong type or not allowed
     */
    public <T> T as(Class<T> type) {
        return as(type, (input, faults) -> input);
    }

    /**
     * The same, for a record whose members depend on each other.
     *
     * @param reading what is made of the record. It adds what is wrong with members together, and must bear with those
     *     that are missing or wrong: they are null, and what it makes then is not used
     */
    public <T, R> R as(Class<T> type, BiFunction<T, Faults, R> reading) {
        if (!json.isObject()) {
            throw Problem.invalid("", "must be a JSON object");
        }
        return binding.bind((ObjectNode) json, type, reading);
    }

    /**
     * What {@code present} becomes when this body is merged into it (RFC 7396): members that are null are removed,
     * others are replaced.
     *
     * @throws Problem 422 when this is no JSON object
     */
    public Body mergedInto(Object present) {
        if (!json.isObject()) {
            throw Problem.invalid("", "must be a JSON object");
        }
        return new Body(MergePatch.merge(binding.mapper().valueToTree(present), json), binding);
    }

    /** The names of its members; none if it is not an object. */
    public Set<String> names() {
        return json.properties().stream().map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
    }

    /** One member by itself, where it is there and of its type; {@link #as} reports what is wrong with it. */
    public <T> Optional<T> member(String name, Class<T> type) {
        try {
            return json.hasNonNull(name)
                    ? Optional.of(binding.mapper().readerFor(type).readValue(json.get(name)))
                    : Optional.empty();
        } catch (java.io.IOException e) {
            return Optional.empty();
        }
    }
}
