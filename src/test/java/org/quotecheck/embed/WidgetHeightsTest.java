package org.quotecheck.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.InBrowser;
import org.quotecheck.deployment.Site;

/**
 * The room that the offered snippet reserves is what the card takes, whatever the text's size and the column's width.
 */
@QuarkusTest
class WidgetHeightsTest extends InBrowser {

    private static final List<Integer> SIZES = List.of(16, 18, 20);
    private static final List<Integer> WIDTHS = List.of(280, 360, 600);
    /** Too much by more than this is a hole in the page. */
    private static final double MOST_TOO_MUCH = 0.45;

    @Inject
    EmbedAnswers answers;

    @Inject
    Site site;

    @Test
    void snippetReservesTheRoomOfTheWholeCard() {
        for (var summary : List.of(
                "It was three.",
                "City records list eleven new schools since 2022. The figure of forty includes renovated gyms and one school that was only renamed.",
                "The number is from a press release of the ministry, which counted plans. ".repeat(6))) {
            var claim = publish(summary);
            for (var root : List.of("", ":root { font-size: 62.5% }")) {
                measure(claim, root).forEach(row -> {
                    assertThat(row.get("form")).as(row.toString()).isEqualTo("box fitted");
                    assertThat(number(row, "room")).as(row.toString()).isGreaterThanOrEqualTo(number(row, "card"));
                    assertThat(number(row, "card") / number(row, "room"))
                            .as(row.toString())
                            .isGreaterThan(1 - MOST_TOO_MUCH);
                });
            }
        }
    }

    /** One line more or less, in em, as fonts of another machine break a text. */
    private static final double FONTS_DIFFER = 2.5;

    /** The table of docs/embedding.md: | size | width | line | card | full |, heights in em. */
    @Test
    void tableOfTheGuideIsMeasured() throws IOException {
        var claim = publish(
                "City records list eleven new schools since 2022. The figure of forty includes renovated gyms and one school that was only renamed.");
        var rows = Pattern.compile(
                        "^\\| (\\d\\d) px \\| (\\d{3}) px \\| ([\\d.]+) \\| ([\\d.]+) \\| ([\\d.]+) \\|",
                        Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("docs", "embedding.md")))
                .results()
                .toList();
        assertThat(rows).hasSize(SIZES.size() * WIDTHS.size());
        for (var row : rows) {
            int size = Integer.parseInt(row.group(1));
            int width = Integer.parseInt(row.group(2));
            for (int form = 0; form < 3; form++) {
                double told = Double.parseDouble(row.group(3 + form));
                double natural = natural(
                        claim, size, width, List.of("line", "card", "full").get(form));
                assertThat(told).as(row.group()).isBetween(natural, natural + FONTS_DIFFER);
            }
        }
    }

    private List<Map<String, Object>> measure(String claim, String root) {
        var view = answers.ofClaim(UUID.fromString(claim)).orElseThrow().view().get();
        var snippet = EmbedCode.of(view, site).widget();
        var css = new StringBuilder(root);
        var body = new StringBuilder();
        for (int size : SIZES) {
            for (int width : WIDTHS) {
                css.append(".s%1$dw%2$d { font: %1$dpx/1.5 sans-serif; width: %2$dpx }%n".formatted(size, width));
                body.append("<div class=\"s%dw%d\">%s</div>".formatted(size, width, snippet));
            }
        }
        publisher.styles(css.toString());
        try (var tab = browser.reader().withTools().open(publisher.prints(body.toString()))) {
            assertThat(tab.page().locator("quote-check article")).hasCount(SIZES.size() * WIDTHS.size());
            assertThat(tab.layoutShift()).isZero();
            @SuppressWarnings("unchecked")
            var rows = (List<Map<String, Object>>) tab.page().evaluate("""
                    () => [...document.querySelectorAll('quote-check')].map((host) => {
                      const card = host.shadowRoot.querySelector('.card');
                      const room = host.getBoundingClientRect().height;
                      card.style.minBlockSize = '';
                      return { column: host.parentElement.parentElement.className, form: host.shadowRoot.firstChild.className.trim(), room, card: card.offsetHeight };
                    })""");
            return new ArrayList<>(rows);
        }
    }

    private double natural(String claim, int size, int width, String form) {
        publisher.styles("div { font: %dpx/1.5 sans-serif; width: %dpx }".formatted(size, width));
        try (var tab = browser.reader()
                .open(publisher.prints(
                        "<div><quote-check size=\"%s\" claim=\"%s\"></quote-check></div>".formatted(form, claim)))) {
            var card = tab.page().locator("quote-check article");
            assertThat(card).isVisible();
            return ((Number) card.evaluate("(card) => card.offsetHeight")).doubleValue() / size;
        }
    }

    private static double number(Map<String, Object> row, String name) {
        return ((Number) row.get(name)).doubleValue();
    }

    /** As Api.publish, with another summary and a claimant. */
    private static String publish(String summary) {
        var claim = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "text",
                        Api.unique("We have built forty new schools in this city"),
                        "claimant",
                        Map.of("name", "Ann Lee")))
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Api.move(Api.reviewer(), claim, Map.of("to", "in_review")).then().statusCode(201);
        Api.addSource(claim);
        Api.reviewer()
                .contentType(ContentType.JSON)
                .body(Map.of("rating", "mostly_false", "quoteVerdict", "altered", "summary", summary, "language", "en"))
                .put("/v1/claims/" + claim + "/verdict-draft")
                .then()
                .statusCode(201);
        Api.move(Api.reviewer(), claim, Map.of("to", "proposed")).then().statusCode(201);
        Api.move(Api.editor(), claim, Map.of("to", "published")).then().statusCode(201);
        return claim;
    }
}
