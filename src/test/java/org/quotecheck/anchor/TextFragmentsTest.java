package org.quotecheck.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotecheck.Api;
import org.quotecheck.InBrowser;

/** What a Chromium highlights when it opens a quote's URL: these words, all of them, and nothing else, in sight. */
@QuarkusTest
class TextFragmentsTest extends InBrowser {

    /** Each quotation is marked by an element, so that the test knows where it is; the rest is there to scroll over. */
    private static final String ARTICLE = """
            <p>Mayor Ann Lee spoke for an hour. “<b id="short">Never</b>,” she said.</p>%1$s
            <p>“<b id="first">We won the vote twice</b>,” Lee said on Monday evening.</p>%1$s
            <p>Councillor Tom Boyd disagreed. “<b id="second">We won the vote twice</b>,” he repeated after her, and laughed.</p>%1$s
            <p>“<b id="signs">R&amp;D spending – half of it, I'd say, a "long-term" bet – fell by 12.5%% (to £3,000+), 50/50</b>,” Lee said.</p>%1$s
            <p>“<b id="long">%2$s</b>,” Boyd said.</p>%1$s
            <p>She read from the letter. “<b id="paragraphs1">The harbour has to close in the winter, whatever we do.</b></p>
            <p>“<b id="paragraphs2">But nobody has to leave the town for that</b>,” Lee read.</p>%1$s
            <p>“<b id="interrupted1">Nobody told us of the flood</b>,” Boyd said, “<b id="interrupted2">and nobody will tell us of the next one</b>.”</p>%1$s
            <p>“<b id="russian">Мы построили сорок школ — и ещё две</b>”, said Ivan Petrov.</p>%1$s
            <p>“<b id="chinese">我们去年建了四十所新学校，没有人相信</b>”, said Li Wei.</p>%1$s
            <p dir="rtl">«<b id="arabic">بنينا أربعين مدرسة، ولم يصدقنا أحد</b>» said Omar Haddad.</p>%1$s
            <p>“<b id="accents">La école de l’été coûte 3&nbsp;€, c’est tout</b>,” said Zoë Müller.</p>%1$s
            <p>“<b id="formatted">We <i>did</i> say <a href="#x">three</a> times</b>,” Boyd said. She said: “<b id="inside">say</b>”.</p>%1$s""".formatted(
            "<p>The rain fell on the harbour, on the ships and on the market, and it did not stop.</p>".repeat(25),
            "We have looked at every bill of the last three years, and what we found there is not what the "
                    + "council was told in the spring, when ".repeat(3)
                    + "it was too late");

    @ParameterizedTest
    @CsvSource({
        "short",
        "first",
        "second",
        "signs",
        "long",
        "russian",
        "chinese",
        "arabic",
        "accents",
        "formatted",
        "inside"
    })
    void wordsAreHighlighted(String id) throws IOException {
        try (var tab = browser.reader().withTools().open(publisher.prints(ARTICLE))) {
            var around = (Map<?, ?>) tab.page().evaluate("""
                    (id) => {
                      const words = document.getElementById(id);
                      const before = document.createRange(), after = document.createRange();
                      before.setStart(words.closest('p'), 0); before.setEndBefore(words);
                      after.setStartAfter(words); after.setEndAfter(words.closest('p').lastChild);
                      return { exact: words.textContent, prefix: before.toString().slice(-20), suffix: after.toString().slice(0, 20) };
                    }""", id);
            var quote = Api.submitter()
                    .contentType(ContentType.JSON)
                    .body(around)
                    .post("/v1/articles/" + article().get("id") + "/quotes");
            assertThat(quote.statusCode()).as(quote.asString()).isIn(200, 201);
            assertHighlighted(quote.path("textFragmentUrl"), List.of(id));
        }
    }

    @Test
    void partsAreHighlighted() throws IOException {
        var url = ((List<?>) article().get("quotes"))
                .stream()
                        .map(quote -> (Map<?, ?>) quote)
                        .filter(quote -> quote.get("exact").toString().startsWith("Nobody told us"))
                        .findFirst()
                        .orElseThrow()
                        .get("textFragmentUrl");
        assertHighlighted(url.toString(), List.of("interrupted1", "interrupted2"));
    }

    @Test
    void wordsOverTwoParagraphsAreHighlighted() throws IOException {
        var quotes = "/v1/articles/" + article().get("id") + "/quotes";
        var text = Api.submitter().get(quotes.replace("/quotes", "/text")).asString();
        var end = "for that";
        var quote = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("start", text.indexOf("The harbour has to"), "end", text.indexOf(end) + end.length()))
                .post(quotes);
        assertHighlighted(quote.path("textFragmentUrl"), List.of("paragraphs1", "paragraphs2"));
    }

    @Test
    void wordsThatAreNotThereAreNot() throws IOException {
        try (var tab =
                browser.reader().withTools().open(publisher.prints(ARTICLE) + "#:~:text=We%20lost%20the%20vote")) {
            assertThat(highlighted(tab.page().screenshot(), List.of())).isZero();
            assertThat(((Number) tab.page().evaluate("scrollY")).intValue()).isZero();
        }
    }

    private static Map<String, Object> article() {
        return Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("url", "https://news.example/text-fragments", "html", ARTICLE))
                .post("/v1/articles")
                .jsonPath()
                .getMap("");
    }

    private static void assertHighlighted(String url, List<String> ids) throws IOException {
        var fragment = url.substring(url.indexOf('#'));
        try (var tab = browser.reader().withTools().open(publisher.prints(ARTICLE) + fragment)) {
            tab.page()
                    .addStyleTag(new com.microsoft.playwright.Page.AddStyleTagOptions()
                            .setContent("::target-text { color: #f0f; background: #f0f }"));
            var boxes = ids.stream()
                    .flatMap(id -> ((List<?>) tab.page().evaluate("""
                    (id) => [...document.getElementById(id).getClientRects()].map((box) => [box.left, box.top, box.right, box.bottom])""", id)).stream())
                    .map(box -> ((List<?>) box)
                            .stream()
                                    .mapToInt(edge -> (int) Math.round(((Number) edge).doubleValue()))
                                    .toArray())
                    .toList();
            assertThat(boxes)
                    .as(fragment + " is in sight")
                    .isNotEmpty()
                    .allSatisfy(box -> assertThat(box[1]).isBetween(0, 900));
            var shot = tab.page().screenshot();
            double area = boxes.stream()
                    .mapToDouble(box -> (double) (box[2] - box[0]) * (box[3] - box[1]))
                    .sum();
            assertThat(highlighted(shot, boxes)).as(fragment).isGreaterThan(0.8 * area);
            assertThat(highlighted(shot, List.of()) - highlighted(shot, boxes))
                    .as(fragment + ", nothing else")
                    .isLessThan(0.02 * area);
        }
    }

    /** Pixels in the highlight's colour inside the boxes, or all of them. */
    private static double highlighted(byte[] screenshot, List<int[]> boxes) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(screenshot));
        int found = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int left = x;
                int top = y;
                boolean inside = boxes.isEmpty()
                        || boxes.stream()
                                .anyMatch(box ->
                                        left >= box[0] - 1 && left <= box[2] && top >= box[1] - 1 && top <= box[3]);
                found += inside && (image.getRGB(x, y) & 0xffffff) == 0xff00ff ? 1 : 0;
            }
        }
        return found;
    }
}
