package org.quotecheck.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;
import org.quotecheck.Browser;

/** A claim's address becomes a card where a CMS asks for one (oEmbed 1.0). */
@QuarkusTest
class OEmbedTest {

    @Test
    void claimsPageNamesItsCard() {
        var claim = publish();
        var page = Jsoup.parse(Api.nobody().get("/claims/" + claim).asString());
        var address =
                page.select("link[rel=alternate][type=application/json+oembed]").attr("href");
        var answer = Api.nobody()
                .urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("type", equalTo("rich"))
                .body("version", equalTo("1.0"))
                .body("provider_name", equalTo("Quotecheck"))
                .body("title", containsString("Mostly false: We built"))
                .body("width", equalTo(600))
                .extract();
        var html = Jsoup.parse(answer.<String>path("html"));
        assertThat(html.select("iframe").attr("src")).isEqualTo(Browser.service() + "/embed/claims/" + claim);
        assertThat(html.select("blockquote a").attr("href")).isEqualTo(Browser.service() + "/claims/" + claim);
        assertThat(html.select("blockquote").text()).contains("Mostly false. Fact check by Quotecheck");
    }

    @Test
    void sizeIsAtMostWhatIsAskedFor() {
        ask("?url=" + page(publish()) + "&maxwidth=300&maxheight=250&dnt=1&format=json")
                .statusCode(200)
                .body("width", equalTo(300))
                .body("height", lessThanOrEqualTo(250))
                .body("html", containsString("width=\"300\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "?utm_source=x", "#top", "/?a=b#c"})
    void addressMayHaveATail(String tail) {
        ask("?url="
                        + (page(publish()) + tail)
                                .replace("?", "%3F")
                                .replace("#", "%23")
                                .replace("&", "%26"))
                .statusCode(200);
    }

    @Test
    void hostHasNoCase() {
        var claim = publish();
        ask("?url=" + Browser.service().toUpperCase(Locale.ROOT) + "/claims/" + claim)
                .statusCode(200);
        ask("?url=" + Browser.service() + "/CLAIMS/" + claim).statusCode(404);
    }

    @Test
    void whatIsNotAClaimOfOursIsUnknown() {
        ask("?url=" + page(UUID.randomUUID().toString())).statusCode(404);
        ask("?url=" + page(Api.claim(Api.unique("We won")))).statusCode(404);
        ask("?url=https://other.example/claims/" + publish()).statusCode(404);
        ask("?url=" + Browser.service() + "/search").statusCode(404);
        ask("?url=%00").statusCode(404);
    }

    @Test
    void otherFormatsAreNotThere() {
        ask("?url=" + page(publish()) + "&format=xml")
                .statusCode(501)
                .body("type", equalTo("/problems/not-implemented"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?maxwidth=300", "?url=x&maxwidth=0", "?url=x&maxheight=many"})
    void malformedRequestsAreToldSo(String query) {
        ask(query).statusCode(400);
    }

    private static ValidatableResponse ask(String query) {
        return Api.nobody().urlEncodingEnabled(false).get("/oembed" + query).then();
    }

    private static String page(String claim) {
        return Browser.service() + "/claims/" + claim;
    }

    private static String publish() {
        var claim = Api.claim(Api.unique("We built <b>70</b> \"schools\""));
        Api.publish(claim, "mostly_false");
        return claim;
    }
}
