package org.quotecheck.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.InBrowser;

/** Words stay where they were typed, whole and legible, whatever happens around them. */
@QuarkusTest
class KeptWordsTest extends InBrowser {

    private static final int TOO_LONG = 2_001;

    @Test
    void wordsOfFieldsThatGoStayInSight() {
        var claim = Api.claim(Api.unique("The council built a bridge"));
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            rita.go("#/claims/" + claim);
            rita.press("Not checkable");
            rita.page.locator(".move-form [name=comment]").fill("Thoughts about a move.");
            rita.page.locator("qc-words summary").click();
            rita.page.locator("qc-words [name=text]").fill("Better words for the claim.");
            rita.page.locator("qc-sources details.edit > summary").click();
            rita.page.locator(".source-form [name=title]").fill("A source that I found.");
            Api.publish(claim, "false");
            rita.page.locator("qc-comments textarea").fill("I am late.");
            rita.page.keyboard().press("Control+Enter");
            rita.status("Published");
            for (var kept : Map.of(
                            "qc-moves", "Thoughts about a move.",
                            "qc-words", "Better words for the claim.",
                            "qc-sources", "A source that I found.")
                    .entrySet()) {
                assertThat(rita.page.locator(kept.getKey() + " .kept-words")).containsText(kept.getValue());
            }
        }
    }

    @Test
    void answerStaysWithItsReport() {
        var claim = Api.claim(Api.unique("The council built a bridge"));
        Api.publish(claim, "false");
        for (var text : new String[] {"The first report.", "The second report."}) {
            Api.nobody()
                    .contentType(ContentType.JSON)
                    .body(Map.of("kind", "error", "text", text))
                    .post("/v1/claims/" + claim + "/reports")
                    .then()
                    .statusCode(202);
        }
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            rita.go("#/claims/" + claim);
            var reports = rita.page.locator("li.report");
            assertThat(reports).hasCount(2);
            var other = reports.nth(1).locator(".said").textContent();
            reports.nth(1).locator("textarea").fill("For: " + other);
            reports.nth(0).locator("button").click();
            assertThat(reports.nth(0).locator(".said")).hasText(other);
            assertThat(reports.nth(0).locator("textarea")).hasValue("For: " + other);
        }
    }

    @Test
    void filesAreReadAsTheyWereWritten() {
        var text = "„Wir bauen Brücken“, sagte Ömer Müller – für 5 €.";
        var files = new LinkedHashMap<String, byte[]>();
        files.put("utf-8", text.getBytes(StandardCharsets.UTF_8));
        files.put("windows-1252", text.getBytes(Charset.forName("windows-1252")));
        files.put("utf-16", ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE));
        try (var sam = Desk.of(browser.reader(), "Sam Submitter")) {
            sam.go("#/paste");
            var field = sam.page.locator("[name=content]");
            var chooser = sam.page.locator("input[type=file]");
            sam.page.onDialog(Dialog::accept);
            files.forEach((encoding, bytes) -> {
                field.fill("");
                chooser.setInputFiles(new FilePayload(encoding + ".txt", "text/plain", bytes));
                assertThat(field).hasValue(text);
            });
            chooser.setInputFiles(
                    new FilePayload("a.pdf", "application/pdf", "%PDF-1.7 x".getBytes(StandardCharsets.US_ASCII)));
            assertThat(sam.page.locator(".error")).containsText("This file is not text.");
            assertThat(field).hasValue(text);
        }
    }

    /** A field that cuts what is pasted has half a sentence sent. */
    @Test
    void longWordsAreRefusedAndNotCut() {
        var claim = Api.claim(Api.unique("The council built a bridge"));
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            rita.go("#/claims/" + claim);
            rita.page.locator("qc-sources details.edit > summary").click();
            var form = rita.page.locator(".source-form");
            form.locator("[name=where]").fill("https://statistics.example/bridges");
            form.locator("[name=title]").fill("Count of bridges");
            var excerpt = form.locator("[name=excerpt]");
            excerpt.focus();
            rita.page.keyboard().insertText("x".repeat(TOO_LONG));
            assertThat(excerpt).hasValue("x".repeat(TOO_LONG));
            rita.page.keyboard().press("Control+Enter");
            assertThat(rita.page.locator("qc-sources .error")).containsText("must");
            assertThat(excerpt).hasValue("x".repeat(TOO_LONG));
        }
    }

    @Test
    void serviceThatHangsIsSaidAndAskedAgain() {
        var claim = Api.claim(Api.unique("The council built a bridge"));
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            rita.go("#/claims/" + claim);
            rita.page.locator("qc-comments textarea").fill("Words into a hole.");
            var held = new AtomicInteger();
            rita.page.route("**/comments", route -> {
                if (!route.request().method().equals("POST") || held.getAndIncrement() > 0) {
                    route.resume();
                }
            });
            rita.page.keyboard().press("Control+Enter");
            assertThat(rita.page.locator(".banner")).containsText("No connection.");
            rita.press("Try now");
            assertThat(rita.page.locator("qc-comments .said")).hasText("Words into a hole.");
        }
    }

    @Test
    void pageOfANetworkIsNotTakenForAnAnswer() {
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            rita.page.route(
                    "**/v1/review-queue?*",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/html")
                            .setBody("<h1>Sign in to our Wi-Fi</h1>")),
                    new Page.RouteOptions().setTimes(1));
            rita.page.reload();
            rita.press("Rita Reviewer");
            assertThat(rita.page.locator(".banner")).containsText("No connection.");
            rita.press("Try now");
            assertThat(rita.page.locator("qc-queue h1")).isVisible();
            assertThat(rita.page.locator(".banner")).hasCount(0);
        }
    }
}
