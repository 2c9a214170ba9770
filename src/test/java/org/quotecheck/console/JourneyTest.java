package org.quotecheck.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;
import org.quotecheck.Browser;
import org.quotecheck.InBrowser;
import org.quotecheck.Publisher;

/** From an article to a verdict that three people publish, correct and retract: once by keys alone, once by mouse. */
@QuarkusTest
class JourneyTest extends InBrowser {

    /** The acceptance article, where it is; it is not ours to keep here. */
    private static final Path ARTICLE = Path.of("..", "shared", "articles", "russia-security-demands.txt");

    private static final Path OWN_ARTICLE = Path.of("src/test/resources/articles/curly-paragraphs.txt");

    private static final Logger LOG = Logger.getLogger(JourneyTest.class);

    /** What arrives while somebody steps through a page adds a stop or two. */
    private static final int FEW = 5;

    private Hands hands;
    private final List<Person> people = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"keyboard", "mouse"})
    void articleBecomesAVerdictThatIsCorrectedAndRetracted(String way) throws IOException {
        hands = way.equals("keyboard") ? new Hands.Keyboard() : new Hands.Mouse();
        try (var rita = new Person("Rita Reviewer");
                var ed = new Person("Ed Editor");
                var eva = new Person("Eva Editor")) {
            rita.signIn();
            assertThat(rita.page.locator(".empty, .queue").first()).isVisible();
            LOG.infof("page and first queue after %s ms", rita.desk.firstQueue());
            var claim = rita.sendsAClaim(article());
            rita.writesAVerdict();
            rita.move("Propose the verdict", null);
            rita.desk.status("Proposed");

            ed.signIn();
            ed.open(claim);
            ed.move("Publish", null);
            ed.desk.status("Published");
            assertEmbedded(claim);

            ed.move("Review again, to correct it", null);
            ed.corrects();
            ed.move("Propose the verdict", null);
            ed.desk.status("Proposed");
            eva.signIn();
            eva.open(claim);
            eva.move("Publish", "A part of it was missing.");
            assertThat(eva.page.locator("qc-published .card")).containsText("correction");

            eva.move("Retract the verdict", "The source was withdrawn.");
            hands.toQueue(link(ed.page, "Queue"));
            ed.open(claim);
            assertThat(ed.page.locator(".claim-head .notice")).containsText("The source was withdrawn.");
            ed.move("Retract the verdict", null);
            ed.desk.status("Retracted");
            people.forEach(person -> person.desk.tab.assertQuiet());
        }
        var figures = "| %s | %d | %d | %d |".formatted(way, hands.keys, hands.clicks, hands.letters);
        LOG.infof(
                "%s: %d steps in the queue, %d ms of service time in %d calls",
                figures, hands.steps, people.stream().mapToLong(Person::served).sum(), calls());
        var said = Pattern.compile("\\| " + way + " \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|")
                .matcher(guide());
        assertThat(said.find()).as(figures).isTrue();
        assertThat(hands.keys).as(figures).isCloseTo(Integer.parseInt(said.group(1)), within(FEW));
        assertThat(hands.clicks).as(figures).isEqualTo(Integer.parseInt(said.group(2)));
        assertThat(hands.letters).as(figures).isEqualTo(Integer.parseInt(said.group(3)));
    }

    /** The peer: somebody who types what a shell needs. */
    @Test
    void sameByCurl(@TempDir Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("article.txt"), article());
        var calls = folder.resolve("calls");
        var curl = Files.writeString(
                folder.resolve("curl"), "#!/bin/sh\necho >>'" + calls + "'\nPATH=/usr/bin:/bin exec curl \"$@\"\n");
        assertThat(curl.toFile().setExecutable(true)).isTrue();
        var script = Files.readString(Path.of("src/test/resources/console/by-curl.sh"));
        var builder = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .putAll(Map.of(
                        "PATH", folder + ":" + System.getenv("PATH"),
                        "API", Browser.service(),
                        "URL", Api.uniqueUrl(),
                        "WORDS", Api.unique("Forty new schools were built in 2025."),
                        "RITA", Api.token("rita", "reviewer"),
                        "ED", Api.token("ed", "editor"),
                        "EVA", Api.token("eva", "editor")));
        var shell = builder.start();
        var claim = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(shell.waitFor()).isZero();
        Api.nobody().get("/v1/claims/" + claim).then().statusCode(200).body("status", equalTo("retracted"));
        assertGuideSays("| curl | %d calls | 0 | %d |"
                .formatted(
                        Files.readAllLines(calls).size(),
                        script.substring(script.indexOf("\n")).strip().length()));
    }

    private static void assertGuideSays(String figures) throws IOException {
        assertThat(guide()).contains(figures);
    }

    private static String guide() throws IOException {
        return Files.readString(Path.of("docs", "reviewing.md"));
    }

    private static String article() throws IOException {
        return Files.readString(Files.exists(ARTICLE) ? ARTICLE : OWN_ARTICLE);
    }

    private long calls() {
        return people.stream().mapToLong(person -> person.calls.size()).sum();
    }

    private static void assertEmbedded(String claim) {
        try (var page = browser.reader().open(publisher.prints(Publisher.element(claim.replaceAll(".*/", ""))))) {
            assertThat(page.page().locator("quote-check .label")).hasText("Mostly false");
        }
    }

    /** Of the navigation: an empty queue has a link of the same name. */
    private static Locator link(Page page, String name) {
        return page.getByLabel("Main")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Locator in, String name) {
        return in.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .first();
    }

    /** At a desk of their own, with the hands of this journey. */
    private final class Person implements AutoCloseable {

        private final Desk desk;
        private final Page page;
        private final String name;
        private final List<Request> calls = new ArrayList<>();

        Person(String name) {
            desk = Desk.unsigned(browser.reader());
            page = desk.page;
            page.onRequestFinished(request -> {
                if (request.url().startsWith(Browser.service() + "/v1/")) {
                    calls.add(request);
                }
            });
            people.add(this);
            this.name = name;
        }

        void signIn() {
            hands.press(button(page.locator(".people"), name));
            assertThat(page.locator(".who")).hasText(name);
        }

        String sendsAClaim(String article) {
            hands.press(link(page, "Paste an article"));
            hands.write(page.getByLabel("Address of the article"), Api.uniqueUrl());
            hands.paste(page.getByLabel("Its text, or its HTML"), article);
            hands.send(page.getByText("Find the quotations"));
            hands.press(page.locator("qc-quote input[type=checkbox]").first());
            hands.write(
                    page.getByLabel("Words of the claim").first(), Api.unique("Forty new schools were built in 2025."));
            hands.send(button(page.locator(".send-bar"), "Send 1 claim"));
            var sent = page.locator(".sent a");
            assertThat(sent).hasText("It is a claim now");
            var claim = sent.getAttribute("href");
            hands.press(sent);
            move("Take", null);
            desk.status("In review");
            return claim;
        }

        void writesAVerdict() {
            hands.turnTo(page, "s");
            hands.write(page.getByLabel("Address or reference"), "https://statistics.example/schools");
            hands.write(page.locator(".source-form").getByLabel("Title"), "Schools in 2025");
            hands.send(button(page.locator(".source-form"), "Add"));
            assertThat(page.locator(".numbered > li")).hasCount(1);
            hands.press(page.locator(".choice.mostly_false input"));
            hands.press(page.getByLabel("Faithful quote"));
            hands.write(page.getByLabel("Summary"), "There are nine new schools.");
            desk.saved();
        }

        void corrects() {
            hands.turnTo(page, "v");
            hands.write(page.getByLabel("Summary"), "There are ten new schools.");
            desk.saved();
        }

        void open(String claim) {
            hands.open(page.locator(".queue > li"), claim);
            assertThat(page.locator("qc-claim h1")).isVisible();
        }

        void move(String name, String publicNote) {
            var moves = page.locator("qc-moves");
            var opener = button(moves, name);
            opener.waitFor();
            hands.openMove(opener);
            var form = moves.locator(".move-form");
            if (publicNote != null) {
                hands.write(form.getByLabel("Note for the public"), publicNote);
            }
            hands.send(button(form, name));
            assertThat(form).hasCount(0);
        }

        long served() {
            return calls.stream()
                    .mapToLong(call -> (long) (call.timing().responseEnd - Math.max(0, call.timing().requestStart)))
                    .sum();
        }

        @Override
        public void close() {
            desk.close();
        }
    }
}
