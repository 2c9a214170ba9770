package org.quotecheck.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;
import org.quotecheck.InBrowser;
import org.quotecheck.digest.Sha256;
import org.quotecheck.verdict.Labels;
import org.quotecheck.verdict.Rating;

/**
 * Each form of a card in each state that a claim can be in, several on one page, for every reader: nothing is cut or
 * hangs over, nothing is too small to be read or hit, and axe-core finds nothing.
 */
@QuarkusTest
class FormsTest extends InBrowser {

    /** Texts that run over, cards that are wider than their column, letters below 11 px. */
    private static final String FAULTS = """
            () => [...document.querySelectorAll('quote-check')].flatMap((host) => {
              const card = host.shadowRoot.querySelector('.card');
              if (!card) return [];
              const { left, right } = host.parentElement.getBoundingClientRect();
              const faults = [];
              for (const part of [card, ...card.querySelectorAll('*')].filter((each) => each.checkVisibility() && !each.closest('svg'))) {
                const box = part.getBoundingClientRect();
                const outside = card.getBoundingClientRect();
                if (box.left < left - 1 || box.right > right + 1) faults.push(`${host.id}: ${part.className} is wider than its column`);
                if (box.bottom > outside.bottom + 4 || box.top < outside.top - 4) faults.push(`${host.id}: ${part.className} hangs over`);
                if (parseFloat(getComputedStyle(part).fontSize) < 11) faults.push(`${host.id}: ${part.className} is too small`);
              }
              for (const link of card.querySelectorAll('a')) {
                if (link.checkVisibility() && link.getBoundingClientRect().height < 24 && host.getAttribute('size') !== 'line') faults.push(`${host.id}: ${link.className} is no target`);
              }
              return faults;
            })""";

    @ParameterizedTest
    @CsvSource({"line, en", "card, en", "full, en", "line, ar", "card, ar", "full, ar", "line, de", "full, de"})
    void everyStateIsShownWhole(String size, String language) throws IOException {
        var states = states(language);
        var answer = answer(language, states);
        publisher.styles("""
                body { margin: 12px; font: 16px/1.5 serif } :root { color-scheme: light dark }
                .forms { display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)) }
                .forms > * { min-width: 0 }""");
        var body = states.keySet().stream()
                .map(state -> "<div><quote-check id=\"%s\" size=\"%s\" claim=\"%s\">%s</quote-check></div>"
                        .formatted(state, size, id(state), size.equals("line") ? "<a href=\"/x\">Fact check</a>" : ""))
                .collect(Collectors.joining("", "<div class=\"forms\">", "</div>"));
        for (var reader : browser.reader().withTools().everyWay().toList()) {
            try (var tab = reader.tab()) {
                Canned.answer(tab.page(), 200, answer);
                tab.page().navigate(publisher.prints(language, body));
                assertThat(tab.page().locator("quote-check article")).hasCount(states.size() - 1);
                for (var colors : List.of(ForcedColors.NONE, ForcedColors.ACTIVE)) {
                    tab.page().emulateMedia(new Page.EmulateMediaOptions().setForcedColors(colors));
                    tab.assertAccessible();
                    assertThat((List<?>) tab.page().evaluate(FAULTS)).isEmpty();
                    tab.keep("form-%s-%s-%s-%s".formatted(size, language, reader, colors));
                }
                assertThat(tab.page().locator("#withdrawn .label")).not().hasText("Mostly false");
                assertThat(tab.page().locator("#unknown article")).hasCount(0);
                if (size.equals("line")) {
                    assertThat(tab.page().locator("#unknown a")).isVisible();
                    assertThat(tab.layoutShift()).isZero();
                }
            }
        }
    }

