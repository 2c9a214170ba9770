package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Assumptions;

/**
 * One Chromium for all tests of a run; each reader has a context of their own. It is looked for at /usr/bin/chromium or
 * where QUOTECHECK_TEST_CHROMIUM says; a test class without one is skipped, and fails where the environment variable CI
 * is set.
 */
public final class Browser {

    private static final String PATH = "quotecheck.test.chromium";
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            // the service stands on loopback here, the pages that call it do not
            "--disable-features=LocalNetworkAccessChecks");
    private static final int HEIGHT = 900;
    /** Milliseconds for what must come, on a busy machine too; what is there is not waited for. */
    private static final int PATIENCE = 60_000;

    /** Runs before the page's own scripts, out of its policy's reach: tells of violations and adds up layout shifts. */
    private static final String WATCH = """
            addEventListener('securitypolicyviolation', (event) => console.debug(`violated ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
            globalThis.layoutShift = 0;
            new PerformanceObserver((list) => list.getEntries().forEach((entry) => { layoutShift += entry.value; }))
              .observe({ type: 'layout-shift', buffered: true });
            """;

    private static Browser shared;

    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, Path executable) {
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(ARGUMENTS));
    }

    public static synchronized Browser shared() {
        if (shared == null) {
            shared = open();
        }
        return shared;
    }

    private static Browser open() {
        var executable = Path.of(
                ConfigProvider.getConfig().getOptionalValue(PATH, String.class).orElse("/usr/bin/chromium"));
        Assumptions.assumeTrue(
                Files.isExecutable(executable) || System.getenv("CI") != null, () -> "no Chromium at " + executable);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return new Browser(playwright, executable);
    }

    /** The address of the service under test. */
    public static String service() {
        return ConfigProvider.getConfig().getValue("quotecheck.base-url", String.class);
    }

    /** A reader with a browser of their own. */
    public Reader reader() {
        return new Reader(ColorScheme.LIGHT, 1280, true, false);
    }

    /** How a reader comes: each {@code with…} is another reader. */
    public final class Reader {

        private final ColorScheme scheme;
        private final int width;
        private final boolean script;
        private final boolean laxPolicy;

        private Reader(ColorScheme scheme, int width, boolean script, boolean laxPolicy) {
            this.scheme = scheme;
            this.width = width;
            this.script = script;
            this.laxPolicy = laxPolicy;
        }

        public Reader withDarkScreen() {
            return new Reader(ColorScheme.DARK, width, script, laxPolicy);
        }

        public Reader withWidth(int pixels) {
            return new Reader(scheme, pixels, script, laxPolicy);
        }

        public Reader withoutScript() {
            return new Reader(scheme, width, false, laxPolicy);
        }

        /** Lets tools look into the page that its policy would keep out. */
        public Reader withTools() {
            return new Reader(scheme, width, script, true);
        }

        /** All ways to read that a page must be fit for. */
        public Stream<Reader> everyWay() {
            return Stream.of(
                    this, withDarkScreen(), withWidth(320), withDarkScreen().withWidth(320));
        }

        public Tab tab() {
            return new Tab(chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                            .setColorScheme(scheme)
                            .setViewportSize(width, HEIGHT)
                            .setJavaScriptEnabled(script)
                            .setBypassCSP(laxPolicy))
                    .newPage());
        }

        public Tab open(String url) {
            var tab = tab();
            tab.page().navigate(url);
            return tab;
        }

        @Override
        public String toString() {
            return scheme.name().toLowerCase() + "-" + width;
        }
    }

    /** A page and all that was heard of it. */
    public static final class Tab implements AutoCloseable {

        private final Page page;
        private final List<String> console = new ArrayList<>();
        private final List<String> pageErrors = new ArrayList<>();
        private final List<Request> requests = new ArrayList<>();

        private Tab(Page page) {
            this.page = page;
            page.setDefaultTimeout(PATIENCE);
            page.addInitScript(WATCH);
            page.onConsoleMessage(message -> console.add(message.type() + " " + message.text()));
            page.onPageError(pageErrors::add);
            page.onRequest(requests::add);
        }

        public Page page() {
            return page;
        }

        /** Messages of one kind ("warning", "error"), in their order. */
        public List<String> console(String type) {
            return console.stream()
                    .filter(message -> message.startsWith(type + " "))
                    .map(message -> message.substring(type.length() + 1))
                    .toList();
        }

        /** What the page's Content-Security-Policy kept from happening. */
        public List<String> violations() {
            return console("debug").stream()
                    .filter(message -> message.startsWith("violated "))
                    .toList();
        }

        public List<String> requests() {
            return requests.stream().map(Request::url).toList();
        }

        /** Requests for this path of the service, with their queries. */
        public List<String> requests(String path) {
            return requests().stream()
                    .filter(url -> url.startsWith(service() + path))
                    .toList();
        }

        public List<String> hosts() {
            return requests().stream()
                    .map(URI::create)
                    .filter(url -> url.getScheme().startsWith("http"))
                    .map(URI::getAuthority)
                    .distinct()
                    .toList();
        }

        /** How far things jumped since the page was opened, two frames after now: Cumulative Layout Shift. */
        public double layoutShift() {
            var shift = page.evaluate(
                    "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(layoutShift)))))");
            return ((Number) shift).doubleValue();
        }

        /** No console error, no error in a script, nothing kept out by the policy. */
        public void assertQuiet() {
            assertThat(console("error")).isEmpty();
            assertThat(pageErrors).isEmpty();
            assertThat(violations()).isEmpty();
        }

        /**
         * axe-core finds nothing wrong, and nobody has to scroll sideways; the reader needs {@link Reader#withTools}.
         */
        public void assertAccessible() {
            assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .as("fits the screen")
                    .isTrue();
            // the way of more than one frame opens another page to join what it found, which takes five times as long
            var axe = new AxeBuilder(page).setLegacyMode(page.frames().size() == 1);
            assertThat(axe.analyze().getViolations())
                    .as("axe-core")
                    .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                    .isEmpty();
        }

        /** Screenshots are kept in QUOTECHECK_TEST_SCREENSHOTS, where somebody wants to look at them. */
        public void keep(String name) {
            var folder = System.getenv("QUOTECHECK_TEST_SCREENSHOTS");
            if (folder != null) {
                var file = name.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id").replaceAll("[^\\w-]", "_") + ".png";
                page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, file)));
            }
        }

        @Override
        public void close() {
            page.context().close();
        }
    }
}
