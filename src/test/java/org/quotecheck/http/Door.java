package org.quotecheck.http;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.quotecheck.Api;

/** Every address that takes a body, with a caller who may use it and a state in which the body would do its work. */
enum Door {
    ARTICLES(
            "POST",
            "/v1/articles",
            "{\"url\": \"https://news.example/%s\", \"text\": \"\\\"We won,\\\" said Ann Lee.\"}"),
    EXTRACTIONS("POST", "/v1/extractions", "{\"text\": \"\\\"We won,\\\" said Ann Lee, %s.\"}"),
    CLAIMS("POST", "/v1/claims", "{\"text\": \"We won %s.\"}"),
    SOURCES(
            "POST",
            "/v1/claims/{id}/sources",
            "{\"url\": \"https://source.example/%s\", \"title\": \"Table\", \"role\": \"context\"}"),
    VERDICT_DRAFT(
            "PUT",
            "/v1/claims/{id}/verdict-draft",
            "{\"rating\": \"false\", \"summary\": \"Not so, %s.\", \"language\": \"en\"}"),
    TRANSITIONS("POST", "/v1/claims/{id}/transitions", "{\"to\": \"submitted\", \"comment\": \"%s\"}"),
    DEV_TOKENS("POST", "/dev/tokens", "{\"subject\": \"%s\", \"roles\": [\"reviewer\"]}");

    private final String method;
    private final String path;
    private final String body;

    Door(String method, String path, String body) {
        this.method = method;
        this.path = path;
        this.body = body;
    }

    /** A body that works, different each time. */
    String body() {
        return body.formatted(UUID.randomUUID());
    }

    /** A body that works, with one member replaced or added; {@code value} is JSON. */
    String bodyWith(String member, String value) {
        var json = body().replaceFirst("\"" + member + "\": (\\[.*?]|\"(\\\\.|[^\"\\\\])*\")(, )?", "")
                .replaceFirst(", }$", "}");
        return json.substring(0, json.length() - 1) + (json.equals("{}") ? "" : ", ") + '"' + member + "\": " + value
                + "}";
    }

    /** Whether it works on a claim. */
    boolean onClaim() {
        return path.contains("{id}");
    }

    Response send(byte[] content, String contentType) {
        return send(onClaim() ? claimInReview() : null, content, contentType);
    }

    /** @param claim in review, null for a door that works on none */
    Response send(String claim, byte[] content, String contentType) {
        var request = as(claim).body(content);
        return (contentType == null ? request : request.header("Content-Type", contentType))
                .request(method, claim == null ? path : path.replace("{id}", claim));
    }

    private RequestSpecification as(String claim) {
        var plain = RestAssured.config()
                .encoderConfig(EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.BINARY));
        var request = Api.reviewer().config(plain);
        return this == TRANSITIONS ? request.header("If-Match", Api.etag(claim)) : request;
    }

    static String claimInReview() {
        var claim = Api.claim(Api.unique("We won"));
        Api.move(Api.reviewer(), claim, Map.of("to", "in_review")).then().statusCode(201);
        return claim;
    }
}
