package org.quotecheck.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotecheck.Api;
import org.quotecheck.Slow;

/** A claim's page stays small, whatever the claim has: all members as long as they may be, in letters of many bytes. */
@Slow
@QuarkusTest
@TestProfile(LargestPageTest.OwnDatabase.class)
class LargestPageTest {

    /** Other tests measure the lists, of which these claims would be the first. */
    public static class OwnDatabase implements QuarkusTestProfile {}

    private static final int MOST = 60_000;
    private static final int MOST_ZIPPED = 30_000;

    private final Random random = new Random(7);

    @ParameterizedTest
    @CsvSource({"0x4e00, 20000", "0x1f300, 512", "0x410, 64"})
    void isBounded(String first, int letters) throws IOException {
        int from = Integer.decode(first);
        var claim = Api.claim(Map.of(
                "text",
                words(from, letters, 4_999),
                "language",
                "und",
                "claimant",
                Map.of("name", words(from, letters, 190), "type", "Person"),
                "quote",
                Map.of("exact", words(from, letters, 4_999)),
                "article",
                Map.of("url", Api.uniqueUrl(), "title", words(from, letters, 490))));
        Api.move(Api.reviewer(), claim, Map.of("to", "in_review")).then().statusCode(201);
        for (int i = 0; i < 3; i++) {
            Api.reviewer()
                    .contentType(ContentType.JSON)
                    .body(Map.of(
                            "reference", words(from, letters, 490),
                            "title", words(from, letters, 490),
                            "role", "refutes",
                            "excerpt", words(from, letters, 1_990),
                            "note", words(from, letters, 1_990)))
                    .post("/v1/claims/" + claim + "/sources")
                    .then()
                    .statusCode(201);
        }
        var draft = Map.of(
                "rating",
                "mixed",
                "summary",
                words(from, letters, 990),
                "explanation",
                words(from, letters, 49_990),
                "language",
                "en");
        Api.publish(claim, draft);
        Api.move(Api.editor(), claim, Map.of("to", "in_review")).then().statusCode(201);
        Api.correct(claim, words(from, letters, 1_990));

        for (var path :
                new String[] {"/claims/" + claim, "/claims/" + claim + "/revisions/1", "/", "/corrections", "/search"
                }) {
            var page = Api.nobody()
                    .header("Accept", "text/html")
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            assertThat(page.length).as(path).isLessThan(MOST);
            assertThat(zipped(page)).as(path + ", zipped").isLessThan(MOST_ZIPPED);
        }
    }

    private String words(int from, int letters, int length) {
        return random.ints(length, from, from + letters)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int zipped(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.size();
    }
}
