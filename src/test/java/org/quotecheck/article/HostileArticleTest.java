package org.quotecheck.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quotecheck.Problems.invalid;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quotecheck.Api;

/** Articles made to hurt: they are taken or refused like any other, and never break the service. */
@QuarkusTest
class HostileArticleTest {

    private static final int MANY = 100_000;

    @ParameterizedTest(name = "{0}")
    @MethodSource("articles")
    void hostileArticleIsTaken(String what, String member, String value) {
        var answer = submit(Map.of("url", Api.uniqueUrl(), member, value));
        assertThat(answer.statusCode())
                .as(answer.asString()
                        .substring(0, Math.min(500, answer.asString().length())))
                .isEqualTo(201);
    }

    @Test
    void manyQuotesAreFoundAgainInTheNextVersion() {
        var url = Api.uniqueUrl();
        var text = "\"We won it,\" said Ann Lee.\n\n".repeat(3_000);
        var first = submit(Map.of("url", url, "text", text))
                .then()
                .statusCode(201)
                .extract()
                .<List<String>>path("quotes.id");
        var second = submit(Map.of("url", url, "text", "And now this.\n\n" + text))
                .then()
                .statusCode(201)
                .extract()
                .<List<String>>path("quotes.id");
        assertThat(second).hasSize(3_000).containsExactlyInAnyOrderElementsOf(first);
    }

    @Test
    void longUrlOfOtherLettersIsKept() {
        var url = Api.uniqueUrl() + "/" + "語彙体系論".repeat(300);
        submit(Map.of("url", url, "text", "Words.")).then().statusCode(201);
        Api.nobody().queryParam("url", url).get("/v1/articles/by-url").then().statusCode(200);
    }

    @Test
    void endlessLanguageIsRefused() {
        invalid(
                submit(Map.of("url", Api.uniqueUrl(), "text", "Words.", "language", "en" + "-abcde".repeat(MANY))),
                "/language");
    }

    @Test
    void endlessMembersAreRefused() {
        var url = Api.uniqueUrl();
        invalid(submit(Map.of("url", url, "text", "Words.", "title", "t".repeat(1_000_000))), "/title");
        invalid(
                submit(Map.of("url", url, "text", "Words.", "authors", java.util.Collections.nCopies(51, "Ann"))),
                "/authors");
        invalid(submit(Map.of("url", url, "text", "Words.", "authors", List.of("a".repeat(201)))), "/authors/0");
        invalid(
                submit(Map.of("url", url, "text", "Words.", "publisher", Map.of("site", "s".repeat(254)))),
                "/publisher/site");
        Api.nobody().queryParam("url", url).get("/v1/articles/by-url").then().statusCode(404);
    }

    static Stream<Arguments> articles() {
        return Stream.of(
                Arguments.of("nested elements", "html", "<div>".repeat(MANY) + "Words."),
                Arguments.of("nested quotations", "html", "<p>" + "<q>".repeat(MANY) + "Words."),
                Arguments.of("open tags", "html", "Words." + "<p".repeat(MANY)),
                Arguments.of("attributes", "html", "<p " + "a=b ".repeat(MANY) + ">Words."),
                Arguments.of("entities", "html", "&amp;".repeat(MANY) + "&#1114112;&#xd800;&#0;Words."),
                Arguments.of(
                        "formatting that is never closed",
                        "html",
                        "<b><i><u>".repeat(2_000) + "<p>Words.".repeat(2_000)),
                Arguments.of("tables in tables", "html", "<table><tr><td>".repeat(5_000) + "Words."),
                Arguments.of(
                        "elements that are no text",
                        "html",
                        "<br>".repeat(MANY) + "<svg></svg>".repeat(MANY) + "Words."),
                Arguments.of("marks", "text", "\"".repeat(MANY)),
                Arguments.of("opening marks", "text", "“a ".repeat(MANY)),
                Arguments.of("blanks", "text", "a" + " ".repeat(10 * MANY) + "\"We won,\" said Ann Lee."),
                Arguments.of("lines", "text", "\n".repeat(MANY) + "Words."),
                Arguments.of("one word", "text", "a".repeat(10 * MANY)),
                Arguments.of("combining marks", "text", "a" + "\u0301".repeat(MANY)),
                Arguments.of("quotations", "text", "\"We won it,\" said Ann Lee.\n\n".repeat(3_000)));
    }

    private static Response submit(Map<String, ?> article) {
        return Api.submitter().contentType(ContentType.JSON).body(article).post("/v1/articles");
    }
}
