package org.quotecheck.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.Browser;
import org.quotecheck.Publisher;

/** What docs/embedding.md tells publishers works when it is copied. */
@QuarkusTest
class EmbeddingGuideTest {

    private static final String GUIDE = read();

    @Test
    void copiedElementShowsTheVerdict() {
        var claim = publish(Api.unique("We built 60 schools"));
        var css = blocks("css");
        try (var publisher = Publisher.open();
                var tab = Browser.shared().reader().withTools().tab()) {
            publisher.styles(String.join("\n", css));
            tab.page()
                    .navigate(publisher.printsWithHead(
                            "en", "", here(blocks("html").getFirst(), claim)));
            var card = tab.page().locator("quote-check article");
            assertThat(card).isVisible();
            assertThat(card.locator(".link")).isVisible();
            assertThat(tab.page().locator("quote-check .claim")).isVisible();
            assertThat(tab.page().locator("quote-check .by")).hasText("Fact check by Quotecheck");
            assertThat(card).hasCSS("border-top-width", "2px");
            assertThat(card.locator(".verdict")).hasCSS("color", "rgb(107, 31, 122)");
            assertThat(tab.layoutShift()).isZero();
            tab.assertQuiet();
        }
    }

    @Test
    void policyIsTheOneTestedOnPublishersPages() {
        var policy = blocks("text").getFirst();
        assertThat(Publisher.policy()).contains(here(policy, "").strip());
    }

    @Test
    void customPropertiesAndPartsAreThose() throws IOException {
        var sources = sources();
        assertThat(all("--quote-check-[a-z]+", GUIDE)).isEqualTo(all("--quote-check-[a-z]+", sources));

        var list = GUIDE.substring(GUIDE.indexOf("Parts for"), GUIDE.indexOf("Please keep the contrast"));
        var told = all("(?<=`)[a-z-]+(?=`)", list);
        var made = all("(?<=node\\('[a-z]{1,9}', ['`])[a-z -]+", sources);
        made.addAll(all("(?<=\\{ class: ')icon(?=')", sources));
        var parts = made.stream()
                .flatMap(Pattern.compile(" ")::splitAsStream)
                .collect(Collectors.toCollection(TreeSet::new));
        parts.removeAll(List.of("box", "empty"));
        assertThat(told).isEqualTo(parts);
    }

    private static String sources() throws IOException {
        var sources = new StringBuilder();
        try (var files = Files.list(Path.of("src", "main", "widget"))) {
            for (var file : files.filter(name -> name.toString().matches(".*\\.(js|css)"))
                    .toList()) {
                sources.append(Files.readString(file));
            }
        }
        return sources.toString();
    }

    @Test
    void copiedRequestsAreAnswered() {
        var address = "http://News.example:80/Story/?utm_source=x&b=2&a=1#top";
        assertThat(GUIDE).contains("`" + address + "`");
        var hash = all("(?<=whose hash is\n`)[0-9a-f]{64}(?=`)", GUIDE).first();
        var text = Api.unique("We built 61 schools");
        var claim = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("text", text, "article", Map.of("url", address)))
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Api.publish(claim, "true");

        var requests = all("(?<=curl ')[^']+", GUIDE).stream()
                .map(url -> here(url, claim)
                        .replace("urlHash=HASH", "urlHash=" + hash)
                        .replace(
                                "https://news.example/story",
                                address.substring(0, address.indexOf('?')) + "%3Fb=2%26a=1"))
                .toList();
        assertThat(requests).hasSize(3);
        requests.forEach(url -> Api.nobody()
                .urlEncodingEnabled(false)
                .get(url)
                .then()
                .statusCode(200)
                .body("claims.id", hasItem(claim)));
    }

    private static String publish(String text) {
        var claim = Api.claim(text);
        Api.publish(claim, "mostly_false");
        return claim;
    }

    /** The guide's words for this service and this claim. */
    private static String here(String text, String claim) {
        return text.replace("https://checks.example", Browser.service()).replace("CLAIM", claim);
    }

    private static List<String> blocks(String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(GUIDE)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static TreeSet<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read() {
        try {
            return Files.readString(Path.of("docs", "embedding.md"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
