package org.quotecheck.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;

/** Under which addresses an article is found, what its page says of it, and who corrects that. */
@QuarkusTest
class AddressesTest {

    private final String host = "h" + UUID.randomUUID() + ".example";

    @Test
    void pageUnderItsMobileAddressIsFoundUnderBoth() {
        var article =
                submit("https://m." + host + "/a", page("https://www." + host + "/a", "We closed it in May"), 201);
        assertThat(article.<String>path("url")).isEqualTo("https://www." + host + "/a");
        assertThat(article.<List<String>>path("aliases")).containsExactly("https://m." + host + "/a");
        for (var address : List.of("https://m." + host + "/a?utm_source=x", "http://www." + host + "/a/")) {
            find(address).then().statusCode(303).header("Location", org.hamcrest.Matchers.endsWith(article.path("id")));
        }
        var again = submit("https://m." + host + "/a", page("https://www." + host + "/a", "We closed it in June"), 201);
        assertThat(again.<String>path("id")).isEqualTo(article.path("id"));
        assertThat(again.<Integer>path("version")).isEqualTo(2);
    }

    @Test
    void knownArticleKeepsItsUrlAndGetsTheAlias() {
        submit("https://" + host + "/a?view=print", page(null, "We closed it in May"), 201);
        var later = submit("https://" + host + "/a?view=print", page("/a", "We closed it in May"), 200);
        assertThat(later.<String>path("url")).isEqualTo("https://" + host + "/a?view=print");
        assertThat(later.<List<String>>path("aliases")).containsExactly("https://" + host + "/a");
    }

    @Test
    void canonicalLinkThatCannotBeFollowedIsAWarning() {
        submit("https://" + host + "/taken", page(null, "We closed it in May"), 201);
        var wrong = Map.of(
                "https://other.example/a",
                "canonical_of_another_host",
                "https://" + host + "/",
                "canonical_front_page",
                "https://" + host + "/taken",
                "canonical_of_another_article",
                "ftp://x",
                "canonical_unreadable");
        wrong.forEach((link, warning) -> {
            var url = "https://" + host + "/" + UUID.randomUUID();
            var answer = submit(url, page(link, "We closed it in June"), 201);
            assertThat(answer.<String>path("url")).isEqualTo(url);
            assertThat(answer.<List<String>>path("textSource.warnings")).contains(warning);
        });
        var two = page("/b", "We closed it in June").replace("<link", "<link rel=canonical href=/c><link");
        submit("https://" + host + "/two", two, 201).then().body("textSource.warnings", hasItem("canonical_ambiguous"));
    }

