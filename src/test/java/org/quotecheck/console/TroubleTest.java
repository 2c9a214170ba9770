package org.quotecheck.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.InBrowser;

/** What goes wrong while somebody writes, and that they keep what they wrote. */
@QuarkusTest
class TroubleTest extends InBrowser {

    private static final String DRAFT = "**/verdict-draft";

    @Test
    void tokenThatEndsInTheMiddleOfAFormIsAskedForAgain() {
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            var claim = writing(rita);
            as(rita.page, DRAFT, "no-token", 1);
            rita.page.route("**/dev/tokens", Route::abort);
            rita.page.getByLabel("Summary").fill("Words at the end of a session.");
            assertThat(rita.page.locator(".banner")).containsText("Your session has ended.");
            rita.page.getByLabel("Summary").fill("Words after the end of a session.");
            rita.page.unroute("**/dev/tokens");
            rita.press("Sign in again");
            rita.saved();
            assertThat(rita.page.locator(".banner")).hasCount(0);
            Api.reviewer()
                    .get("/v1/claims/" + claim + "/verdict-draft")
                    .then()
                    .body("summary", org.hamcrest.Matchers.equalTo("Words after the end of a session."));
        }
    }

    @Test
    void roleThatIsTakenAwayIsSaidAndTheWordsStay() {
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            writing(rita);
            as(rita.page, DRAFT, Api.token("rita", "submitter"), 1);
            rita.page.getByLabel("Summary").fill("Words of a former reviewer.");
            assertThat(rita.page.locator("qc-verdict .error")).containsText("Your roles do not include");
            assertThat(rita.page.locator(".kept")).containsText("Not saved");
            assertThat(rita.page.getByLabel("Summary")).hasValue("Words of a former reviewer.");
            rita.page.getByLabel("Summary").fill("Words of a reviewer again.");
            rita.saved();
            assertThat(rita.page.locator("qc-verdict .error")).hasCount(0);
        }
    }

    @Test
    void claimThatIsMergedAwayWhileItIsOpenKeepsTheWordsAndSaysWhere() {
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            var claim = writing(rita);
            var survivor = Api.claim(Api.unique("The council planted trees"));
            Api.move(Api.editor(), claim, Map.of("to", "duplicate", "duplicateOf", survivor))
                    .then()
                    .statusCode(201);
            rita.page.getByLabel("Summary").fill("Words for a claim that is gone.");
            assertThat(rita.page.locator("qc-verdict .error")).isVisible();
            assertThat(rita.page.getByLabel("Summary")).hasValue("Words for a claim that is gone.");
            rita.page.onDialog(Dialog::accept);
            rita.page.locator("qc-verdict .error a").click();
            assertThat(rita.page.locator("qc-claim h1")).containsText("The council planted trees");
        }
    }

    @Test
    void reasonsAreSavedAsTheyAreTyped() {
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            var claim = writing(rita);
            var reasons = rita.page.locator("[name=reasons]");
            reasons.focus();
            rita.page.keyboard().type("Counted twice \n\nand  ");
            rita.saved();
            assertThat(reasons).hasValue("Counted twice \n\nand  ");
            Api.reviewer()
                    .get("/v1/claims/" + claim + "/verdict-draft")
                    .then()
                    .body("reasons", org.hamcrest.Matchers.contains("Counted twice", "and"));
        }
    }

    @Test
    void languageIsSavedAsItIsTyped() {
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            var claim = writing(rita);
            rita.saved();
            var language = rita.page.locator(".verdict-form [name=language]");
            for (var typed : List.of("pt", "")) {
                language.focus();
                rita.page.keyboard().press("Control+A");
                rita.page.keyboard().press("Delete");
                rita.page.keyboard().type(typed);
                rita.saved();
                assertThat(language).isFocused();
                assertThat(language).hasValue(typed);
                Api.reviewer()
                        .get("/v1/claims/" + claim + "/verdict-draft")
                        .then()
                        .body("language", org.hamcrest.Matchers.equalTo(typed.isEmpty() ? null : typed));
            }
            rita.page.getByLabel("Summary").fill("Words in the language of the claim.");
            rita.saved();
            assertThat(language).hasValue("en");
        }
    }

    @Test
    void wordsInAFormStayWhenSomebodyElseChangesTheClaim() {
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            var claim = writing(rita);
            rita.saved();
            rita.page.getByText("Edit words and tags").click();
            var words = rita.page.locator("qc-words [name=text]");
            var mine = Api.unique("The council planted four trees, and I counted");
            words.fill(mine);
            var theirs = Api.unique("The council planted five trees");
            reword(claim, theirs);
            rita.page.locator("qc-words button").click();
            assertThat(rita.page.locator("qc-words .error")).containsText("This changed in the meantime.");
            assertThat(rita.page.locator("qc-claim h1")).hasText(theirs);
            assertThat(words).hasValue(mine);
            rita.page.locator("qc-words button").click();
            assertThat(rita.page.locator("qc-claim h1")).hasText(mine);
            // from now on the form shows what the service has
            reword(claim, theirs + " today");
            rita.page.locator("qc-comments textarea").fill("Look again.");
            rita.page.keyboard().press("Control+Enter");
            assertThat(words).hasValue(theirs + " today");
        }
    }

    @Test
    void commentForOneMoveStaysForAnother() {
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            writing(rita);
            rita.saved();
            rita.press("Hand over");
            rita.page.locator(".move-form [name=comment]").fill("I am away from Monday on.");
            rita.press("Release");
            assertThat(rita.page.locator(".move-form [name=comment]")).hasValue("I am away from Monday on.");
        }
    }

    @Test
    void nobodyLosesWordsByLeavingUnasked() {
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            var claim = writing(rita);
            rita.saved();
            for (var field : List.of("qc-comments textarea", ".source-form [name=title]")) {
                rita.go("#/queue");
                rita.go("#/claims/" + claim);
                var typed = rita.page.locator(field);
                if (field.startsWith(".source-form")) {
                    rita.page.locator("qc-sources details.edit > summary").click();
                }
                typed.fill("Words that nobody sent.");
                var asked = new AtomicInteger();
                Consumer<Dialog> stay = dialog -> {
                    asked.incrementAndGet();
                    dialog.dismiss();
                };
                rita.page.onDialog(stay);
                rita.page.locator("nav a").first().click();
                rita.page.waitForCondition(() -> asked.get() == 1);
                assertThat(typed).hasValue("Words that nobody sent.");
                rita.page.locator(".language select").selectOption("de");
                rita.page.waitForCondition(() -> asked.get() == 2);
                assertThat(typed).hasValue("Words that nobody sent.");
                assertThat(rita.page.locator(".language select")).hasValue("en");
                rita.page.offDialog(stay);
                rita.page.onceDialog(Dialog::accept);
                rita.page.locator("nav a").first().click();
                assertThat(rita.page.locator("qc-queue h1")).isVisible();
            }
        }
    }

    @Test
    void wordsForAClaimThatSomebodyElseHasStayInSight() {
        Api.as("rob", "reviewer").get("/v1/me").then().statusCode(200);
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            var claim = writing(rita);
            rita.saved();
            Api.move(Api.editor(), claim, Map.of("to", "in_review", "assignee", "rob"))
                    .then()
                    .statusCode(201);
            rita.page.getByLabel("Summary").fill("Words that came too late.");
            assertThat(rita.page.locator("qc-verdict .error")).isVisible();
            rita.page.locator("qc-comments textarea").fill("Rob, see my summary.");
            rita.page.keyboard().press("Control+Enter");
            assertThat(rita.page.getByLabel("Summary")).hasCount(0);
            assertThat(rita.page.locator("qc-verdict .kept-words")).containsText("Words that came too late.");
        }
    }

    @Test
    void secondOfTwoEditorsSeesWhatTheFirstDid() {
        var claim = Api.claim(Api.unique("The council planted trees"));
        Api.propose(claim, "mostly_false");
        try (var ed = Desk.of(browser.reader(), "Ed Editor");
                var eva = Desk.of(browser.reader(), "Eva Editor")) {
            ed.go("#/claims/" + claim);
            eva.go("#/claims/" + claim);
            eva.press("Send back");
            eva.page.locator(".move-form textarea").fill("The date is missing.");
            ed.move("Publish");
            ed.status("Published");
            eva.page.keyboard().press("Control+Enter");
            assertThat(eva.page.locator("qc-moves .error")).containsText("This changed in the meantime.");
            eva.status("Published");
            assertThat(eva.page.locator("qc-moves .kept-words")).containsText("The date is missing.");
        }
    }

    private static void reword(String claim, String text) {
        Api.as("rob", "reviewer")
                .contentType(ContentType.JSON)
                .header("If-Match", Api.etag(claim))
                .body(Map.of("text", text))
                .patch("/v1/claims/" + claim)
                .then()
                .statusCode(200);
    }

    /** A claim that they have taken and begun to write about. */
    private static String writing(Desk rita) {
        var claim = Api.claim(Api.unique("The mayor opened a bridge"));
        rita.write("#/claims/" + claim, "First words.");
        return claim;
    }

    /** The service reads the next calls as if they came with this token. */
    private static void as(Page page, String url, String token, int times) {
        page.route(
                url,
                route -> {
                    var headers = new HashMap<>(route.request().headers());
                    headers.put("authorization", "Bearer " + token);
                    route.resume(new Route.ResumeOptions().setHeaders(headers));
                },
                new Page.RouteOptions().setTimes(times));
    }
}
