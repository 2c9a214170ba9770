package org.quotecheck.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ForcedColors;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.InBrowser;

/** What readers say is wrong with a verdict, as reviewers read and answer it at the console. */
@QuarkusTest
class ReportsViewTest extends InBrowser {

    private static final String HOSTILE = "<img src=x onerror=alert(1)> \u202e" + "w".repeat(200) + " </script>{{7*7}}";

    private String claim;

    @BeforeEach
    void publish() {
        claim = Api.claim(Api.unique("The council planted forty trees"));
        Api.publish(claim, "false");
    }

    @Test
    void reportIsReadAnsweredAndClosed() {
        var first = report("The year is wrong.");
        var second = report("There is newer evidence.");
        try (var rita = desk()) {
            var open = rita.page.locator(".report.open");
            assertThat(open).hasCount(2);
            var wrong = open.filter(new Locator.FilterOptions().setHasText("The year is wrong."));
            assertThat(wrong.locator(".meta")).containsText("An error");
            answer(wrong, "You are right: it was 2024.");
            assertThat(open).hasCount(1);
            var closed = rita.page.locator(".report.closed");
            assertThat(closed.locator("blockquote")).hasText("You are right: it was 2024.");
            assertThat(closed.locator("form")).hasCount(0);
            // what is still to be done stands first
            assertThat(rita.page.locator(".report").first()).hasClass("report open");
            answer(open, "");
            assertThat(open).hasCount(0);
            rita.tab.assertQuiet();
        }
        Api.reviewer().get("/v1/reports/" + first).then().body("answer", equalTo("You are right: it was 2024."));
        Api.reviewer()
                .get("/v1/reports/" + second)
                .then()
                .body("status", equalTo("closed"))
                .body("answer", nullValue());
    }

    @Test
    void queueLeadsToClaimsWithReports() {
        report("The year is wrong.");
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            rita.page
                    .locator(".filters select, select")
                    .filter(new Locator.FilterOptions().setHasText("open readers’ reports"))
                    .selectOption("reports");
            var row = rita.page.locator(".queue a[href='#/claims/" + claim + "']");
            assertThat(row).isVisible();
            row.click();
            assertThat(rita.page.locator(".report.open")).hasCount(1);
        }
    }

    @Test
    void reportThatAnotherClosedIsShownAsItIs() {
        var id = report("The year is wrong.");
        try (var rita = desk()) {
            var open = rita.page.locator(".report.open");
            open.getByLabel("Answer").fill("We look into it.");
            // between the form's own read and its write
            rita.page.route(
                    "**/v1/reports/" + id,
                    route -> {
                        var answer = route.fetch();
                        close(id, "Put right by a colleague.");
                        route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setResponse(answer));
                    },
                    new Page.RouteOptions().setTimes(1));
            open.getByRole(AriaRole.BUTTON).click();
            assertThat(rita.page.locator("qc-reports .error")).containsText("changed in the meantime");
            assertThat(rita.page.locator(".report.closed blockquote")).hasText("Put right by a colleague.");
            assertThat(rita.page.locator("qc-reports .error")).isFocused();
        }
    }

    @Test
    void refusedAnswerStaysInItsForm() {
        report("The year is wrong.");
        try (var rita = desk()) {
            rita.page.route(
                    "**/v1/reports/*",
                    route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                            .setStatus(403)
                            .setContentType("application/problem+json")
                            .setBody("{\"type\":\"/problems/forbidden\",\"title\":\"Forbidden\",\"status\":403,"
                                    + "\"detail\":\"A reviewer is required.\"}")),
                    new Page.RouteOptions().setTimes(1));
            var open = rita.page.locator(".report.open");
            answer(open, "We look into it.");
            assertThat(rita.page.locator("qc-reports .error")).containsText("A reviewer is required.");
            assertThat(open.getByLabel("Answer")).hasValue("We look into it.");
            open.getByRole(AriaRole.BUTTON).click();
            assertThat(rita.page.locator(".report.closed blockquote")).hasText("We look into it.");
            assertThat(rita.page.locator("qc-reports .error")).hasCount(0);
        }
    }

    @Test
    void hostileReportIsReadByEverybodyAsText() {
        report(HOSTILE);
        browser.reader().withTools().everyWay().forEach(reader -> {
            try (var rita = Desk.of(reader, "Rita Reviewer")) {
                rita.go("#/claims/" + claim);
                assertThat(rita.page.locator(".report .said")).hasText(HOSTILE);
                assertThat(rita.page.locator("qc-reports img")).hasCount(0);
                rita.page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
                rita.tab.assertAccessible();
                rita.tab.keep("reports-" + reader);
            }
        });
    }

    private Desk desk() {
        var rita = Desk.of(browser.reader(), "Rita Reviewer");
        rita.go("#/claims/" + claim);
        assertThat(rita.page.locator("#reports")).isVisible();
        return rita;
    }

    private static void answer(Locator report, String words) {
        report.getByLabel("Answer").fill(words);
        report.getByRole(AriaRole.BUTTON).click();
    }

    /** From a network of its own, because each may send so many a day. */
    private String report(String text) {
        var random = ThreadLocalRandom.current();
        return Api.nobody()
                .header("X-Forwarded-For", "10." + random.nextInt(256) + "." + random.nextInt(256) + ".1")
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "error", "text", text))
                .post("/v1/claims/" + claim + "/reports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static void close(String id, String answer) {
        Api.editor()
                .contentType(ContentType.JSON)
                .header("If-Match", Api.editor().get("/v1/reports/" + id).header("ETag"))
                .body(Map.of("status", "closed", "answer", answer))
                .patch("/v1/reports/" + id)
                .then()
                .statusCode(200);
    }
}
