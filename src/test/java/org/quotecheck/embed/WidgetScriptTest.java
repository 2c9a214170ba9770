package org.quotecheck.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.quotecheck.Api;

/** The widget's scripts as publishers' pages load them. */
@QuarkusTest
class WidgetScriptTest {

    @ParameterizedTest
    @CsvSource({"quotecheck.js, 6", "quotecheck-article.js, 12"})
    void costsReadersAtMostSoManyKilobytes(String name, int kilobytes) throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(load(name).extract().asByteArray());
        }
        assertThat(zipped.size()).isLessThanOrEqualTo(kilobytes * 1024);
    }

    @Test
    void everyOriginMayLoadIt() {
        load("quotecheck.js")
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Cross-Origin-Resource-Policy", equalTo("cross-origin"))
                .header("Content-Type", equalTo("text/javascript;charset=utf-8"))
                .header("Set-Cookie", blankOrNullString());
    }

    @Test
    void knownScriptIsNotSentAgain() {
        var etag = load("quotecheck.js")
                .header(
                        "Cache-Control",
                        equalTo("public, max-age=60, s-maxage=180, stale-while-revalidate=60, stale-if-error=86400"))
                .extract()
                .header("ETag");
        assertThat(etag).matches("\"[0-9a-f]{16}\"");
        Api.nobody()
                .header("If-None-Match", etag)
                .get("/embed/v1/quotecheck.js")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(etag))
                .body(blankOrNullString());
        Api.nobody()
                .header("If-None-Match", "\"other\"")
                .get("/embed/v1/quotecheck.js")
                .then()
                .statusCode(200)
                .body(not(blankOrNullString()));
    }

    @ParameterizedTest
    @EnumSource
    void hashedScriptNeverChanges(Widget widget) throws Exception {
        var script = Api.nobody()
                .get(widget.pinnedPath())
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=31536000, immutable"))
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .extract()
                .asByteArray();
        assertThat(script)
                .isEqualTo(Api.nobody().get(widget.path()).then().extract().asByteArray());
        assertThat(widget.integrity())
                .isEqualTo("sha384-"
                        + Base64.getEncoder()
                                .encodeToString(
                                        MessageDigest.getInstance("SHA-384").digest(script)));
    }

    @Test
    void hashOfAnotherScriptIsUnknown() {
        Api.nobody()
                .get("/embed/v1/quotecheck.0123456789abcdef.js")
                .then()
                .statusCode(404)
                .header("Cache-Control", equalTo("no-store"));
    }

    private static ValidatableResponse load(String name) {
        return Api.nobody().get("/embed/v1/" + name).then().statusCode(200);
    }
}
