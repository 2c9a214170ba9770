package org.quotecheck.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.jackson2.JacksonFactory;
import com.google.api.services.factchecktools.v1alpha1.FactCheckTools;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;
import org.quotecheck.Browser;

/** {@code /v1alpha1/claims:search} as Google's clients use it. */
@QuarkusTest
class ClaimSearchTest {

    @Inject
    AgroalDataSource database;

    /** Words that no other test has said. */
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void googlesOwnClientReadsUs() throws IOException {
        var id = published(Map.of(
                "text", "The ferry is late " + word, "claimDate", "2026-03-01", "claimant", Map.of("name", "Ann Lee")));
        var answer = client().claims()
                .search()
                .setQuery(word)
                .setLanguageCode("en-GB")
                .execute();
        assertThat(answer.getClaims()).hasSize(1);
        var claim = answer.getClaims().getFirst();
        assertThat(claim.getText()).isEqualTo("The ferry is late " + word);
        assertThat(claim.getClaimant()).isEqualTo("Ann Lee");
        assertThat(claim.getClaimDate()).isEqualTo("2026-03-01T00:00:00Z");
        var review = claim.getClaimReview().getFirst();
        assertThat(review.getUrl()).isEqualTo(Browser.service() + "/claims/" + id);
        assertThat(review.getTextualRating()).isEqualTo("False");
        assertThat(review.getLanguageCode()).isEqualTo("en");
        assertThat(review.getPublisher().getName()).isEqualTo("Quotecheck");
        assertThat(OffsetDateTime.parse(review.getReviewDate())).isNotNull();
        assertThatThrownBy(() -> client().claims().search().execute())
                .isInstanceOfSatisfying(GoogleJsonResponseException.class, e -> {
                    assertThat(e.getStatusCode()).isEqualTo(400);
                    assertThat(e.getDetails().getMessage()).contains("query");
                    assertThat(e.getDetails().getErrors().getFirst().getReason())
                            .isEqualTo("badRequest");
                });
    }

    /** Addresses that are too long go as a form, compressed, and say which method is meant. */
    @Test
    void googlesOwnClientAsksLongQuestions() throws IOException {
        var id = published(Map.of("text", "Мэр открыл мост " + word, "language", "ru"));
        var question = "мэр открыл мост " + word + " or " + "который никогда не строили ".repeat(15);
        assertThat(question.length()).isBetween(300, 1_000);
        var answer = client().claims().search().setQuery(question).execute();
        assertThat(answer.getClaims()).isNotNull();
        var found = client().claims()
                .search()
                .setQuery(word + " -" + "б".repeat(400))
                .setLanguageCode("en")
                .setPageSize(1)
                .execute();
        assertThat(found.getClaims()).hasSize(1);
        assertThat(found.getClaims().getFirst().getClaimReview().getFirst().getUrl())
                .endsWith(id);
        assertThatThrownBy(() ->
                        client().claims().search().setQuery("б".repeat(5_000)).execute())
                .isInstanceOfSatisfying(
                        GoogleJsonResponseException.class,
                        e -> assertThat(e.getDetails().getMessage()).contains("1000 characters"));
    }

