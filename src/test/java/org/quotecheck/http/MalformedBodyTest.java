package org.quotecheck.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quotecheck.Problems.invalid;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** Bodies that cannot be read as JSON in UTF-8, at every address that takes one. */
@QuarkusTest
class MalformedBodyTest {

    @ParameterizedTest
    @EnumSource
    void bodyThatWorksWorks(Door door) {
        assertThat(door.send(door.body().getBytes(UTF_8), "application/json").statusCode())
                .isIn(200, 201);
        assertThat(door.send(door.body().getBytes(UTF_8), "Application/JSON; charset=\"UTF-8\"")
                        .statusCode())
                .isIn(200, 201);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("unreadable")
    void unreadableBodyIsRefusedAndChangesNothing(Door door, String what, byte[] content) {
        var claim = door.onClaim() ? Door.claimInReview() : null;
        var before = claim == null ? null : Api.etag(claim);
        var response = refused(door.send(claim, content, "application/json"), 400);
        assertThat(response.<String>path("type")).isEqualTo("/problems/malformed-request");
        if (claim != null) {
            assertThat(Api.etag(claim)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyAnObjectIsAllowed(Door door) {
        for (var json : List.of("[]", "1", "\"text\"", "null", "true")) {
            invalid(door.send(json.getBytes(UTF_8), "application/json"), "");
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherMediaTypesAreRefused(Door door) {
        var body = door.body().getBytes(UTF_8);
        for (var type : List.of(
                "text/plain",
                "application/xml",
                "application/json; charset=iso-8859-1",
                "application/jsonp",
                "application/merge-patch+json",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded")) {
            refused(door.send(body, type), 415);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "/", "application/", ";charset=utf-8", "application/json; charset", "a/b/c"})
    void mediaTypeThatIsNoneIsRefused(String type) {
        var response = Door.CLAIMS.send(Door.CLAIMS.body().getBytes(UTF_8), type);
        assertThat(response.statusCode()).isIn(400, 415);
        refused(response, response.statusCode());
    }

    static Stream<Arguments> unreadable() {
        return Arrays.stream(Door.values())
                .flatMap(door -> contents(door.body()).entrySet().stream()
                        .map(content -> Arguments.of(door, content.getKey(), content.getValue())));
    }

    private static Map<String, byte[]> contents(String works) {
        var contents = new LinkedHashMap<String, byte[]>();
        contents.put("nothing", new byte[0]);
        contents.put("a blank", " ".getBytes(UTF_8));
        contents.put("no end", works.substring(0, works.length() - 1).getBytes(UTF_8));
        contents.put("trailing comma", works.replaceFirst("}$", ",}").getBytes(UTF_8));
        contents.put("trailing value", (works + " {}").getBytes(UTF_8));
        contents.put("trailing bracket", (works + "]").getBytes(UTF_8));
        contents.put(
                "member twice",
                works.replaceFirst("^\\{([^,]+?)([,}])", "{$1, $1$2").getBytes(UTF_8));
        contents.put("single quotes", works.replace('"', '\'').getBytes(UTF_8));
        contents.put("comment", ("/* */" + works).getBytes(UTF_8));
        contents.put("NaN", "{\"text\": NaN}".getBytes(UTF_8));
        contents.put("raw control character", "{\"text\": \"a\nb\"}".getBytes(UTF_8));
        contents.put(
                "Latin-1", works.replace("\"}", "é\"}").replace("\"]", "é\"]").getBytes(ISO_8859_1));
        contents.put("UTF-16", works.getBytes(UTF_16));
        contents.put("overlong slash", overlong(works, 0xc0, 0xaf));
        contents.put("surrogate in UTF-8", overlong(works, 0xed, 0xa0, 0x80));
        contents.put("above U+10FFFF", overlong(works, 0xf4, 0x90, 0x80, 0x80));
        contents.put("10,000 arrays", ("{\"text\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}").getBytes(UTF_8));
        contents.put("10,000 objects", ("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)).getBytes(UTF_8));
        contents.put("10,000 open arrays", "[".repeat(10_000).getBytes(UTF_8));
        return contents;
    }

    private static byte[] overlong(String works, int... bytes) {
        var latin = new StringBuilder();
        Arrays.stream(bytes).forEach(value -> latin.append((char) value));
        return works.replaceFirst("-", latin.toString()).getBytes(ISO_8859_1);
    }
}
