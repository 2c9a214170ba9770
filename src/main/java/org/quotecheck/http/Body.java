package org.quotecheck.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quotecheck.problem.Problem;

/**
 * A request body that is known to be JSON. Binding it to a record is a step of its own, because the state of the
 * resource (409) is checked before the members of the body (422).
 */
public final class Body {

    /** Whoever sends more mistakes than that reads the first ones first. */
    private static final int MOST_ERRORS = 100;

    private final JsonNode json;
    private final ObjectMapper mapper;
    private final Validator validator;

    Body(JsonNode json, ObjectMapper mapper, Validator validator) {
        this.json = json;
        this.mapper = mapper;
        this.validator = validator;
    }

    /**
     * Binds the body to a record and validates it.
     *
     * @throws Problem 422 that names each member which is missing, unknown, of the wrong type or not allowed
     */
    public <T> T as(Class<T> type) {
        if (!json.isObject()) {
            throw Problem.invalid("", "must be a JSON object");
        }
        requireStorableText(json, "");
        var errors = new ArrayList<Problem.FieldError>();
        var input = bind(type, json.<ObjectNode>deepCopy(), errors);
        if (input != null) {
            validator.validate(input).stream()
                    .map(Body::error)
                    .filter(error -> errors.stream().noneMatch(known -> covers(known.pointer(), error.pointer())))
                    .toList()
                    .forEach(errors::add);
        }
        if (!errors.isEmpty()) {
            errors.sort(Comparator.comparing(Problem.FieldError::pointer).thenComparing(Problem.FieldError::detail));
            throw Problem.invalid(errors);
        }
        return input;
    }

    /** Binds what can be bound: each member that cannot is noted and left out. Null where even that is not possible. */
    private <T> T bind(Class<T> type, ObjectNode rest, List<Problem.FieldError> errors) {
        while (errors.size() < MOST_ERRORS) {
            try {
                return mapper.readerFor(type).readValue((JsonNode) rest);
            } catch (JsonMappingException e) {
                errors.add(new Problem.FieldError(pointer(e), describe(e)));
                if (!leaveOut(rest, e.getPath())) {
                    return null;
                }
            } catch (java.io.IOException e) {
                errors.add(new Problem.FieldError("", "cannot be read"));
                return null;
            }
        }
        return null;
    }

    /** Takes out what the path leads to, or the last on the way that is in the JSON. False where there is nothing. */
    private static boolean leaveOut(JsonNode from, List<JsonMappingException.Reference> path) {
        JsonNode container = null;
        JsonMappingException.Reference last = null;
        var node = from;
        for (var step : path) {
            var next = step.getFieldName() == null ? node.path(step.getIndex()) : node.path(step.getFieldName());
            if (next.isMissingNode()) {
                break; // one value that stands for an array of one
            }
            container = node;
            last = step;
            node = next;
        }
        if (container instanceof ObjectNode object) {
            return object.remove(last.getFieldName()) != null;
        }
        // the others in an array keep their places
        return container instanceof ArrayNode array && !node.isNull() && array.setNull(last.getIndex()) != null;
    }

    private static boolean covers(String known, String other) {
        return other.equals(known) || other.startsWith(known + "/");
    }

    /**
     * What {@code present} becomes when this body is merged into it (RFC 7396): members that are null go, others are
     * replaced.
     *
     * @throws Problem 422 when this is no JSON object
     */
    public Body mergedInto(Object present) {
        if (!json.isObject()) {
            throw Problem.invalid("", "must be a JSON object");
        }
        return new Body(merge(mapper.valueToTree(present), json), mapper, validator);
    }

    private static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        var merged = target.isObject() ? target.<ObjectNode>deepCopy() : JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                merged.remove(member.getKey());
            } else {
                merged.set(member.getKey(), merge(merged.path(member.getKey()), member.getValue()));
            }
        });
        return merged;
    }

    /** The names of its members; none where it is no object. */
    public Set<String> names() {
        return json.properties().stream().map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
    }

    /** One member by itself, where it is there and of its type; what is wrong with it is told by {@link #as}. */
    public <T> Optional<T> member(String name, Class<T> type) {
        try {
            return json.hasNonNull(name)
                    ? Optional.of(mapper.readerFor(type).readValue(json.get(name)))
                    : Optional.empty();
        } catch (java.io.IOException e) {
            return Optional.empty();
        }
    }

    /** Text that UTF-8 (RFC 3629) or PostgreSQL's text type cannot hold is refused, wherever it stands. */
    private static void requireStorableText(JsonNode node, String pointer) {
        if (node.isTextual()) {
            requireStorable(node.textValue(), pointer);
        } else if (node.isObject()) {
            node.properties().forEach(member -> {
                var name = member.getKey();
                requireStorable(name, pointer);
                requireStorableText(member.getValue(), pointer + '/' + escape(name));
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                requireStorableText(node.get(i), pointer + '/' + i);
            }
        }
    }

    private static void requireStorable(String text, String pointer) {
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

    private static Problem.FieldError error(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        for (var node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(escape(node.getName()));
            }
        }
        return new Problem.FieldError(pointer.toString(), violation.getMessage());
    }

    private static String pointer(JsonMappingException e) {
        var pointer = new StringBuilder();
        for (var step : e.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : escape(step.getFieldName()));
        }
        return pointer.toString();
    }

    private static String describe(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            List<String> known = new ArrayList<>();
            unknown.getKnownPropertyIds().forEach(id -> known.add(id.toString()));
            known.sort(null);
            return "is unknown; known are " + String.join(", ", known);
        }
        if (e instanceof com.fasterxml.jackson.databind.exc.InvalidFormatException format
                && format.getTargetType() != null
                && format.getTargetType().isEnum()) {
            var codes = new ArrayList<String>();
            for (var constant : format.getTargetType().getEnumConstants()) {
                codes.add(constant.toString());
            }
            return "must be one of " + String.join(", ", codes);
        }
        if (e instanceof com.fasterxml.jackson.databind.exc.MismatchedInputException mismatch
                && mismatch.getTargetType() != null) {
            return "must be " + expected(mismatch.getTargetType());
        }
        return "is not valid";
    }

    private static String expected(Class<?> type) {
        if (type == String.class) {
            return "a string";
        } else if (type == java.time.Instant.class) {
            return "a time as RFC 3339 writes it, such as 2026-11-23T08:00:00Z";
        } else if (type == java.time.LocalDate.class) {
            return "a date, YYYY-MM-DD";
        } else if (type == java.util.UUID.class) {
            return "an id (UUID)";
        } else if (Number.class.isAssignableFrom(type) || type == int.class || type == long.class) {
            return "an integer";
        } else if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        } else if (java.util.Collection.class.isAssignableFrom(type)) {
            return "an array";
        }
        return type.isEnum() ? "a string" : "an object";
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
