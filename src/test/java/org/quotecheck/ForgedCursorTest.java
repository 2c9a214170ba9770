package org.quotecheck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quotecheck.http.Cursor;

/** What a cursor holds is not signed: whoever changes a part of it gets a page or a 400, from every list. */
@QuarkusTest
class ForgedCursorTest {

    private static final String ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";
    private static final String TIME = "2026-01-01T00:00:00Z";
    private static final List<String> PARTS = List.of(
            "",
            "x",
            ID,
            "-0",
            "1e39",
            "1e300",
            "NaN",
            "2147483647",
            "2147483648",
            "9223372036854775808",
            "\u202e",
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "+10000-01-01T00:00:00Z",
            "+300000-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z");

    @Test
    void ofAnyList() {
        var article = article();
        var claim = corrected();
        corrected();
        for (int i = 0; i < 2; i++) {
            Api.reviewer()
                    .contentType("application/json")
                    .body(Map.of("text", "Comment " + i))
                    .post("/v1/claims/" + claim + "/comments");
        }
        var tried = new TreeMap<String, Integer>();
        for (var operation : new Contract().operations().values()) {
            var parameters = operation.parameters().stream()
                    .map(parameter -> parameter.path("name").asText())
                    .toList();
            if (operation.method().equals("GET") && parameters.containsAll(List.of("cursor", "limit"))) {
                var id = operation.path().startsWith("/v1/articles/") ? article : claim;
                var list = operation.path().replace("{id}", id) + "?limit=1";
                tried.put(operation.name(), forge(list, "&cursor=", get(list).path("nextCursor")));
            }
        }
        var ranked = "/v1/claims?q=won&limit=1";
        tried.put(ranked, forge(ranked, "&cursor=", get(ranked).path("nextCursor")));
        var google = "/v1alpha1/claims:search?query=won&pageSize=1";
        tried.put(google, forge(google, "&pageToken=", get(google).path("nextPageToken")));
        assertThat(tried.values().stream().filter(count -> count > 0).count())
                .as(tried.toString())
                .isGreaterThan(7);
    }

    @Test
    void ofAnyFeedOrPage() {
        for (var part : PARTS) {
            for (var feed : List.of("verdicts.atom", "verdicts.json", "claimreview.jsonld")) {
                taken("/feeds/" + feed + "?cursor=" + Cursor.write(List.of(part, ID), "feed"));
                taken("/feeds/" + feed + "?cursor=" + Cursor.write(List.of(TIME, part), "feed"));
            }
            for (var key : List.of(List.of(part, ID, "1"), List.of(TIME, part, "1"), List.of(TIME, ID, part))) {
                taken("/feeds/corrections.atom?cursor=" + Cursor.write(key, "corrections"));
                taken("/corrections?cursor=" + Cursor.write(key));
            }
            taken("/search?q=won&cursor=" + Cursor.write(List.of(part, ID), "page", "won"));
        }
    }

    /** A list that parsed a part itself would be the next to forget what else may stand there. */
    @Test
    void noListTakesAPartApartItself() throws IOException {
        var parsing = Pattern.compile("\\.parse\\(|\\.parse[A-Z]\\w+\\(last|UUID\\.fromString\\(|Integer\\.valueOf\\(");
        var wrong = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var source = Files.readString(file);
                if (source.contains("Cursor.read(") && parsing.matcher(source).find()) {
                    wrong.add(file.getFileName().toString());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** How many were tried. */
    private static int forge(String list, String parameter, String cursor) {
        if (cursor == null) {
            return 0;
        }
        var parts = List.of(new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split("\u001f", -1));
        for (int i = 1; i < parts.size(); i++) {
            for (var part : PARTS) {
                var forged = new ArrayList<>(parts);
                forged.set(i, part);
                var text = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(String.join("\u001f", forged).getBytes(UTF_8));
                taken(list + parameter + text);
            }
        }
        return (parts.size() - 1) * PARTS.size();
    }

    private static void taken(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.asString()).isIn(200, 400);
    }

    private static Response get(String path) {
        return Api.as("fay", "reviewer", "editor", "submitter").get(path);
    }

    private static String article() {
        return Api.submitter()
                .contentType("application/json")
                .body(Map.of(
                        "url",
                        Api.uniqueUrl(),
                        "text",
                        "Ann Lee said: \"We won it twice.\" Bob Ray said: \"We lost the rest of them.\""))
                .post("/v1/articles")
                .path("id");
    }

    private static String corrected() {
        var claim = Api.claim(Api.unique("We won"));
        Api.publish(claim, "false");
        Api.move(Api.editor(), claim, Map.of("to", "in_review")).then().statusCode(201);
        Api.correct(claim, "It was mixed.");
        return claim;
    }
}
