package org.quotecheck.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quotecheck.Problems.invalid;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** JSON with members that are unknown, missing, of the wrong type or not allowed: 422 that names each. */
@QuarkusTest
class InvalidMemberTest {

    @ParameterizedTest
    @EnumSource
    void unknownMemberIsNamed(Door door) {
        refuse(door, "colour", "1", "/colour");
        refuse(door, "a/b~c", "1", "/a~1b~0c");
    }

    @ParameterizedTest
    @EnumSource
    void charactersThatCannotBeStoredAreNamed(Door door) {
        refuse(door, "text", "\"a\\u0000b\"", "/text");
        refuse(door, "text", "\"a\\ud800b\"", "/text");
        refuse(door, "text", "\"a\\udc00\"", "/text");
        refuse(door, "text", "\"\\udc00\\ud800\"", "/text");
        refuse(door, "text", "[\"a\", {\"b\": \"\\ud83d\"}]", "/text/1/b");
        refuse(door, "a\\ud800", "1", "/a\ufffd");
        refuse(door, "a\\u0000", "1", "/a\ufffd");
    }

    @ParameterizedTest
    @EnumSource
    void hugeNumberIsNeverAFailure(Door door) {
        for (var number :
                new String[] {"1e999999999", "-1e-999999999", "123456789012345678901234567890", "1" + "0".repeat(900)
                }) {
            refuse(door, "text", number, "/text");
        }
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "url | 1 | /url",
                "url | null | /url",
                "url | [] | /url",
                "url | {} | /url",
                "url | true | /url",
                "url | \"\" | /url",
                "url | \"news\" | /url",
                "url | \"ftp://news.example/\" | /url",
                "url | \"https://sam@news.example/\" | /url",
                "url | \"https://sam:pw@news.example/\" | /url",
                "url | \"https://\" | /url",
                "url | \"https:///?a\" | /url",
                "url | \"//news.example/\" | /url",
                "url | \"https://news.example:99999/\" | /url",
                "url | \"javascript:alert(1)\" | /url",
                "text | 1 | /text",
                "text | null | /text",
                "text | [\"a\"] | /text",
                "text | \"\" | /text",
                "text | \" \\n\" | /text",
                "html | \"<p>a</p>\" | /html",
                "html | 1 | /html",
                "title | 1 | /title",
                "title | \"\" | /title",
                "authors | \"Ann\" | /authors",
                "authors | [1] | /authors/0",
                "authors | [\"Ann\", null] | /authors/1",
                "authors | [\"\"] | /authors/0",
                "publisher | \"The Daily\" | /publisher",
                "publisher | [] | /publisher",
                "publisher | {\"name\": 1} | /publisher/name",
                "publisher | {\"name\": \"\"} | /publisher/name",
                "publisher | {\"nam\": \"x\"} | /publisher/nam",
                "publishedAt | 1700000000 | /publishedAt",
                "publishedAt | 1.5 | /publishedAt",
                "publishedAt | 1e999999999 | /publishedAt",
                "publishedAt | \"1700000000\" | /publishedAt",
                "publishedAt | \"\" | /publishedAt",
                "publishedAt | \"yesterday\" | /publishedAt",
                "publishedAt | \"2026-02-30T00:00:00Z\" | /publishedAt",
                "publishedAt | \"2026-02-30\" | /publishedAt",
                "publishedAt | \"2026-02-03T10:00:00\" | /publishedAt",
                "publishedAt | \"+999999999-01-01T00:00:00Z\" | /publishedAt",
                "language | 1 | /language",
                "language | \"english!\" | /language",
                "language | \"\" | /language"
            })
    void articleMember(String member, String value, String pointer) {
        refuse(Door.ARTICLES, member, value, pointer);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "text | 1 | /text",
                "text | \"\" | /text",
                "text | \"?!\" | /text",
                "text | null | /text",
                "quoteId | \"x\" | /quoteId",
                "quoteId | 1 | /quoteId",
                "quoteId | \"AAAAAAAAAAAAAAAAAAAAAA==\" | /quoteId",
                "quoteId | \"1-1-1-1-1\" | /quoteId",
                "quoteId | \"\" | /quoteId",
                "quoteId | \"0198c0de-0000-7000-8000-000000000000\" | /quoteId",
                "quote | {\"exact\": \"We won\"} | /article",
                "article | {\"url\": \"ftp://news.example/\"} | /article/url",
                "article | {} | /article/url",
                "claimant | \"Ann\" | /claimant",
                "claimant | {} | /claimant/name",
                "claimant | {\"name\": 1} | /claimant/name",
                "claimant | {\"name\": \" \"} | /claimant/name",
                "claimant | {\"name\": \"A\", \"type\": \"Dog\"} | /claimant/type",
                "claimant | {\"name\": \"A\", \"type\": 0} | /claimant/type",
                "claimant | {\"name\": \"A\", \"sameAs\": [\"x\"]} | /claimant/sameAs/0",
                "claimant | {\"name\": \"A\", \"sameAs\": [null]} | /claimant/sameAs/0",
                "claimant | {\"name\": \"A\", \"sameAs\": 1} | /claimant/sameAs/0",
                "claimDate | \"2026-13-01\" | /claimDate",
                "claimDate | \"2026-1-1\" | /claimDate",
                "claimDate | 20260101 | /claimDate",
                "claimDate | [2026, 1, 1] | /claimDate",
                "claimDate | \"2026-01-01T00:00:00Z\" | /claimDate",
                "claimDate | \"0999-12-31\" | /claimDate",
                "claimDate | \"2099-01-01\" | /claimDate",
                "claimDate | \"+12026-01-01\" | /claimDate",
                "claimDate | \"\" | /claimDate",
                "language | \"e\" | /language",
                "sources | {} | /sources",
                "sources | [1] | /sources/0",
                "sources | [null] | /sources/0",
                "sources | [{\"url\": \"https://a.example/\", \"title\": \"T\"}] | /sources/0/role"
            })
    void claimMember(String member, String value, String pointer) {
        refuse(Door.CLAIMS, member, value, pointer);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "url | \"x\"",
                "url | null",
                "title | \" \"",
                "title | 1",
                "role | \"agrees\"",
                "role | \"SUPPORTS\"",
                "role | 0",
                "role | null",
                "role | \"\"",
                "publishedAt | \"x\"",
                "accessedAt | 1",
                "accessedAt | \"-999999-01-01T00:00:00Z\"",
                "archiveUrl | \"x\"",
                "excerpt | \"\"",
                "note | {}",
                "publisher | {\"name\": \"x\"}"
            })
    void sourceMember(String member, String value) {
        refuse(Door.SOURCES, member, value, "/" + member);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "rating | \"wrong\" | /rating",
                "rating | true | /rating",
                "quoteVerdict | \"x\" | /quoteVerdict",
                "summary | \" \" | /summary",
                "summary | false | /summary",
                "language | \"?\" | /language",
                "reasons | \"x\" | /reasons",
                "reasons | [null] | /reasons/0",
                "sources | [\"x\"] | /sources/0",
                "sources | [null] | /sources/0",
                "sources | [] | /sources",
                "sources | [\"0198c0de-0000-7000-8000-000000000000\"] | /sources/0",
                "explanation | [] | /explanation"
            })
    void draftMember(String member, String value, String pointer) {
        refuse(Door.VERDICT_DRAFT, member, value, pointer);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "to | \"nowhere\"",
                "to | null",
                "to | 0",
                "to | [\"submitted\"]",
                "to | \"Submitted\"",
                "reason | 1",
                "comment | \"\"",
                "duplicateOf | \"x\"",
                "publicNote | []",
                "kind | \"x\""
            })
    void transitionMember(String member, String value) {
        refuse(Door.TRANSITIONS, member, value, "/" + member);
    }

    @ParameterizedTest
    @ValueSource(ints = {2049, 100_000})
    void overlongUrlIsNamed(int length) {
        refuse(Door.ARTICLES, "url", "\"https://news.example/" + "a".repeat(length) + '"', "/url");
        refuse(Door.SOURCES, "url", "\"https://news.example/" + "a".repeat(length) + '"', "/url");
    }

    @Test
    void everyWrongMemberIsNamedAtOnce() {
        var response = invalid(
                Door.SOURCES.send("{\"url\": \"x\", \"title\": \"\"}".getBytes(UTF_8), "application/json"), "/url");
        assertThat(response.jsonPath().getList("errors.pointer")).containsExactlyInAnyOrder("/role", "/title", "/url");
    }

    @Test
    void refusedArticleAndClaimLeaveNothing() {
        var url = Api.uniqueUrl();
        invalid(
                Door.ARTICLES.send(
                        ("{\"url\": \"" + url + "\", \"text\": \"a\\u0000\"}").getBytes(UTF_8), "application/json"),
                "/text");
        Api.nobody().queryParam("url", url).get("/v1/articles/by-url").then().statusCode(404);
        var words = "w" + UUID.randomUUID().toString().replace("-", "");
        invalid(
                Door.CLAIMS.send(
                        ("{\"text\": \"" + words
                                        + "\", \"sources\": [{\"url\": \"https://a.example/\", \"title\": \"T\", \"role\": \"context\"}, {}]}")
                                .getBytes(UTF_8),
                        "application/json"),
                "/sources/1/url");
        assertThat(Api.editor()
                        .queryParam("q", words)
                        .get("/v1/claims")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    private static void refuse(Door door, String member, String value, String pointer) {
        var claim = door.onClaim() ? Door.claimInReview() : null;
        var before = claim == null ? null : Api.etag(claim);
        invalid(door.send(claim, door.bodyWith(member, value).getBytes(UTF_8), "application/json"), pointer);
        if (claim != null) {
            assertThat(Api.etag(claim)).isEqualTo(before);
        }
    }
}
