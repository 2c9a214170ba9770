package org.quotecheck.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;
import org.quotecheck.digest.Sha256;

/** POST /v1/articles and what can be read afterwards. */
@QuarkusTest
class IntakeTest {

    private static final String SAID = "\"We won the vote,\" said Ann Lee.";

    private final String url = Api.uniqueUrl();

    @Test
    void sameTextChangesNothing() {
        var first = submit(Map.of("text", SAID, "title", "Vote"));
        var again = submit(Map.of("text", SAID, "title", "Vote"));
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(first.<String>path("contentDigest")).isEqualTo(Sha256.hex(SAID));
    }

    @Test
    void sameTextAtAnotherSpellingOfTheUrlIsTheSameArticle() {
        var first = submit(Map.of("text", SAID));
        for (var spelling :
                List.of(url + "/", url + "#top", url + "?utm_source=x", url.replace("https", "HTTP"), " " + url)) {
            assertThat(submit(Map.of("url", spelling, "text", SAID)).asString())
                    .as(spelling)
                    .isEqualTo(first.asString());
        }
    }

    @Test
    void otherTextIsTheNextVersionAndQuotesKeepTheirIds() {
        var first = submit(Map.of("text", SAID + "\n\n\"We lost the other one,\" he said."));
        var second = submit(Map.of("text", "A new first line.\n\n" + SAID + "\n\n\"We shall see,\" she said."));
        second.then().statusCode(201).body("version", equalTo(2)).body("id", equalTo(first.path("id")));
        assertThat(second.header("ETag")).isNotEqualTo(first.header("ETag"));
        assertThat(quote(second, "We won the vote,").get("id"))
                .isEqualTo(quote(first, "We won the vote,").get("id"));
        assertThat(quote(second, "We won the vote,"))
                .containsEntry("anchorState", "exact")
                .containsEntry("start", 20);
        assertThat(quote(second, "We lost the other one,"))
                .containsEntry("anchorState", "orphaned")
                .containsEntry("id", quote(first, "We lost the other one,").get("id"));
        assertThat(quote(second, "We shall see,")).containsEntry("anchorState", "exact");
    }