    /**
     * What the guide tells to reserve for a line in a telephone's column is enough when the claim is under review
     * again.
     */
    @ParameterizedTest
    @ValueSource(strings = {"ar", "de", "en", "es", "fr", "it", "pl", "pt", "ru", "uk"})
    void lineUnderReviewStaysInTheRoomOfOne(String language) throws IOException {
        publisher.styles(
                "body { margin: 16px; font: 16px/1.5 sans-serif } quote-check { display: block; min-height: 1.5em }");
        try (var tab = browser.reader().withTools().withWidth(360).tab()) {
            Canned.answer(tab.page(), 200, answer(language, states(language)));
            tab.page()
                    .navigate(publisher.prints(
                            language,
                            "<quote-check size=\"line\" claim=\"%s\"></quote-check>".formatted(id("reviewed-again"))));
            var card = tab.page().locator("quote-check article");
            assertThat(card).isVisible();
            assertThat((int) card.evaluate("(card) => card.offsetHeight - card.getRootNode().host.offsetHeight"))
                    .isLessThanOrEqualTo(1);
            assertThat((List<?>) tab.page().evaluate(FAULTS)).isEmpty();
        }
    }

    /** Whoever changes how cards look takes the pictures of docs/embedding.md anew, and tells here of which sources. */
    @Test
    void picturesOfTheGuideShowTheCurrentLook() throws IOException {
        var sources = new StringBuilder();
        for (var file : List.of("card.css", "card.js", "room.css")) {
            sources.append(Files.readString(Path.of("src", "main", "widget", file)));
        }
        assertThat(Files.readString(Path.of("docs", "forms", "sources.txt")).strip())
                .isEqualTo(Sha256.hex(sources.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** What each state changes of a claim's answer; "unknown" has none. */
    private static Map<String, Consumer<ObjectNode>> states(String language) {
        var states = new LinkedHashMap<String, Consumer<ObjectNode>>();
        for (var rating : Rating.values()) {
            states.put(
                    rating.toString(),
                    claim -> claim.put("rating", rating.toString()).put("ratingLabel", Labels.of(rating, language)));
        }
        states.put("withdrawn", claim -> {
            claim.remove(List.of("rating", "ratingLabel", "quoteVerdict", "quoteVerdictLabel"));
            claim.put("retracted", true).put("revision", 2);
        });
        states.put("corrected", claim -> corrected(claim, "false", Labels.of(Rating.FALSE, language)));
        states.put("reworded", claim -> corrected(claim, "mostly_false", null));
        states.put("reviewed-again", claim -> claim.put("underReview", true));
        states.put("by-one", claim -> claim.put("underReview", true).put("singleReviewer", true));
        states.put("bare", claim -> claim.remove(List.of("claimant", "summary", "quoteVerdict", "quoteVerdictLabel")));
        states.put("unknown", null);
        return states;
    }

    private static void corrected(ObjectNode claim, String from, String label) {
        var correction = claim.put("revision", 2).putArray("corrections").addObject();
        correction.put("from", from).put("to", "mostly_false").put("publishedAt", "2026-02-11T10:00:00Z");
        if (label != null) {
            correction.put("fromLabel", label);
        }
    }

    /** Copies of what the service says of one claim, each in its state, under ids of their own. */
    private static String answer(String language, Map<String, Consumer<ObjectNode>> states) throws IOException {
        var claim = Api.claim(Api.unique("We have built forty new schools in this city"));
        Api.publish(claim, "mostly_false");
        var answer = (ObjectNode) Canned.JSON.readTree(Api.nobody()
                .get("/embed/v1/claims?ids=" + claim + "&lang=" + language)
                .asByteArray());
        var template = (ObjectNode) answer.get("claims").get(0);
        template.put("claimant", "Ann Lee").put("summary", "City records list eleven. The others are renovated gyms.");
        ArrayNode claims = answer.putArray("claims");
        states.forEach((state, change) -> {
            if (change != null) {
                var copy = template.deepCopy().put("id", id(state));
                copy.putArray("requested").add(id(state));
                change.accept(copy);
                claims.add(copy);
            }
        });
        return answer.toString();
    }

    private static String id(String state) {
        return UUID.nameUUIDFromBytes(state.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
