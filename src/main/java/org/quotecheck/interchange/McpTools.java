package org.quotecheck.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.quotecheck.address.CanonicalUrl;
import org.quotecheck.deployment.Organization;
import org.quotecheck.http.DisplayedName;
import org.quotecheck.problem.Problem;
import org.quotecheck.statement.LanguageTag;

/** The tools that assistants call, as {@code mcp.json} describes them; all of them read what is published. */
@ApplicationScoped
class McpTools {

    /** What is wrong with a tool's arguments; the assistant reads it and may try again. */
    private static final class WrongArgument extends RuntimeException {
        WrongArgument(String message) {
            super(message, null, false, false);
        }
    }

    private static final JsonNode DESCRIBED = described();
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final FactChecks factChecks;
    private final Organization organization;
    private final ObjectMapper json;

    McpTools(FactChecks factChecks, Organization organization, ObjectMapper json) {
        this.factChecks = factChecks;
        this.organization = organization;
        this.json = json;
    }

    String instructions() {
        return DESCRIBED.get("instructions").textValue().replace("{organization}", organization.name());
    }

    ObjectNode list() {
        var list = JsonRpc.object();
        list.set("tools", DESCRIBED.get("tools"));
        return list;
    }

    /** @throws JsonRpcFault when there is no such tool; what is wrong with its arguments is an answer of the tool */
    ObjectNode call(JsonNode params) {
        var name = params.path("name").asText();
        for (var tool : DESCRIBED.get("tools")) {
            if (tool.get("name").textValue().equals(name)) {
                try {
                    return answer(run(name, arguments(tool.get("inputSchema"), params.get("arguments"))));
                } catch (WrongArgument wrong) {
                    return text(wrong.getMessage()).put("isError", true);
                }
            }
        }
        throw new JsonRpcFault(200, JsonRpcFault.INVALID_PARAMS, "There is no such tool.");
    }

    private ObjectNode run(String tool, JsonNode arguments) {
        var result = JsonRpc.object().put("notice", DESCRIBED.get("notice").textValue());
        return switch (tool) {
            case "search_fact_checks" ->
                with(
                        result,
                        factChecks.search(
                                text(arguments, "query"),
                                language(text(arguments, "language")),
                                text(arguments, "claimant"),
                                day(text(arguments, "since"))));
            case "fact_checks_for_article" ->
                with(result, factChecks.onPage(url(text(arguments, "url")).hash()));
            case "list_corrections" -> with(result, factChecks.corrections(day(text(arguments, "since"))));
            default -> {
                result.set(
                        "factCheck",
                        json.valueToTree(factChecks
                                .withId(id(text(arguments, "id")))
                                .orElseThrow(
                                        () -> new WrongArgument("There is no published fact check with this id."))));
                yield result;
            }
        };
    }

    private ObjectNode with(ObjectNode result, List<FactCheck> found) {
        result.set("factChecks", json.valueToTree(found));
        return result;
    }

    /** As structured content, and as text for clients that know only that. */
    private static ObjectNode answer(ObjectNode structured) {
        var answer = text(structured.toString());
        answer.set("structuredContent", structured);
        return answer;
    }

    private static ObjectNode text(String text) {
        var answer = JsonRpc.object();
        answer.putArray("content").addObject().put("type", "text").put("text", text);
        return answer;
    }

    /** Strings alone, of the lengths that the schema gives; all that is wrong is told at once. */
    private static JsonNode arguments(JsonNode schema, JsonNode given) {
        var arguments = given == null || given.isNull() ? JsonRpc.object() : given;
        if (!arguments.isObject()) {
            throw new WrongArgument("arguments must be an object.");
        }
        var wrong = new ArrayList<String>();
        for (var required : schema.get("required")) {
            if (!arguments.has(required.textValue())) {
                wrong.add(required.textValue() + " is required.");
            }
        }
        arguments.properties().stream().limit(Problem.MOST_ERRORS).forEach(argument -> {
            try {
                check(argument.getKey(), schema.get("properties"), argument.getValue());
            } catch (WrongArgument e) {
                wrong.add(e.getMessage());
            }
        });
        if (!wrong.isEmpty()) {
            throw new WrongArgument(String.join(" ", wrong));
        }
        return arguments;
    }

    private static void check(String name, JsonNode known, JsonNode value) {
        if (!known.has(name)) {
            throw new WrongArgument(shown(name) + " is unknown; allowed: " + String.join(", ", names(known)) + ".");
        }
        requireText(name, known.get(name), value);
        switch (name) {
            case "language" -> language(value.textValue());
            case "since" -> day(value.textValue());
            case "url" -> url(value.textValue());
            case "id" -> id(value.textValue());
            default -> {}
        }
    }

    /** The name that somebody made up, without what is not to be seen. */
    private static String shown(String name) {
        var shown = DisplayedName.Check.shown(name.codePoints()
                .limit(100)
                .map(c -> Character.getType(c) == Character.SURROGATE ? '\ufffd' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
        return shown.isBlank() ? "An argument" : shown;
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static void requireText(String name, JsonNode schema, JsonNode value) {
        int most = schema.path("maxLength").asInt(100);
        if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().codePointCount(0, value.textValue().length()) > most) {
            throw new WrongArgument(name + " must be a string of 1 to " + most + " characters, and not blank.");
        }
        if (!isWellFormed(value.textValue())) {
            throw new WrongArgument(name + " must not contain U+0000 or an unpaired surrogate.");
        }
    }

    /** Has neither U+0000 nor half a character, which no database takes. */
    private static boolean isWellFormed(String text) {
        return text.indexOf('\0') < 0
                && text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static String text(JsonNode arguments, String name) {
        return arguments.has(name) ? arguments.get(name).textValue() : null;
    }

    private static String language(String language) {
        if (language != null && !LanguageTag.isRange(language)) {
            throw new WrongArgument("language must be a BCP 47 language tag, such as en or pt-BR.");
        }
        return LanguageTag.primary(language);
    }

    private static Instant day(String day) {
        try {
            if (day == null) {
                return null;
            }
            if (day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
        } catch (DateTimeParseException e) {
            // 31 June and the like
        }
        throw new WrongArgument("since must be a date, YYYY-MM-DD.");
    }

    private static CanonicalUrl url(String url) {
        try {
            return CanonicalUrl.of(url);
        } catch (CanonicalUrl.Refused refused) {
            throw new WrongArgument("url " + refused.getMessage() + ".");
        }
    }

    private static UUID id(String id) {
        if (!ID.matcher(id).matches()) {
            throw new WrongArgument("id must be an id (UUID).");
        }
        return UUID.fromString(id);
    }

    private static JsonNode described() {
        try (var in = McpTools.class.getResourceAsStream("mcp.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
