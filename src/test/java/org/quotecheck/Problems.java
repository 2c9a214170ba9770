package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;

/** What every refusal must look like: RFC 9457, complete, and nothing of the inside in it. */
public final class Problems {

    private Problems() {}

    public static Response refused(Response response, int status) {
        var body = response.asString();
        assertThat(response.statusCode()).as(body).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.<String>path("type")).matches("/problems/[a-z-]+");
        assertThat(response.<String>path("title")).isNotBlank();
        assertThat(response.<Integer>path("status")).isEqualTo(status);
        assertThat(response.<String>path("detail")).isNotBlank();
        assertThat(response.<String>path("instance")).startsWith("/");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.header("X-Request-Id")).isNotBlank();
        assertThat(body).doesNotContain("org.", "java.", "com.fasterxml", "Exception", "SQL", "\\tat ");
        return response;
    }

    /** A 422 that names this member, a JSON Pointer, among its errors. */
    public static Response invalid(Response response, String pointer) {
        refused(response, 422);
        assertThat(response.<String>path("type")).isEqualTo("/problems/invalid-input");
        assertThat(response.jsonPath().getList("errors.pointer", String.class))
                .as(response.asString())
                .contains(pointer);
        assertThat(response.jsonPath().getList("errors.detail", String.class))
                .doesNotContainNull()
                .noneMatch(String::isBlank);
        return response;
    }
}
