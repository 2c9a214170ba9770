package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Every operation of openapi.yaml by each kind of caller, right and wrong, against the contract;
 * {@code bench/contract-fuzz/run} runs it, {@code verify} does not.
 */
@QuarkusTest
class ContractFuzz {

    private static final Contract CONTRACT = new Contract();
    private static final List<String> JUNK =
            List.of("", "%00", "-1", "x".repeat(3000), "%ff%fe", "null", "%F0%9F%98%80", "' or 1=1 --", "[]");

    private static final Map<String, Supplier<RequestSpecification>> CALLERS = Map.of(
            "nobody", Api::nobody,
            "submitter", Api::submitter,
            "stranger", () -> Api.as("mallory", "submitter"),
            "reviewer", Api::reviewer,
            "editor", Api::editor,
            "without role", () -> Api.as("nora"),
            "broken token", () -> Api.nobody().header("Authorization", "Bearer e30.e30.e30"));

    private final long seed = Long.getLong("contract.fuzz.seed", 20_260_101L);
    private final Random random = new Random(seed);
    private final FuzzWorld world =
            new FuzzWorld(random, (operation, answer) -> judge(CONTRACT.operation(operation), "right", answer));
    private final List<Contract.Operation> operations =
            List.copyOf(CONTRACT.operations().values());
    private final List<String> callers = CALLERS.keySet().stream().sorted().toList();
    /** Each once, with how often it was seen. */
    private final Map<String, Integer> wrong = new TreeMap<>();

    private final Map<String, Integer> calls = new TreeMap<>();
    private int requests;
    private int writes;
    private int succeeded;
    private int failures;
    private int mismatches;
    private int undeclared;

    @Test
    void answersAreThoseOfTheContract() {
        long end = System.nanoTime()
                + Duration.ofSeconds(Long.getLong("contract.fuzz.seconds", 60)).toNanos();
        for (int i = 0; System.nanoTime() < end; i++) {
            world.step();
            if (i > 5) {
                call(operations.get(i % operations.size()), callers.get(i / operations.size() % callers.size()));
            }
        }
        System.out.printf(
                "ContractFuzz: seed %d, %d requests, %d operations, %d writes of which %d succeeded, %d x 5xx, %d mismatches, %d undeclared statuses%n",
                seed, requests, calls.size(), writes, succeeded, failures, mismatches, undeclared);
        wrong.forEach((what, often) -> System.out.println("ContractFuzz: " + often + " x " + what));
        assertThat(wrong).isEmpty();
        assertThat(calls.keySet()).hasSameSizeAs(operations);
        assertThat(succeeded * 3).as("two thirds of the writes succeed").isGreaterThanOrEqualTo(writes * 2);
    }

    private void call(Contract.Operation operation, String caller) {
        var request = CALLERS.get(caller).get().redirects().follow(false).urlEncodingEnabled(false);
        var path = new StringBuilder(path(operation));
        var separator = "?";
        for (var parameter : operation.parameters()) {
            boolean isSent = parameter.path("required").asBoolean() || random.nextInt(3) == 0;
            var name = parameter.path("name").asText();
            var value = value(parameter, operation);
            if (isSent && parameter.path("in").asText().equals("query")) {
                path.append(separator).append(name).append('=').append(value);
                separator = "&";
            } else if (isSent && parameter.path("in").asText().equals("header") && random.nextInt(4) > 0) {
                request.header(
                        name,
                        name.equals("Idempotency-Key")
                                ? UUID.randomUUID().toString()
                                : "\"" + random.nextInt(9) + ".public\"");
            }
        }
        if (random.nextInt(20) == 0) {
            path.append(separator).append("unheardOf=1");
        }
        body(operation, request);
        judge(
                operation,
                caller,
                request.request(
                        operation.method(),
                        path.toString()
                                .replace(" ", "%20")
                                .replace("'", "%27")
                                .replace("[", "%5B")
                                .replace("]", "%5D")));
    }

