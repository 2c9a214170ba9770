package org.quotecheck.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;

/** Titles, lists and addresses of readers' pages that are easily forgotten. */
@QuarkusTest
class PageWordsTest {

    /** A program is still told what is wrong with its request. */
    @Test
    void mistypedAddressIsNotAPage() {
        for (var path : List.of("/claims/nothing", "/claims/nothing/revisions/1", "/articles/nothing")) {
            assertThat(get(path, 404).title()).startsWith("Page not found");
            Api.nobody().header("Accept", "application/json").get(path).then().statusCode(400);
        }
    }

    @Test
    void longClaimHasATitleThatTabsCanShow() {
        var claim = CheckedClaim.publishHostile("of " + "extremely ".repeat(20) + "long claims");
        var page = get(claim.path(), 200);
        assertThat(page.title()).hasSizeLessThan(200).contains("extremely…");
        assertThat(page.select("meta[property=og:title]").attr("content")).endsWith("extremely…");
        assertThat(page.selectFirst("h1").text()).endsWith(claim.text());
    }

    @Test
    void listsSayThatAVerdictIsUnderReviewAgain() {
        var claim = CheckedClaim.publish("of reviewed lists");
        var address = claim.articlePath();
        assertThat(get(address, 200).select(".again")).isEmpty();
        claim.reopen();
        assertThat(get(address, 200).select(".again").text()).isEqualTo("Under review again");
        assertThat(get("/", 200)
                        .select(".entry:has(a[href=" + claim.path() + "]) .again")
                        .text())
                .isEqualTo("Under review again");
        assertThat(get(claim.path(), 200).title()).contains("(Under review again)");
        for (var search : List.of("/search", "/search?q=reviewed+lists")) {
            assertThat(get(search, 200)
                            .select(".entry:has(a[href=" + claim.path() + "]) .again")
                            .text())
                    .as(search)
                    .isEqualTo("Under review again");
        }
    }

    /** Whoever does not trust the page gets the script that it names, and can read it first. */
    @Test
    void scriptThatVerifiesIsThere() throws IOException {
        var commands = get("/verify", 200).select("pre code").text();
        var address = Pattern.compile("curl -sO (\\S+)").matcher(commands);
        assertThat(address.find()).as(commands).isTrue();
        var path = URI.create(address.group(1)).getPath();
        assertThat(Api.nobody().get(path).then().statusCode(200).extract().asString())
                .isEqualTo(Files.readString(Path.of("docs", "verify-revisions.mjs")));
    }

    private static Document get(String path, int status) {
        return Jsoup.parse(Api.nobody()
                .header("Accept", "text/html")
                .get(path)
                .then()
                .statusCode(status)
                .extract()
                .asString());
    }
}
