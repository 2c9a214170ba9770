package org.quotecheck.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.quotecheck.problem.Problem;

/** Makes a record from a JSON object, and names everything that is wrong with it at once. */
record Binding(ObjectMapper mapper, Validator validator) {

    /** More than any array may have that is taken; the rest of a longer one is not looked at. */
    private static final int MOST_ITEMS = 1_000;

    /**
     * @param reading what is made of the record; sees all of it that could be bound, and adds what is wrong with
     *     members that depend on each other
     * @throws Problem 422 that names each member which is missing, unknown, of the wrong type or not allowed
     */
    <T, R> R bind(ObjectNode json, Class<T> type, BiFunction<T, Faults, R> reading) {
        var faults = new Faults(json);
        var errors = faults.ofMembers();
        var rest = json.deepCopy();
        cutArrays(rest, "", errors);
        StorableText.takeOut(rest, "", errors);
        var input = bind(type, rest, errors);
        if (input != null) {
            validator.validate(input).stream()
                    .map(Binding::error)
                    .filter(error -> error.pointer().isEmpty()
                            ? errors.isEmpty() // of a part nothing can be said about the whole
                            : errors.stream().noneMatch(known -> Faults.covers(known.pointer(), error.pointer())))
                    .toList()
                    .forEach(errors::add);
        }
        var read = input == null ? null : reading.apply(input, faults);
        faults.tell();
        return read;
    }

    /** Binds what can be bound: each member that cannot is noted and left out. Null where even that is not possible. */
    private <T> T bind(Class<T> type, ObjectNode rest, List<Problem.FieldError> errors) {
        while (errors.size() < Problem.MOST_ERRORS) {
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

    private static void cutArrays(JsonNode node, String pointer, List<Problem.FieldError> errors) {
        if (node instanceof ArrayNode array && array.size() > MOST_ITEMS) {
            errors.add(new Problem.FieldError(pointer, "must have at most " + MOST_ITEMS + " items"));
            while (array.size() > MOST_ITEMS) {
                array.remove(array.size() - 1);
            }
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                if (node.get(i).isContainerNode()) {
                    cutArrays(node.get(i), pointer + '/' + i, errors);
                }
            }
        } else {
            for (var member : node.properties()) {
                if (member.getValue().isContainerNode()) {
                    cutArrays(member.getValue(), pointer + '/' + Pointer.escape(member.getKey()), errors);
                }
            }
        }
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

    private static Problem.FieldError error(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        boolean member = false;
        for (var node : violation.getPropertyPath()) {
            member = node.getKind() == ElementKind.PROPERTY;
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(Pointer.escape(node.getName()));
            }
        }
        boolean missing = member && violation.getInvalidValue() == null;
        return new Problem.FieldError(pointer.toString(), missing ? "is required" : violation.getMessage());
    }

    private static String pointer(JsonMappingException e) {
        var pointer = new StringBuilder();
        for (var step : e.getPath()) {
            pointer.append('/')
                    .append(step.getFieldName() == null ? step.getIndex() : Pointer.escape(step.getFieldName()));
        }
        return pointer.toString();
    }

    private static String describe(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            List<String> known = new ArrayList<>();
            unknown.getKnownPropertyIds().forEach(id -> known.add(id.toString()));
            known.sort(null);
            return "is unknown; allowed: " + String.join(", ", known);
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
            return "an RFC 3339 time, such as 2026-11-23T08:00:00Z";
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
}