    private String path(Contract.Operation operation) {
        var path = operation.path();
        for (var parameter : operation.parameters()) {
            if (parameter.path("in").asText().equals("path")) {
                var name = parameter.path("name").asText();
                var known = world.id(operation.path(), name);
                var unknown = random.nextBoolean() ? UUID.randomUUID().toString() : "x" + random.nextInt(99);
                path = path.replace('{' + name + '}', known != null && random.nextInt(6) > 0 ? known : unknown);
            }
        }
        return path;
    }

    /** One of its schema's form, or none of it. */
    private String value(com.fasterxml.jackson.databind.JsonNode parameter, Contract.Operation operation) {
        var schema = CONTRACT.resolve(parameter.path("schema"));
        var name = parameter.path("name").asText();
        if (random.nextInt(4) == 0) {
            return JUNK.get(random.nextInt(JUNK.size()));
        }
        if (schema.path("enum").size() > 0) {
            return schema.path("enum")
                    .get(random.nextInt(schema.path("enum").size()))
                    .asText();
        }
        var id = world.id("/v1/claims", "id");
        return switch (name) {
            case "ids", "claimId" -> id == null ? UUID.randomUUID().toString() : id;
            case "url", "articleUrl" ->
                operation.path().equals("/oembed") ? Browser.service() + "/claims/" + id : Api.uniqueUrl();
            case "urlHash" -> "0f".repeat(32);
            case "lang", "language", "languageCode" -> "en";
            case "updatedSince" -> "2024-01-01T00:00:00Z";
            default ->
                schema.path("type").asText().equals("integer") ? String.valueOf(1 + random.nextInt(50)) : "words";
        };
    }

    private void body(Contract.Operation operation, RequestSpecification request) {
        var content = CONTRACT.requestContent(operation);
        if (operation.method().equals("GET") || operation.method().equals("DELETE")) {
            return;
        }
        if (content.isMissingNode()) {
            request.contentType("application/x-www-form-urlencoded").body("kind=error&text=" + random.nextInt());
            return;
        }
        var examples = content.path("examples").properties().stream().toList();
        var example = (ObjectNode)
                CONTRACT.resolve(examples.get(random.nextInt(examples.size())).getValue())
                        .path("value")
                        .deepCopy();
        var mistakes = Mistakes.in(CONTRACT, content.path("schema"), example);
        var type = random.nextInt(15) == 0 ? "text/plain" : "application/json";
        switch (random.nextInt(4)) {
            case 0 ->
                request.contentType(type)
                        .body(mistakes.get(random.nextInt(mistakes.size()))
                                .body()
                                .toString());
            case 1 -> request.contentType(type).body(JUNK.get(random.nextInt(JUNK.size())) + " ");
            default -> request.contentType(type).body(example.toString());
        }
    }

    private void judge(Contract.Operation operation, String caller, Response answer) {
        requests++;
        calls.merge(operation.id(), 1, Integer::sum);
        int status = answer.statusCode();
        if (!operation.method().equals("GET")) {
            writes++;
            succeeded += status < 400 ? 1 : 0;
        }
        var what = operation.name() + " by " + caller + " answered " + status + ": ";
        var responses = operation.node().path("responses");
        boolean isDeclared = responses.has(String.valueOf(status)) || responses.has(status / 100 + "XX");
        if (status >= 500 && !isDeclared) {
            failures++;
            note(what + answer.asString());
        } else if (!isDeclared) {
            undeclared++;
            note(what + answer.asString());
        }
        try {
            CONTRACT.check(operation, answer);
        } catch (AssertionError | RuntimeException e) {
            mismatches++;
            note(what + e.getMessage());
        }
        if (caller.equals("right") && status >= 400 && status != 429) {
            note("a right " + what + answer.asString());
        }
    }

    private void note(String what) {
        var short_ = what.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id")
                .replaceAll("\\s+", " ");
        wrong.merge(short_.substring(0, Math.min(500, short_.length())), 1, Integer::sum);
    }
}
