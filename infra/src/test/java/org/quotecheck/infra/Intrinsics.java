package org.quotecheck.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** CloudFormation's functions as people read them: {@code ${Resource.Attribute}} within text. */
final class Intrinsics {

    private Intrinsics() {}

    static String text(JsonNode value) {
        if (value.isValueNode()) {
            return value.asText();
        }
        if (value.isArray()) {
            return list(value, ", ");
        }
        var function = value.properties().iterator().next();
        var argument = function.getValue();
        return switch (function.getKey()) {
            case "Ref", "Fn::ImportValue" -> "${" + text(argument) + "}";
            case "Fn::GetAtt" -> "${" + (argument.isArray() ? list(argument, ".") : text(argument)) + "}";
            case "Fn::Join" -> list(argument.get(1), argument.get(0).asText());
            case "Fn::Sub" -> text(argument);
            case "Fn::Select" -> text(argument.get(1)) + "[" + argument.get(0).asText() + "]";
            case "Fn::Split" -> text(argument.get(1)) + " by " + argument.get(0).asText();
            default -> value.toString();
        };
    }

    private static String list(JsonNode array, String separator) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(Intrinsics::text)
                .collect(Collectors.joining(separator));
    }
}