    @Test
    void claimOfAnArticleIsFoundByItsAliases() {
        var article = submit("https://amp." + host + "/a", page("https://" + host + "/a", "We closed it in May"), 201);
        var claim = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("quoteId", article.path("quotes[0].id"), "text", "We closed it in May " + host))
                .post("/v1/claims")
                .<String>path("id");
        for (var address : List.of("https://amp." + host + "/a", "https://" + host + "/a")) {
            Api.reviewer()
                    .queryParam("articleUrl", address)
                    .get("/v1/claims")
                    .then()
                    .body("items.id", contains(claim));
        }
    }

    @Test
    void pageTellsWhatTheCallerDoesNot() {
        var html = page(null, "Vi stängde den i maj")
                .replace("lang=\"en\"", "lang=\"sv_SE\"")
                .replace("<title>", """
                <meta property="article:published_time" content="2026-05"><meta name="author" content="Ann Lee">
                <meta property="og:site_name" content="Harbour News"><title>""");
        var article = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("url", "https://" + host + "/a", "html", html, "title", "As the caller says"))
                .post("/v1/articles");
        article.then()
                .statusCode(201)
                .body("title", equalTo("As the caller says"))
                .body("authors", contains("Ann Lee"))
                .body("publishedAt", equalTo("2026-05"))
                .body("publisher.name", equalTo("Harbour News"))
                .body("language", equalTo("sv-SE"))
                .body("textSource.element", equalTo("article"));
    }

    @Test
    void languageIsDetectedOrLeftOpen() {
        var german = "Der Hafen bleibt bis zum Sommer geschlossen, sagte die Leiterin am Montag vor der Presse.";
        text(Map.of("text", german)).then().body("language", equalTo("de"));
        text(Map.of("text", "12.5")).then().body("language", equalTo("de")); // what is known stays
        Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("url", "https://" + host + "/figures", "text", "12.5"))
                .post("/v1/articles")
                .then()
                .body("language", equalTo("und"));
    }

    @Test
    void firstSubmitterCorrectsWhatIsKnownByTheSameTextAndNobodyElse() {
        var words = "“We closed it in May,” said Ann Lee.";
        text(Map.of("text", words, "title", "First", "publishedAt", "2026"))
                .then()
                .statusCode(201);
        text(Map.of("text", words, "title", "Second", "publishedAt", "2026-05-03"))
                .then()
                .statusCode(200)
                .body("title", equalTo("Second"))
                .body("publishedAt", equalTo("2026-05-03"))
                .body("version", equalTo(1));
        Api.as("tom", "submitter")
                .contentType(ContentType.JSON)
                .body(Map.of("url", "https://" + host + "/t", "text", words + " Then she left.", "title", "Third"))
                .post("/v1/articles")
                .then()
                .statusCode(201)
                .body("title", equalTo("Second"));
    }

    @Test
    void descriptionIsPatched() {
        var article = text(Map.of("text", "“We closed it in May,” said Ann Lee.", "title", "First"));
        var path = "/v1/articles/" + article.path("id");
        patch(Api.submitter(), path, null, "{}").then().statusCode(428);
        patch(Api.submitter(), path, "\"999\"", "{}").then().statusCode(412);
        patch(Api.as("tom", "submitter"), path, article.header("ETag"), "{}")
                .then()
                .statusCode(403);
        var changed = patch(
                Api.submitter(),
                path,
                article.header("ETag"),
                "{\"title\": null, \"publishedAt\": \"2026-05-03T12:00:00+02:00\","
                        + " \"publisher\": {\"site\": \"https://Bücher.example/x\"}}");
        changed.then()
                .statusCode(200)
                .body("title", nullValue())
                .body("publishedAt", equalTo("2026-05-03T10:00:00Z"))
                .body("publisher.site", equalTo("xn--bcher-kva.example"));
        patch(Api.submitter(), path, changed.header("ETag"), "{\"aliases\": [\"https://" + host + "/b\"]}")
                .then()
                .statusCode(403);
        var aliased =
                patch(Api.reviewer(), path, changed.header("ETag"), "{\"aliases\": [\"https://" + host + "/b\"]}");
        aliased.then().statusCode(200);
        find("https://" + host + "/b").then().statusCode(303);
        submit("https://" + host + "/c", page(null, "We closed it in July"), 201);
        patch(Api.reviewer(), path, aliased.header("ETag"), "{\"aliases\": [\"https://" + host + "/c\"]}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/address-taken"));
        patch(Api.reviewer(), path, aliased.header("ETag"), "{\"aliases\": null}")
                .then()
                .statusCode(200);
        find("https://" + host + "/b").then().statusCode(404);
    }

    @Test
    void articlesAreListed() {
        for (int i = 0; i < 3; i++) {
            submit("https://" + host + "/" + i, page(null, "We closed it in May"), 201);
        }
        var first = list("q", host.toUpperCase(java.util.Locale.ROOT), "limit", "2");
        first.then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].quotes", equalTo(1))
                .body("items[0].claims", equalTo(0));
        submit("https://" + host + "/late", page(null, "We closed it in May"), 201);
        list("q", host.toUpperCase(java.util.Locale.ROOT), "limit", "2", "cursor", first.path("nextCursor"))
                .then()
                .body("items.url", contains("https://" + host + "/0"));
        list("q", host, "submittedBy", "me").then().body("items", hasSize(4));
        list("q", host, "publisher", "nobody.example").then().body("items", hasSize(0));
        list("submittedBy", "sam").then().statusCode(400);
        Api.nobody().get("/v1/articles").then().statusCode(401);
    }

    private static Response list(String... query) {
        var request = Api.submitter();
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i], query[i + 1]);
        }
        return request.get("/v1/articles");
    }

    private static Response patch(RequestSpecification who, String path, String etag, String body) {
        var request = who.contentType(ContentType.JSON).body(body);
        return (etag == null ? request : request.header("If-Match", etag)).patch(path);
    }

    private static Response find(String url) {
        return Api.nobody().redirects().follow(false).queryParam("url", url).get("/v1/articles/by-url");
    }

    private Response text(Map<String, ?> members) {
        var body = new java.util.HashMap<String, Object>(members);
        body.put("url", "https://" + host + "/t");
        return Api.submitter().contentType(ContentType.JSON).body(body).post("/v1/articles");
    }

    private static Response submit(String url, String html, int status) {
        var answer = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("url", url, "html", html))
                .post("/v1/articles");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        return answer;
    }

    private static String page(String canonical, String words) {
        return "<html lang=\"en\"><head>" + (canonical == null ? "" : "<link rel=canonical href=\"" + canonical + "\">")
                + "<title>Crane</title></head><body><article><p>“" + words
                + ",” said Ann Lee.</p></article></body></html>";
    }
}