    @Test
    void firstTextAgainIsAThirdVersionWithTheOldIds() {
        var first = submit(Map.of("text", SAID));
        submit(Map.of("text", "Nothing was said."));
        var third = submit(Map.of("text", SAID));
        third.then()
                .statusCode(201)
                .body("version", equalTo(3))
                .body("quotes", hasSize(1))
                .body("quotes[0].anchorState", equalTo("exact"))
                .body("quotes[0].id", equalTo(first.path("quotes[0].id")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void requestsAtOnceMakeOneArticle(boolean sameText) throws Exception {
        var answers = atOnce(i -> () -> submit(Map.of("text", sameText ? SAID : SAID + " " + i)));
        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnly(sameText ? new Integer[] {200, 201} : new Integer[] {201});
        assertThat(answers)
                .extracting(answer -> answer.path("id"))
                .containsOnly(answers.getFirst().<String>path("id"));
        if (sameText) {
            assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                    .hasSize(1);
        }
        Api.nobody()
                .queryParam("url", url)
                .get("/v1/articles/by-url")
                .then()
                .body("version", equalTo(sameText ? 1 : answers.size()))
                .body("quotes", hasSize(1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>One.</p><p>Two.</p> | One.¶Two.",
                "One.<br>Two.<br><br>Three. | One. Two.¶Three.",
                "<div>One.<div>Two.</div>Three.</div> | One.¶Two.¶Three.",
                "<ul><li>One</li><li>Two</li></ul> | One¶Two",
                "<h1>One</h1>Two<blockquote>Three</blockquote> | One¶Two¶“Three”",
                "<p>One <b>t</b>wo <i> three </i></p> | One two three",
                "<p>One&amp;two &quot;x&quot; &#8220;y&#8221; &hellip;</p> | One&two \"x\" “y” …",
                "<p>She said <q>we <q>won</q></q>.</p> | She said “we “won””.",
                "<p>One</p><script>two()</script><style>a{}</style><noscript>n</noscript> | One",
                "<nav>Home</nav><p>One</p><footer>Imprint</footer><aside>Ad</aside> | One",
                "<figure><img alt='x'><figcaption>Cap</figcaption></figure><p>One</p> | One",
                "<p>One</p><!-- two --><template>three</template><iframe>four</iframe> | One",
                "<body><p>Out</p><article><p>In</p></article></body> | In",
                "<article><p>A</p></article><article><p>B</p></article> | A¶B",
                "<main><p>In</p></main><p>Out</p> | In",
                "<table><tr><td>One</td><td>Two</td></tr></table> | One¶Two",
                "<form><p>One</p><form>Two</form></form> | One¶Two",
                "<form><label>Search</label><input></form><p>One</p> | One",
                "<p hidden>No</p><p>One</p><p aria-hidden=true>No</p> | One",
                "<p>One</b></i><p>Two | One¶Two",
                "<p>a&nbsp;b</p> | a\u00a0b",
                "<table><caption>Cap</caption><tr><td>One</td></tr></table> | One"
            })
    void htmlBecomesText(String html, String text) {
        submit(Map.of("html", html)).then().statusCode(201);
        assertThat(text()).isEqualTo(text.replace("¶", "\n\n"));
    }

    @Test
    void sameHtmlWithOtherMarkupIsTheSameText() {
        submit(Map.of("html", "<p>" + SAID + "</p>")).then().statusCode(201);
        submit(Map.of("html", "<div class=x>\n<p>" + SAID + "</p></div><script>1</script>"))
                .then()
                .statusCode(200);
        submit(Map.of("text", SAID)).then().statusCode(200);
    }

    @Test
    void htmlWithoutWordsIsNamed() {
        var response = submit(Map.of("html", "<p></p><script>a</script>"));
        assertThat(refused(response, 422).<String>path("errors[0].pointer")).isEqualTo("/html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " a \r\n\tb\u00a0 \n\n",
                "\ufeffa",
                "e\u0301 é ﬁ",
                "<p>&amp;</p>",
                "a\u0001\u007f\u0085\u2028",
                "🙂\ufffd\uffff\udbff\udfff"
            })
    void textIsStoredExactlyAsSent(String text) {
        submit(Map.of("text", text)).then().statusCode(201).body("contentDigest", equalTo(Sha256.hex(text)));
        assertThat(text()).isEqualTo(text);
    }

    @Test
    void textIsOnlyForSubmittersAndReviewers() {
        var path = "/v1/articles/"
                + submit(Map.of("text", SAID + "\n\nIt was a long evening, and rain fell."))
                        .path("id") + "/text";
        assertThat(refused(Api.nobody().get(path), 401).header("WWW-Authenticate"))
                .isEqualTo("Bearer");
        refused(Api.as("pia", "publisher").get(path), 403);
        for (var reader : List.of(Api.submitter(), Api.reviewer(), Api.editor())) {
            reader.get(path).then().statusCode(200).contentType(startsWith("text/plain"));
        }
        assertThat(Api.nobody()
                        .queryParam("url", url)
                        .get("/v1/articles/by-url")
                        .asString())
                .doesNotContain("rain fell");
    }

    @Test
    void positionsCountCodePoints() {
        var text = "🙂🙂 é́ 👩‍👩‍👧 – \"We won 🎉 twice,\" said Ann Lee.";
        var quote =
                submit(Map.of("text", text)).then().statusCode(201).extract().<Map<String, Object>>path("quotes[0]");
        int start = text.codePointCount(0, text.indexOf("We"));
        assertThat(quote)
                .containsEntry("exact", "We won 🎉 twice,")
                .containsEntry("start", start)
                .containsEntry("end", start + "We won 🎉 twice,".codePointCount(0, "We won 🎉 twice,".length()));
        var points = text.codePoints().toArray();
        assertThat(new String(points, start, (int) quote.get("end") - start)).isEqualTo(quote.get("exact"));
        assertThat(quote.get("prefix")).isEqualTo(new String(points, 0, start));
    }

    @Test
    void quotesAreInTextOrder() {
        var article = submit(
                        Map.of("text", SAID + "\n\n\"Yes, we did it again,\" he said.\n\n\"It was close,\" Lee said."))
                .<String>path("id");
        var starts = Api.nobody()
                .get("/v1/articles/" + article + "/quotes")
                .jsonPath()
                .getList("items.start", Integer.class);
        assertThat(starts).hasSize(3).isSorted();
    }

    @Test
    void unknownArticleIsNotFound() {
        refused(Api.nobody().queryParam("url", url).get("/v1/articles/by-url"), 404);
    }

    private Response submit(Map<String, ?> article) {
        var body = new HashMap<String, Object>(Map.of("url", url));
        body.putAll(article);
        return Api.submitter().contentType(ContentType.JSON).body(body).post("/v1/articles");
    }

    private String text() {
        var id = Api.nobody().queryParam("url", url).get("/v1/articles/by-url").<String>path("id");
        return new String(Api.submitter().get("/v1/articles/" + id + "/text").asByteArray(), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> quote(Response article, String exact) {
        return article.jsonPath().<Map<String, Object>>getList("quotes").stream()
                .filter(quote -> quote.get("exact").equals(exact))
                .findFirst()
                .orElseThrow();
    }

    private static List<Response> atOnce(java.util.function.IntFunction<Callable<Response>> request) throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            var answers = new java.util.ArrayList<Response>();
            for (var answer :
                    threads.invokeAll(IntStream.range(0, 6).mapToObj(request).toList())) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
