package org.quotecheck.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.InBrowser;

/** What reviewers and editors do with a claim besides writing its verdict. */
@QuarkusTest
class WorkTest extends InBrowser {

    @Test
    void claimIsMergedIntoOneShownNextToIt() {
        var words = Api.unique("The council planted four hundred trees in the valley");
        var survivor = Api.claim(words + " in 2024");
        var duplicate = Api.claim(words + " during 2024");
        try (var rita = person("Rita Reviewer")) {
            rita.go("#/claims/" + duplicate);
            rita.press("Merge into another claim");
            var candidate = rita.page
                    .locator(".candidate")
                    .filter(new Locator.FilterOptions().setHas(rita.page.locator("[value='" + survivor + "']")));
            assertThat(candidate.locator(".pair > *").first()).hasText(words + " during 2024");
            assertThat(candidate.locator(".pair > *").last()).hasText(words + " in 2024");
            assertThat(candidate.locator(".meta .dot").first()).containsText("%");
            candidate.locator("input").check();
            form(rita).getByRole(AriaRole.BUTTON).first().click();
            assertThat(rita.page.locator(".notice").first())
                    .hasText("The claim that you asked for was merged into this one.");
            assertThat(rita.page.locator("qc-claim h1")).hasText(words + " in 2024");
            rita.tab.assertQuiet();
        }
    }

    @Test
    void placesAreConfirmedDroppedAndCorrected() {
        var words = Api.unique("The council planted forty trees");
        var claim = Api.claim(words, Api.uniqueUrl());
        submit("lee", words, Api.uniqueUrl());
        submit("kim", words, Api.uniqueUrl());
        try (var rita = person("Rita Reviewer")) {
            rita.go("#/claims/" + claim);
            var pending = rita.page.locator(".appearance.pending");
            assertThat(pending).hasCount(2);
            pending.first().getByText("Confirm").click();
            assertThat(rita.page.locator(".appearance.confirmed")).hasCount(2);
            pending.first().getByText("Drop").click();
            pending.first().getByText("not on that page").click();
            var dropped = rita.page.locator(".appearance.dropped");
            assertThat(dropped).containsText("not on that page");
            var last = rita.page
                    .locator(".appearance.confirmed")
                    .filter(new Locator.FilterOptions().setHas(rita.page.locator("input[name=first]")));
            last.getByText("Correct", new Locator.GetByTextOptions().setExact(true))
                    .click();
            last.getByLabel("Title").fill("Trees for the valley");
            last.getByLabel("Publisher").fill("The Daily");
            last.getByLabel("this is the first place").check();
            last.getByText("Save").click();
            var first = rita.page
                    .locator(".appearance")
                    .filter(new Locator.FilterOptions().setHasText("Trees for the valley"));
            assertThat(first).containsText("The Daily");
            assertThat(first).containsText("the first");
            rita.tab.assertQuiet();
        }
    }

