package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Generated bodies at every operation of openapi.yaml that takes one: an answer, or a problem that names the member and
 * leaves nothing behind.
 */
@Slow
@QuarkusTest
@TestProfile(HostileBodiesTest.Alone.class)
class HostileBodiesTest {

    /** Another profile, and so a database in which nobody else finds the contract's examples stored. */
    public static final class Alone implements QuarkusTestProfile {}

    private static final Contract CONTRACT = new Contract();
    private static final int TRIES = 45;
    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/json; charset=utf-16",
            "application/json; charset=\"",
            "application/json;charset=utf-8;charset=latin1",
            "application/json5",
            "application/xml",
            "multipart/form-data",
            "*/*",
            "\u00e4/\u00f6");

    private static final String STATE = """
            select concat_ws(' ', (select count(*) from claim), (select sum(version) from claim), (select count(*) from article),
              (select sum(lock_version) from article), (select count(*) from article_version), (select count(*) from quote),
              (select count(*) from appearance), (select count(*) from submission), (select count(*) from claim_comment),
              (select count(*) from source), (select sum(version) from verdict_draft), (select count(*) from history_entry),
              (select count(*) from reader_report), (select sum(version) from reader_report), (select count(*) from article_address))""";

    @Inject
    AgroalDataSource database;

    private final Random random = new Random(20_260_103);
    private final HostileJson hostile = new HostileJson(CONTRACT, random);
    private final FuzzWorld world = new FuzzWorld(random, (operation, answer) -> {});
    private final List<String> wrong = new ArrayList<>();

    @Test
    void bodyIsAcceptedOrRefusedByName() throws SQLException {
        for (int i = 0; i < 120; i++) {
            world.step();
        }
        var texts = HostileText.some(400, 3_000, random);
        int operations = 0;
        for (var operation : CONTRACT.operations().values()) {
            var content = CONTRACT.requestContent(operation);
            if (content.isMissingNode()) {
                continue;
            }
            operations++;
            var examples = content.path("examples").properties().stream()
                    .map(example -> CONTRACT.resolve(example.getValue()).path("value"))
                    .filter(JsonNode::isObject)
                    .toList();
            assertThat(examples).as(operation.name()).isNotEmpty();
            for (int i = 0; i < TRIES; i++) {
                var example = (ObjectNode) examples.get(i % examples.size());
                var body = hostile.in(content.path("schema"), example, texts.get(random.nextInt(texts.size())));
                judge(
                        operation,
                        body,
                        send(operation, "application/json", body.body().getBytes(StandardCharsets.UTF_8)));
                if (i % 3 == 0) {
                    refuse(operation, "application/json", hostile.broken(example.toString()));
                    refuse(
                            operation,
                            TYPES.get(random.nextInt(TYPES.size())),
                            example.toString().getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        assertThat(operations).isGreaterThan(18);
        assertThat(wrong).isEmpty();
    }

    private void judge(Contract.Operation operation, HostileJson.Wrong body, Response answer) {
        var what = operation.name() + " with " + body.pointer() + " in " + brief(body.body());
        if (answer.statusCode() == 422 && !body.legal() && answer.asString().contains("/problems/invalid-input")) {
            var named = answer.jsonPath().getList("errors.pointer", String.class);
            if (named.stream()
                    .noneMatch(pointer -> pointer.startsWith(body.pointer())
                            || body.pointer().startsWith(pointer) && !pointer.isEmpty())) {
                wrong.add(what + " named " + named);
            }
        }
    }

    private void refuse(Contract.Operation operation, String type, byte[] body) throws SQLException {
        var answer = send(operation, type, body);
        if (answer.statusCode() < 400) {
            wrong.add(operation.name() + " took " + type + ' ' + brief(new String(body, StandardCharsets.ISO_8859_1)));
        }
    }

    private Response send(Contract.Operation operation, String type, byte[] body) throws SQLException {
        var path = operation.path();
        for (var parameter : operation.parameters()) {
            if (parameter.path("in").asText().equals("path")) {
                var name = parameter.path("name").asText();
                var id = world.id(operation.path(), name);
                path = path.replace(
                        '{' + name + '}', id == null ? UUID.randomUUID().toString() : id);
            }
        }
        var before = state();
        var request = caller(operation)
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Content-Type", type)
                .header("X-Forwarded-For", "198.18." + random.nextInt(256) + '.' + random.nextInt(256))
                .body(body);
        if (operation.node().path("responses").has("428")) {
            request.header("If-Match", "*");
        }
        var answer = request.request(operation.method(), path);
        var what = operation.name() + ' ' + type + ' ' + brief(new String(body, StandardCharsets.UTF_8)) + ": "
                + answer.statusCode() + ' ' + brief(answer.asString());
        if (answer.statusCode() >= 500) {
            wrong.add(what);
        } else if (answer.statusCode() >= 400) {
            if (!operation.path().equals("/mcp") && !answer.contentType().startsWith("application/problem+json")) {
                wrong.add("no problem: " + what);
            }
            if (!before.equals(state())) {
                wrong.add("half written: " + what);
            }
        }
        try {
            CONTRACT.check(operation, answer);
        } catch (AssertionError e) {
            wrong.add(brief(e.getMessage()) + " of " + what);
        }
        return answer;
    }

    private RequestSpecification caller(Contract.Operation operation) {
        return operation.node().has("x-role") ? Api.as("hostile" + random.nextInt(9), "editor") : Api.nobody();
    }

    private String state() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(STATE)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String brief(String text) {
        return text.length() < 300 ? text : text.substring(0, 300) + "... (" + text.length() + ')';
    }
}