    @Test
    void formOfASearchIsRefusedInGooglesForm() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bomb)) {
            zip.write("query=".getBytes(StandardCharsets.US_ASCII));
            zip.write(new byte[3 * 1024 * 1024]);
        }
        form("gzip", bomb.toByteArray()).then().statusCode(413).body("error.code", equalTo(413));
        form("gzip", "query=a".getBytes(StandardCharsets.US_ASCII)).then().statusCode(400);
        form("br", "query=a".getBytes(StandardCharsets.US_ASCII)).then().statusCode(415);
        form("identity", "query=%00".getBytes(StandardCharsets.US_ASCII))
                .then()
                .statusCode(400)
                .body("error.status", equalTo("INVALID_ARGUMENT"));
        form("identity", ("alt=json&query=" + word).getBytes(StandardCharsets.US_ASCII))
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("claims", empty());
    }

    @Test
    void pagesAreStableWhileClaimsArrive() {
        for (int i = 0; i < 5; i++) {
            published(Map.of("text", "Page " + i + " " + word));
        }
        var first = search("query=" + word + "&pageSize=2").then().body("claims", hasSize(2));
        published(Map.of("text", "Page 5 " + word));
        var token = first.extract().<String>path("nextPageToken");
        var second = search("query=" + word + "&pageSize=2&pageToken=" + token);
        second.then().body("claims", hasSize(2));
        var third = search("query=" + word + "&pageSize=50&pageToken=" + second.path("nextPageToken"));
        third.then().body("claims", hasSize(1)).body("nextPageToken", nullValue());
        search("query=" + word + "&offset=4").then().body("claims", hasSize(2));
        search("query=" + word + "&pageSize=2&offset=10001&pageToken=" + token)
                .then()
                .body("claims", hasSize(2));
        refused("query=" + word + "x&pageToken=" + token);
        refused("query=" + word + "&maxAgeDays=3&pageToken=" + token);
        refused("query=" + word + "&pageToken=" + token.substring(1));
    }

    @Test
    void retractedAndUnpublishedClaimsAreLeftOut() {
        var id = published(Map.of("text", "Taken back " + word));
        Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("text", "Not checked " + word))
                .post("/v1/claims");
        search("query=" + word).then().body("claims.text", contains("Taken back " + word));
        var note = Map.of("to", "retracted", "publicNote", "It was wrong.");
        Api.move(Api.editor(), id, note).then().statusCode(202);
        Api.move(Api.as("edith", "editor"), id, note).then().statusCode(201);
        search("query=" + word).then().body("claims", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.fakten.example/about, fakten.example",
        "https://fakten.example, www.fakten.example",
        "https://fakten.example, HTTPS://WWW.Fakten.EXAMPLE:443/a?b#c",
        "https://prüfstelle.example, xn--prfstelle-r9a.example",
        "https://xn--prfstelle-r9a.example, Prüfstelle.example",
        "https://www.xn--prfstelle-r9a.example, http://PRÜFSTELLE.example/"
    })
    void siteIsComparedAsAddressesAre(String own, String asked) {
        assertThat(ClaimSearch.host(asked)).isEqualTo(ClaimSearch.host(own));
        assertThat(ClaimSearch.host("fakten.example.org")).isNotEqualTo(ClaimSearch.host(own));
    }

    @Test
    void newerOfClaimAndReviewIsAsOldAsTheResult() throws SQLException {
        var old = published(Map.of("text", "Long ago " + word, "claimDate", "2020-01-01"));
        var said = published(Map.of(
                "text",
                "Said anew " + word,
                "claimDate",
                LocalDate.now(ZoneOffset.UTC).toString()));
        var undated = published(Map.of("text", "Undated " + word));
        for (var id : List.of(old, said, undated)) {
            publishedLongAgo(id);
        }
        search("query=" + word + "&maxAgeDays=30").then().body("claims.text", contains("Said anew " + word));
        search("reviewPublisherSiteFilter=" + Browser.service() + "&pageSize=1&maxAgeDays=30&query=" + word)
                .then()
                .body("claims.text", contains("Said anew " + word));
        search("query=" + word + "&maxAgeDays=3650").then().body("claims", hasSize(3));
        search("query=" + word + "&maxAgeDays=0").then().body("claims", hasSize(3));
    }

    @Test
    void filtersNarrow() {
        published(Map.of("text", "Filtered " + word, "claimDate", "2020-01-01"));
        search("query=" + word + "&maxAgeDays=1").then().body("claims", hasSize(1));
        search("query=" + word + "&reviewPublisherSiteFilter=www.localhost:"
                        + Browser.service().replaceFirst(".*:", ""))
                .then()
                .body("claims", hasSize(1));
        search("query=" + word + "&reviewPublisherSiteFilter=other.example")
                .then()
                .body("claims", empty());
        search("query=" + word + "&key=AIza&alt=json&prettyPrint=true&unknown=1&unknown=2")
                .then()
                .body("claims", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "languageCode=",
                "query=",
                "languageCode=en",
                "query=a&pageSize=-1",
                "query=a&pageSize=x",
                "query=a&maxAgeDays=-2",
                "query=a&offset=1.5",
                "query=a&languageCode=%00",
                "query=a%00b",
                "query=a&pageToken=bm8",
                "query=a&pageToken=%F0%9F%99%82"
            })
    void mistakesAreToldInGooglesForm(String parameters) {
        refused(parameters);
    }

    @Test
    void anyQueryIsAccepted() {
        for (var query : new String[] {"or", "\"", "-", "a:*&|!<->()", "  x  ", "'); drop table claim; --", "漢字"}) {
            search("query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                    .then()
                    .statusCode(200);
        }
        refused("query=" + "a".repeat(5_000));
        refused("query=a&offset=10001");
        refused("query=a&offset=" + "9".repeat(2_000));
        var huge = "9".repeat(25);
        search("query=a&pageSize=" + huge + "&offset=10000&maxAgeDays=99999999999")
                .then()
                .statusCode(200)
                .body("claims", notNullValue());
    }

    @Test
    void otherCallsAreRefusedInGooglesForm() {
        for (var accept : new String[] {"text/html", "application/problem+json", "image/png"}) {
            Api.nobody()
                    .urlEncodingEnabled(false)
                    .accept(accept)
                    .get("/v1alpha1/claims:imageSearch?imageUri=x")
                    .then()
                    .statusCode(501)
                    .contentType(ContentType.JSON)
                    .body("error.status", equalTo("UNIMPLEMENTED"));
            Api.nobody()
                    .urlEncodingEnabled(false)
                    .accept(accept)
                    .get("/v1alpha1/claims:search?query=" + word)
                    .then()
                    .statusCode(200)
                    .contentType(ContentType.JSON);
        }
        Api.nobody()
                .urlEncodingEnabled(false)
                .put("/v1alpha1/claims:search")
                .then()
                .statusCode(405)
                .contentType(ContentType.JSON)
                .body("error.code", equalTo(405))
                .body("error.errors[0].reason", equalTo("httpMethodNotAllowed"));
    }

    /** Pages of any origin may ask by either method. */
    @Test
    void pagesOfOtherOriginsRead() {
        Api.nobody()
                .urlEncodingEnabled(false)
                .header("Origin", "https://news.example")
                .contentType(ContentType.URLENC)
                .formParam("query", word)
                .post("/v1alpha1/claims:search")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*");
    }

    @Test
    void whatIsWrongWithContentTypeIsTold() {
        for (var path : List.of("/v1alpha1/claims:search", "/v1/lookup", "/mcp")) {
            Api.nobody()
                    .urlEncodingEnabled(false)
                    .header("Content-Type", "garbage")
                    .body("{}".getBytes(StandardCharsets.UTF_8))
                    .post(path)
                    .then()
                    .statusCode(400)
                    .body(containsString("The header Content-Type cannot be read"));
        }
    }

    /** By hand, since nobody can publish in the past. */
    private void publishedLongAgo(String claim) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter table verdict_revision disable trigger verdict_revision_written_once;"
                    + "update verdict_revision set published_at = now() - interval '400 days' where claim_id = '"
                    + claim
                    + "';alter table verdict_revision enable trigger verdict_revision_written_once");
        }
    }

    private static io.restassured.response.Response form(String coding, byte[] content) {
        return Api.nobody()
                .urlEncodingEnabled(false)
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.BINARY)))
                .contentType("application/x-www-form-urlencoded")
                .header("Content-Encoding", coding)
                .body(content)
                .post("/v1alpha1/claims:search");
    }

    private static void refused(String parameters) {
        search(parameters)
                .then()
                .statusCode(400)
                .contentType(ContentType.JSON)
                .body("error.code", equalTo(400))
                .body("error.status", equalTo("INVALID_ARGUMENT"));
    }

    private static io.restassured.response.Response search(String parameters) {
        return Api.nobody().urlEncodingEnabled(false).get("/v1alpha1/claims:search?" + parameters);
    }

    @SuppressWarnings("deprecation") // the one that the client's own release brings
    private static FactCheckTools client() {
        return new FactCheckTools.Builder(new NetHttpTransport(), JacksonFactory.getDefaultInstance(), null)
                .setRootUrl(Browser.service() + "/")
                .setApplicationName("newsroom")
                .build();
    }

    private static String published(Map<String, ?> claim) {
        var id = Api.claim(claim);
        Api.publish(id, "false");
        return id;
    }
}
