package org.quotecheck.page;

import static org.quotecheck.Api.editor;
import static org.quotecheck.Api.move;
import static org.quotecheck.Api.reviewer;
import static org.quotecheck.Api.submitter;

import io.restassured.http.ContentType;
import java.util.Map;
import org.quotecheck.Api;

/**
 * A published claim in which every field that takes free text is filled: each with {@code words} and a text of its own.
 */
record CheckedClaim(String id, String text, String url) {

    static CheckedClaim publish(String words) {
        return publish(words, words.strip(), "en"); // names hold no line separators
    }

    /** With the verdict in another language. */
    static CheckedClaim publish(String words, String language) {
        return publish(words, words, language);
    }

    /** Names are shorter, and hold nothing invisible. */
    static CheckedClaim publishHostile(String words) {
        return publish(words, words.substring(0, 100).strip(), "en");
    }

    private static CheckedClaim publish(String words, String name, String language) {
        var text = Api.unique("The text " + words);
        var url = Api.uniqueUrl();
        var id = submitter()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "text",
                        text,
                        "claimDate",
                        "2026-03-01",
                        "language",
                        "en",
                        "claimant",
                        Map.of(
                                "name",
                                "Ann Lee " + name,
                                "jobTitle",
                                "Mayor " + name,
                                "sameAs",
                                "https://people.example/ann-lee"),
                        "quote",
                        Map.of("exact", "The quote " + words),
                        "article",
                        Map.of(
                                "url",
                                url,
                                "title",
                                "The article " + words,
                                "publisher",
                                Map.of("name", "The Daily " + name))))
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        move(reviewer(), id, Map.of("to", "in_review")).then().statusCode(201);
        reviewer()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "url",
                        "https://statistics.example/1?a=1&b=2",
                        "title",
                        "The table " + words,
                        "publisher",
                        "The office " + name,
                        "author",
                        "The clerk " + name,
                        "publishedAt",
                        "2026-02-01T00:00:00Z",
                        "role",
                        "refutes",
                        "archiveUrl",
                        "https://archive.example/1",
                        "excerpt",
                        "The excerpt " + words,
                        "note",
                        "The note " + words))
                .post("/v1/claims/" + id + "/sources")
                .then()
                .statusCode(201);
        reviewer()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "rating",
                        "mostly_false",
                        "quoteVerdict",
                        "altered",
                        "summary",
                        "The summary " + words,
                        "explanation",
                        "The first paragraph " + words + "\n\nThe second paragraph " + words
                                + "\n\n## How we counted\n\n1. By *hand* [1].\n2. As [the office](https://statistics.example/) does.",
                        "language",
                        language))
                .put("/v1/claims/" + id + "/verdict-draft")
                .then()
                .statusCode(201);
        move(reviewer(), id, Map.of("to", "proposed")).then().statusCode(201);
        move(editor(), id, Map.of("to", "published")).then().statusCode(201);
        return new CheckedClaim(id, text, url);
    }

    /** Says the same again, with a correction note. */
    CheckedClaim correct(String note) {
        reopen();
        move(editor(), id, Map.of("to", "proposed")).then().statusCode(201);
        move(Api.as("edith", "editor"), id, Map.of("to", "published", "kind", "correction", "publicNote", note))
                .then()
                .statusCode(201);
        return this;
    }

    CheckedClaim reopen() {
        move(editor(), id, Map.of("to", "in_review")).then().statusCode(201);
        return this;
    }

    /** The page of the article in which it appeared; the article is submitted for it, once. */
    String articlePath() {
        return "/articles/"
                + submitter()
                        .contentType(ContentType.JSON)
                        .body(Map.of(
                                "url", url, "title", "The article of " + text, "text", "The story.", "language", "en"))
                        .post("/v1/articles")
                        .then()
                        .extract()
                        .<String>path("id");
    }

    String path() {
        return "/claims/" + id;
    }
}
