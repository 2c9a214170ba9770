package org.quotecheck.page;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.quotecheck.Api.nobody;
import static org.quotecheck.Api.submitter;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;

/** Words inside quotation marks never stand together where the article does not have them together. */
@QuarkusTest
class InterruptedQuoteTest {

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String url = Api.uniqueUrl();

    @Test
    void everyFormShowsWhereTheWriterInterrupts() {
        var shown = "We bought 40 trams in " + run + " for 31 million euros … Each of them is on the road.";
        var article = article("“We bought 40 trams in " + run
                + " for 31 million euros,” Mayor Lena Novak told reporters. “Each of them is on the road.”");
        article.body("quotes[0].exact", equalTo(shown))
                .body("quotes[0].parts", hasSize(2))
                .body("quotes[0].parts[0].exact", equalTo("We bought 40 trams in " + run + " for 31 million euros,"))
                .body("quotes[0].speaker.jobTitle", equalTo("Mayor"));
        var claim = claim(Map.of("quoteId", quote(article)))
                .body("text", equalTo(shown))
                .body("claimant.name", equalTo("Lena Novak"))
                .body("claimant.jobTitle", equalTo("Mayor"))
                .extract()
                .<String>path("id");
        Api.publish(claim, "mostly_true");

        var misquoted = not(containsString("euros, Each"));
        nobody().get("/claims/" + claim)
                .then()
                .statusCode(200)
                .body(containsString(shown))
                .body(misquoted);
        nobody().get("/claims/" + claim + ".jsonld")
                .then()
                .statusCode(200)
                .body("claimReviewed", equalTo(shown))
                .body(misquoted);
        nobody().get("/embed/v1/claims?ids=" + claim)
                .then()
                .statusCode(200)
                .body(containsString(shown))
                .body(misquoted);
        nobody().queryParam("url", url)
                .get("/embed/v1/articles")
                .then()
                .statusCode(200)
                .body(containsString(shown))
                .body(misquoted);
    }

    @Test
    void wordsApartAreTwoQuotes() {
        article("“We read what is written " + run + "” in that plan, Lena Novak said. “People worry about it.”")
                .body("quotes.exact", equalTo(List.of("We read what is written " + run, "People worry about it.")));
    }

    @Test
    void wordsThatTheQuoteDoesNotHoldTakeNoClaimantFromIt() {
        var quote = quote(article("“We lost 40 ships in 2024 " + run + ", and nobody told us,” Lena Novak said."));
        claim(Map.of("quoteId", quote, "text", "The minister stole 40 ships " + run))
                .body("claimant", nullValue());
        claim(Map.of("quoteId", quote, "text", "we lost 40 ships in 2024 " + run + "!"))
                .body("claimant.name", equalTo("Lena Novak"));
    }

    @Test
    void claimOfATextInBrokenEncodingIsMended() {
        var quote = quote(article("Lena Novak said: â€œWe canâ€™t pay 5 million " + run + ".â€"));
        claim(Map.of("quoteId", quote)).body("text", equalTo("We can’t pay 5 million " + run + "."));
        claim(Map.of("text", "CafÃ© Nord closed " + run)).body("text", equalTo("Café Nord closed " + run));
    }

    private ValidatableResponse article(String text) {
        return submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("url", url, "text", text, "language", "en"))
                .post("/v1/articles")
                .then()
                .statusCode(201);
    }

    private static String quote(ValidatableResponse article) {
        return article.extract().path("quotes[0].id");
    }

    private static ValidatableResponse claim(Map<String, ?> body) {
        return submitter()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/claims")
                .then()
                .statusCode(201);
    }
}
