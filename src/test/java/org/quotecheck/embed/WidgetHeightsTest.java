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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
    /** Columns of text, of phones, and as wide as a window. */
    private static final List<Integer> COLUMNS = List.of(280, 320, 360, 600, 640, 1280);

    private static final String SUMMARY =
            "City records list eleven new schools since 2022. The figure of forty includes renovated gyms and one school that was only renamed.";
    /** Too much by more than this is a hole in the page. */
    private static final double MOST_TOO_MUCH = 0.27;
    /** Where no face has Chinese and Japanese, as on most test machines, the boxes that stand for them are narrower. */
    private static final double MOST_TOO_MUCH_FOR_BOXES = 0.4;

    @Inject
    EmbedAnswers answers;

    @Inject
    Site site;

    /** What the room is computed from. */
    record Words(String language, String text, String claimant, String summary) {}

    static Stream<Words> words() {
        var text = "We have built forty new schools in this city";
        return Stream.of(
                new Words("en", text, "Ann Lee", "It was three."),
                new Words("en", text, "Ann Lee", SUMMARY),
                new Words(
                        "en",
                        text,
                        "Ann Lee",
                        "The number is from a press release of the ministry, which counted plans. ".repeat(6)),
                new Words("en", text + ", and we shall go on building them.".repeat(12), "Ann Lee", SUMMARY),
                new Words(
                        "en",
                        text,
                        "Eastmoor Panel for Schools, Kindergartens, Playgrounds, Sports Grounds, Libraries and Swimming Baths",
                        "No."),
                new Words(
                        "de",
                        "Die Schulraumbedarfsplanungskommission hat vierzig Grundschulneubauten genehmigt",
                        "Bürgermeisterin Ann Lee",
                        "Genehmigt wurden elf Neubauten; die übrigen sind Turnhallensanierungen und Umbenennungen."),
                new Words(
                        "ru",
                        "За три года мы построили в этом городе сорок новых школ",
                        "Анна Ли",
                        "По данным города, открыто одиннадцать школ. В число сорок входят отремонтированные спортзалы."),
                new Words(
                        "ar",
                        "بنينا أربعين مدرسة جديدة في هذه المدينة",
                        "آن لي",
                        "تذكر سجلات المدينة إحدى عشرة مدرسة جديدة فقط، أما الباقي فقاعات رياضية جرى ترميمها."),
                new Words("ja", "私たちはこの街に三年間で四十の新しい学校を建てました", "アン・リー", "市の記録によると、新しい学校は十一校だけです。残りは改修された体育館などです。"));
    }

    @ParameterizedTest
    @MethodSource("words")
    void snippetReservesTheRoomOfTheWholeCard(Words words) {
        var claim = publish(words);
        for (var root : List.of("", ":root { font-size: 62.5% }")) {
            measure(claim, root).forEach(row -> {
                assertThat(row.get("form")).as(row.toString()).isEqualTo("box fitted");
                assertThat(number(row, "room")).as(row.toString()).isGreaterThanOrEqualTo(number(row, "card"));
                assertThat(number(row, "card") / number(row, "room"))
                        .as(row.toString())
                        .isGreaterThan(1 - (words.language().equals("ja") ? MOST_TOO_MUCH_FOR_BOXES : MOST_TOO_MUCH));
            });
        }
    }

    /** One line more or less, in em, as fonts of another machine break a text. */
    private static final double FONTS_DIFFER = 2.5;

    /** The table of docs/embedding.md: | size | width | line | card | full |, heights in em. */
    @Test
    void tableOfTheGuideIsMeasured() throws IOException {
        var claim = publish(new Words("en", "We have built forty new schools in this city", "Ann Lee", SUMMARY));
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
            for (int width : COLUMNS) {
                css.append(".s%1$dw%2$d { font: %1$dpx/1.5 sans-serif; width: %2$dpx }%n".formatted(size, width));
                body.append("<div class=\"s%dw%d\">%s</div>".formatted(size, width, snippet));
            }
        }
        publisher.styles(css.toString());
        try (var tab = browser.reader().withTools().open(publisher.prints(body.toString()))) {
            assertThat(tab.page().locator("quote-check article")).hasCount(SIZES.size() * COLUMNS.size());
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

    /** As Api.publish, with these words. */
    private static String publish(Words words) {
        var claim = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "text",
                        Api.unique(words.text()),
                        "language",
                        words.language(),
                        "claimant",
                        Map.of("name", words.claimant())))
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Api.move(Api.reviewer(), claim, Map.of("to", "in_review")).then().statusCode(201);
        Api.addSource(claim);
        Api.publish(
                claim,
                Map.of(
                        "rating",
                        "mostly_false",
                        "quoteVerdict",
                        "altered",
                        "summary",
                        words.summary(),
                        "language",
                        words.language()));
        return claim;
    }
}