    @Test
    void colleaguesCommentHandOverAndSendBack() {
        var claim = Api.claim(Api.unique("The council planted four trees"));
        Api.as("rob", "reviewer").get("/v1/me").then().statusCode(200);
        try (var rita = person("Rita Reviewer");
                var ed = person("Ed Editor")) {
            rita.write("#/claims/" + claim, "There are three trees.");
            rita.page
                    .getByLabel("Comment", new Page.GetByLabelOptions().setExact(true))
                    .fill("Who counted?\n<b>Nobody</b>");
            rita.page.keyboard().press("Control+Enter");
            assertThat(rita.page.locator("qc-comments .said")).hasText("Who counted?\n<b>Nobody</b>");
            assertThat(rita.page.getByLabel("Comment", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue("");
            rita.move("Propose the verdict");

            ed.go("#/claims/" + claim);
            assertThat(ed.page.locator("qc-comments .said")).containsText("Who counted?");
            ed.press("Send back");
            form(ed).getByLabel("Comment for colleagues").fill("Please name the one who counted.");
            ed.page.keyboard().press("Control+Enter");
            ed.status("In review");

            rita.go("#/queue");
            rita.go("#/claims/" + claim);
            assertThat(rita.page.locator("qc-comments")).containsText("Please name the one who counted.");
            assertThat(rita.page.getByLabel("Summary")).hasValue("There are three trees.");
            rita.press("Hand over");
            var toWhom = form(rita).getByLabel("To whom");
            toWhom.selectOption("ed");
            var colleague = toWhom.locator("option:checked").innerText();
            rita.page.keyboard().press("Control+Enter");
            assertThat(rita.page.locator(".claim-head .facts")).containsText("with " + colleague);
            assertThat(rita.page.getByLabel("Summary")).hasCount(0);
            rita.tab.assertQuiet();
            ed.tab.assertQuiet();
        }
    }

    @Test
    void newVersionOfAnArticleIsAcceptedNextToWhatItChanges() {
        var url = Api.uniqueUrl();
        var words = Api.unique("We planted 44 trees");
        var quote = article("sam", url, "\"" + words + ",\" Ida Brandt said.\n\nIt rained on Monday.", 201);
        String claim = Api.submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("quoteId", quote))
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Api.publish(claim, "false");
        article("lee", url, "\"" + words + ",\" Ida Brandt said.\n\nIt snowed on Monday.", 202);
        try (var rita = person("Rita Reviewer")) {
            rita.go("#/claims/" + claim);
            var versions = rita.page.locator("qc-versions");
            assertThat(versions.locator("del")).hasText("rained");
            assertThat(versions.locator("ins")).hasText("snowed");
            assertThat(versions.locator(".changes p")).hasCount(1);
            rita.press("Accept it");
            assertThat(versions.locator("section")).hasCount(0);
            rita.tab.assertQuiet();
        }
    }

    @Test
    void explanationIsPreviewedAsReadersWillReadIt() {
        var claim = Api.claim(Api.unique("The council planted five trees"));
        try (var rita = person("Rita Reviewer")) {
            rita.write("#/claims/" + claim, "There are three trees.");
            rita.page
                    .getByLabel("Explanation:")
                    .fill("*Counted* [1]\n\n- <img src=x onerror=alert(1)>\n- [map](https://map.example/)\n"
                            + "- [no](javascript:alert(1))\n\n![picture](https://pictures.example/a.png)");
            rita.saved();
            rita.page.getByText("On the page: reasons").click();
            var shown = rita.page.locator(".page-preview .prose");
            assertThat(shown.locator("em")).hasText("Counted");
            assertThat(shown.locator("li").first()).hasText("<img src=x onerror=alert(1)>");
            assertThat(shown.locator("a")).hasCount(1);
            assertThat(shown.locator("a")).hasAttribute("href", "https://map.example/");
            assertThat(shown.locator("img")).hasCount(0);
            rita.tab.assertQuiet();
        }
    }

    @Test
    void consoleSpeaksGermanAllTheWay() throws IOException {
        try (var rita = Desk.unsigned(browser.reader());
                var ed = Desk.unsigned(browser.reader())) {
            for (var desk : List.of(rita, ed)) {
                desk.page.locator(".language select").selectOption("de");
                assertThat(desk.page.locator("h1")).hasText("Prüfen, was gesagt wird");
                assertGerman(desk);
            }
            rita.press("Rita Reviewer");
            assertThat(rita.page.locator("h1")).hasText("Warteschlange");
            rita.press("Tasten");
            assertGerman(rita);
            rita.page.getByText("Artikel einfügen").first().click();
            assertGerman(rita);
            rita.page.getByLabel("Adresse des Artikels").fill(Api.uniqueUrl());
            var words = Api.unique("We planted 40 trees");
            Api.claim(words.replace("trees", "bushes"));
            rita.page.locator("[name=content]").fill("\"" + words + ",\" Ida Brandt said.");
            rita.page.keyboard().press("Control+Enter");
            rita.page.locator("qc-quote input[type=checkbox]").check();
            assertThat(rita.page.locator("qc-quote .notice")).containsText("anderes Wort: bushes statt trees");
            assertGerman(rita);
            rita.page.locator(".send-bar button").click();
            var claim = rita.page.locator(".sent a").getAttribute("href");
            assertGerman(rita);
            rita.go(claim);
            rita.move("Übernehmen");
            rita.status("In Prüfung");
            rita.page.locator(".source-form [name=where]").fill("https://statistics.example/trees");
            rita.page.locator(".source-form [name=title]").fill("Trees");
            rita.page.keyboard().press("Control+Enter");
            assertThat(rita.page.locator(".numbered > li")).hasCount(1);
            rita.page.locator(".choice.mostly_false input").check();
            rita.page.locator("[name=summary]").fill("Es sind weniger Bäume.");
            assertThat(rita.page.locator(".kept")).hasText("Gespeichert");
            assertThat(rita.page.locator(".preview .card")).containsText("Es sind weniger Bäume.");
            assertGerman(rita);
            rita.move("Urteil vorschlagen");
            assertGerman(rita);
            ed.press("Ed Editor");
            ed.page.getByText("Artikel einfügen").first().click();
            ed.page.getByLabel("Adresse des Artikels").fill(Api.uniqueUrl());
            ed.page.locator("[name=content]").fill("We planted trees.");
            ed.page.getByText("Mehr dazu").click();
            ed.page.locator("form.paste [name=language]").fill("english!");
            ed.page.keyboard().press("Control+Enter");
            assertThat(ed.page.locator(".error")).containsText("Sprache muss ein Sprachkürzel sein");
            assertGerman(ed);
            ed.page.onceDialog(Dialog::accept);
            ed.go(claim);
            ed.move("Veröffentlichen");
            ed.status("Veröffentlicht");
            ed.page.locator("summary:has-text('Verlauf')").click();
            assertThat(ed.page.locator(".history > li").first()).isVisible();
            assertGerman(ed);
            rita.tab.assertQuiet();
        }
    }

    /** Words that the service's own English sentences have, and German ones have not. */
    private static final Pattern ENGLISH = Pattern.compile("\\b(the|of|must|agree|another|waiting|waits|required)\\b");

    /** No words of the English interface where German has others. */
    private static void assertGerman(Desk desk) throws IOException {
        var english = words("en");
        var german = words("de");
        var foreign = new TreeSet<String>();
        english.properties().forEach(word -> foreign.add(word.getValue().asText()));
        german.properties().forEach(word -> foreign.remove(word.getValue().asText()));
        @SuppressWarnings("unchecked")
        var shown = (List<String>) desk.page.evaluate("""
                () => {
                  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                  const found = [...document.querySelectorAll('[aria-label]')].map((each) => each.getAttribute('aria-label'));
                  while (walker.nextNode()) {
                    // what people wrote, and labels that go with it, have a language of their own
                    if (!walker.currentNode.parentElement.closest('main [lang], [dir=auto], button > .visually-hidden, noscript')) found.push(walker.currentNode.data.trim());
                  }
                  return found;
                }""");
        assertThat(shown)
                .isNotEmpty()
                .doesNotContainAnyElementsOf((Set<String>) foreign)
                .noneMatch(text -> ENGLISH.matcher(text).find());
    }

    private static JsonNode words(String language) throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("src/main/console/words", language + ".json").toFile());
    }

    private static Locator form(Desk desk) {
        return desk.page.locator(".move-form");
    }

    private static void submit(String sender, String words, String url) {
        Api.as(sender, "submitter")
                .contentType(ContentType.JSON)
                .body(Map.of("text", words, "article", Map.of("url", url)))
                .post("/v1/claims")
                .then()
                .statusCode(200);
    }

    /** Sends an article; its first quotation. */
    private static String article(String sender, String url, String text, int status) {
        return Api.as(sender, "submitter")
                .contentType(ContentType.JSON)
                .body(Map.of("url", url, "text", text))
                .post("/v1/articles")
                .then()
                .statusCode(status)
                .extract()
                .path("quotes[0].id");
    }

    private static Desk person(String name) {
        return Desk.of(browser.reader(), name);
    }
}
