package org.quotecheck.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.InBrowser;
import org.quotecheck.digest.Sha256;

/**
 * The pictures of docs/reviewing.md show the console as it is: docs/images/console.txt says of what words and style
 * each was taken. {@code -Dpictures.write=true} takes them anew.
 */
@QuarkusTest
class GuidePicturesTest extends InBrowser {

    private static final Path IMAGES = Path.of("docs", "images");
    private static final Path LIST = IMAGES.resolve("console.txt");
    private static final String ADDRESS = "https://valley-news.example/lanterns";
    private static final String TAG = "lanterns";
    private static final String DATE = "[A-Z][a-z]{2} \\d{1,2}, \\d{4}";

    private static final String ARTICLE = """
            Lamplighter Greta Lund opened the lantern fair on Friday.

            "We lit 9,400 lanterns this year," Lund said.

            "No other town has a fair as old as ours," said Piet Mulder, the mayor. "It began in 1642."
            """;

    private final StringBuilder taken = new StringBuilder();

    @Test
    void picturesShowTheConsoleAsItIs() throws IOException {
        try (var rita = Desk.of(browser.reader(), "Rita Reviewer")) {
            rita.read(ADDRESS, ARTICLE);
            var quotes = rita.page.locator("qc-quote input[type=checkbox]");
            quotes.nth(1).check();
            quotes.nth(0).check();
            rita.page
                    .locator("qc-quote")
                    .first()
                    .getByLabel("Words of the claim")
                    .fill("The fair lit 9,400 lanterns in 2026");
            take(rita.page, "console-quotes");
            rita.press("Send 2 claims");
            assertThat(rita.page.locator(".sent a")).hasCount(2);
            List<String> claims = rita.page.locator(".sent a").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .toList();
            claims.forEach(GuidePicturesTest::tag);

            rita.go("#/queue");
            rita.page.getByLabel("Tag").fill(TAG);
            rita.page.getByLabel("Tag").blur();
            assertThat(rita.page.locator(".queue > li")).hasCount(2);
            assertThat(rita.page.locator(".chips b")).hasText(new String[] {"2", "2"}); // counted after the list
            take(rita.page, "console-queue");

            rita.write(claims.getFirst(), "The fair lit 4,900 lanterns, by the count of those who sold them.");
            rita.page
                    .getByLabel("Explanation:")
                    .fill("The fair's *own* count is in its accounts [1].\n\n- sold: 4,700\n- given: 200");
            rita.saved();
            assertThat(rita.page.locator(".preview .card")).containsText("4,900");
            rita.page.getByText("On the page: reasons").click();
            assertThat(rita.page.locator(".page-preview li").first()).hasText("sold: 4,700");
            take(rita.page, "console-verdict");
            rita.tab.assertQuiet();
        }
        if (writes()) {
            Files.writeString(LIST, taken);
        }
        assertThat(Files.readString(LIST))
                .as("the pictures of docs/reviewing.md; -Dpictures.write=true takes them anew")
                .isEqualTo(taken.toString());
    }

    private void take(Page page, String name) throws IOException {
        page.evaluate("() => document.activeElement.blur()");
        var file = IMAGES.resolve(name + ".png");
        if (writes()) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
        }
        page.evaluate("() => document.querySelector('#announcements').hidden = true"); // comes and goes
        var shown = page.locator("body").innerText().replaceAll(DATE, "DATE") + style();
        taken.append(name)
                .append(" shows ")
                .append(digest(shown.getBytes(StandardCharsets.UTF_8)))
                .append(" is ")
                .append(digest(Files.readAllBytes(file)))
                .append('\n');
    }

    private static String style() throws IOException {
        try (var files = Files.list(Path.of("src/main/console/built"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("style."))
                    .collect(Collectors.joining());
        }
    }

    private static String digest(byte[] bytes) {
        return Sha256.hex(bytes).substring(0, 16);
    }

    private static boolean writes() {
        return Boolean.getBoolean("pictures.write");
    }

    private static void tag(String address) {
        var claim = address.replaceAll(".*/", "");
        Api.reviewer()
                .contentType(ContentType.JSON)
                .header("If-Match", Api.etag(claim))
                .body(Map.of("tags", List.of(TAG)))
                .patch("/v1/claims/" + claim)
                .then()
                .statusCode(200);
    }
}
