package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** What openapi.yaml allows at most is taken: texts of full length, in letters that are two UTF-16 units each. */
@QuarkusTest
class OpenApiLimitsTest {

    private static final Contract CONTRACT = new Contract();
    private static final String HOST = ("a".repeat(63) + ".").repeat(3) + "a".repeat(61);
    private static final String LETTER = "\uD801\uDC37";

    @Test
    void textsOfFullLengthAreAccepted() {
        var article = full("submitArticle", "text");
        article.put("url", Api.uniqueUrl());
        send(Api.submitter(), "submitArticle", article);
        var claim = send(Api.submitter(), "submitClaim", full("submitClaim", "ofWords"))
                .<String>path("id");
        Api.move(Api.reviewer(), claim, java.util.Map.of("to", "in_review"))
                .then()
                .statusCode(201);
        send(Api.reviewer(), "addSource", full("addSource", "report"), claim);
        var draft = full("writeVerdictDraft", "draft");
        draft.remove("sources");
        send(Api.reviewer(), "writeVerdictDraft", draft, claim);
    }

    private static ObjectNode full(String operationId, String example) {
        var body = CONTRACT.request(operationId, example);
        fill(CONTRACT.requestContent(CONTRACT.operation(operationId)).path("schema"), body);
        return body;
    }

    /** Makes each text that has a limit as long as it may be; URLs and hosts stay what they are. */
    private static void fill(JsonNode reference, ObjectNode object) {
        CONTRACT.resolve(reference).path("properties").properties().forEach(member -> {
            var schema = CONTRACT.resolve(member.getValue());
            var value = object.path(member.getKey());
            if (value instanceof ObjectNode inner) {
                fill(schema, inner);
            } else if (value.path(0) instanceof ObjectNode inner) {
                fill(schema.path("items"), inner);
            } else if (member.getKey().equals("site")) {
                assertThat(HOST).hasSize(schema.path("maxLength").asInt());
                object.put("site", HOST);
            } else if (value.isTextual()
                    && schema.has("maxLength")
                    && !member.getKey().equals("site")
                    && !value.asText().startsWith("https:")) {
                object.put(
                        member.getKey(), LETTER.repeat(schema.path("maxLength").asInt()));
            }
        });
    }

    private static Response send(RequestSpecification who, String operationId, JsonNode body, String... ids) {
        var operation = CONTRACT.operation(operationId);
        var path = ids.length == 0 ? operation.path() : operation.path().replace("{id}", ids[0]);
        var response = who.contentType(ContentType.JSON).body(body.toString()).request(operation.method(), path);
        assertThat(response.statusCode())
                .as(operationId + ": " + response.asString())
                .isEqualTo(201);
        CONTRACT.check(operation, response);
        return response;
    }
}
