package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What every build of the service does: the one straight path from an article to a verdict, and all that the contract
 * shows and promises.
 */
public abstract class MainJob {

    @Test
    void examplesOfTheContractAreWhatHappens() {
        new ContractReplay().run();
    }

    @Test
    void problemsAreThoseThatTheContractDeclares() {
        new ContractProblems().run();
    }

    @Test
    void articleBecomesVerdict() {
        var url = Api.uniqueUrl();
        var words = Api.unique("We built 40 new schools in 2025,");
        var article = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "url",
                        url + "?utm_source=x",
                        "title",
                        "Schools",
                        "publisher",
                        Map.of("name", "The Daily"),
                        "text",
                        "Mayor Ann Lee opened a school on Monday.\n\n\"" + words + "\" Lee said."))
                .post("/v1/articles")
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/articles/"))
                .body("url", equalTo(url))
                .body("version", equalTo(1))
                .body("quotes", hasSize(1))
                .body("quotes[0].exact", equalTo(words))
                .body("quotes[0].speaker.name", equalTo("Ann Lee"))
                .extract();
        var claim = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("quoteId", article.path("quotes[0].id")))
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .body("text", equalTo(words))
                .body("status", equalTo("submitted"))
                .body("claimant.name", equalTo("Ann Lee"))
                .body("appearances[0].url", equalTo(url))
                .body("verdict", nullValue())
                .extract()
                .<String>path("id");

        Api.nobody().get("/v1/claims/" + claim).then().statusCode(404);
        Api.publish(claim, "mostly_false");

        Api.nobody()
                .get("/v1/claims/" + claim)
                .then()
                .statusCode(200)
                .body("status", equalTo("published"))
                .body("verdict.number", equalTo(1))
                .body("verdict.kind", equalTo("initial"))
                .body("verdict.rating", equalTo("mostly_false"))
                .body("verdict.ratingLabel", equalTo("Mostly false"))
                .body("verdict.claim.text", equalTo(words))
                .body("verdict.sources", hasSize(1))
                .body("submittedBy", nullValue())
                .body("assignee", nullValue())
                .body("verdict.proposedBy", nullValue());
        Api.nobody()
                .get("/embed/v1/claims?ids=" + claim)
                .then()
                .statusCode(200)
                .body("claims", hasSize(1))
                .body("claims[0].rating", equalTo("mostly_false"))
                .body("claims[0].url", endsWith("/claims/" + claim))
                .body("claims[0].sources", equalTo(1))
                .body("unknown", hasSize(0));
        Api.nobody()
                .get("/embed/v1/articles?url=" + url)
                .then()
                .statusCode(200)
                .body("claims[0].id", equalTo(claim))
                .body("claims[0].quotes[0].exact", equalTo(words));
        assertThat(Api.nobody()
                        .get("/claims/" + claim)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("Mostly false", "What was found.", "\"@type\":\"ClaimReview\"", "Table 1");
        Api.nobody()
                .get("/v1/claims?status=published&q=schools " + words.substring(words.lastIndexOf('-') + 1))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(claim))
                .body("items[0].verdict.rating", equalTo("mostly_false"));
    }
}
