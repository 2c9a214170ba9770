package org.quotecheck.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quotecheck.Ports;

/**
 * Signing in at an OpenID provider: npm's oidc-provider, where the environment variable QUOTECHECK_TEST_PROVIDER names
 * a folder that has it and Node (.ci/sign-in); and what people read where the provider is not what it should be.
 */
@QuarkusTest
@TestProfile(ProviderSignInTest.Profile.class)
class ProviderSignInTest extends SignsIn {

    private static final String AUDIENCE = "https://quotecheck.example/api";
    private static final String PORT = "test.provider.port";
    private static final String METADATA = "**/.well-known/openid-configuration";

    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            if (System.getProperty(PORT) == null) {
                System.setProperty(PORT, Integer.toString(Ports.free()));
            }
            return Map.of(
                    "quotecheck.identity.issuer",
                    issuer(),
                    "quotecheck.identity.jwks",
                    issuer() + "/jwks",
                    "quotecheck.identity.audience",
                    AUDIENCE,
                    "mp.jwt.verify.publickey.location",
                    issuer() + "/jwks",
                    "quotecheck.console.client-id",
                    "console",
                    "quotecheck.console.resource",
                    AUDIENCE);
        }
    }

    private Process provider;

    @AfterEach
    void stopProvider() {
        if (provider != null) {
            provider.destroyForcibly();
        }
    }

    @Test
    void peopleSignInStaySignedInAndSignOut() throws IOException {
        startProvider();
        try (var tab = browser.reader().open(console())) {
            var page = tab.page();
            signIn(page, "rita-reviewer");
            assertThat(page.locator(".who")).hasText("rita-reviewer");
            assertThat(page).hasURL(console() + "#/queue");
            assertNothingKept(page);

            page.reload();
            assertThat(page.locator(".who")).hasText("rita-reviewer");
            assertNothingKept(page);

            page.getByText("Sign out").click();
            page.getByText("Yes, sign me out").click();
            assertThat(page.getByText("Sign in").last()).isVisible();
            page.reload();
            assertThat(page.getByText("Sign in").last()).isVisible();
            assertThat(page.locator(".who")).hasCount(0);
            assertThat(tab.violations()).isEmpty();
        }
    }

    @Test
    void tokenThatIsRefusedIsRenewedUnseen() throws IOException {
        startProvider();
        try (var tab = browser.reader().open(console())) {
            var page = tab.page();
            signIn(page, "rita-reviewer");
            assertThat(page.locator(".empty")).isVisible();
            staleOnce(page, "**/v1/submissions*");
            page.getByText("What I sent").click();
            assertThat(page.locator(".empty")).containsText("You have not sent anything yet.");
            assertThat(page.locator(".banner")).hasCount(0);
            assertThat(tab.requests("/v1/submissions")).hasSize(2);
            assertThat(tab.requests().stream().filter(url -> url.contains("prompt=none")))
                    .hasSizeGreaterThan(1);
        }
    }

    @Test
    void endedSessionIsResumedInAWindowAndTheFormStays() throws IOException {
        startProvider();
        try (var tab = browser.reader().open(console())) {
            var page = tab.page();
            signIn(page, "rita-reviewer");
            page.getByText("Paste an article").first().click();
            page.getByLabel("Address of the article").fill("https://news.example/ended-session");
            page.getByLabel("Its text, or its HTML").fill("\"We planted trees,\" Ida Brandt said.");
            page.context().clearCookies();
            staleOnce(page, "**/v1/articles");
            page.getByText("Find the quotations").click();
            assertThat(page.locator(".banner")).containsText("Your session has ended.");
            assertThat(page.getByLabel("Its text, or its HTML")).hasValue("\"We planted trees,\" Ida Brandt said.");
            var popup = page.waitForPopup(() -> page.locator(".banner button").click());
            login(popup, "rita-reviewer");
            assertThat(page.locator("qc-quote")).hasCount(1);
            assertThat(page.locator(".banner")).hasCount(0);
            assertThat(tab.violations()).isEmpty();
        }
    }

    @Test
    void providerThatIsAwayIsNamed() {
        assertSignInSays(Route::abort, "The sign-in provider (" + issuer() + ") cannot be reached.");
    }

    @Test
    void providerThatAnswersGarbageIsNamed() {
        var garbage = "What answers at " + issuer() + " is not a sign-in provider.";
        assertSignInSays(route -> answer(route, 200, "text/html", "<h1>Welcome</h1>"), garbage);
        assertSignInSays(route -> answer(route, 500, "text/plain", "no"), garbage);
        assertSignInSays(route -> answer(route, 200, "application/json", "{\"issuer\": 7"), garbage);
        assertSignInSays(route -> answer(route, 200, "application/json", "{}"), garbage);
    }

    @Test
    void providerOfAnotherNameIsNotTrusted() {
        assertSignInSays(
                route -> answer(
                        route,
                        200,
                        "application/json",
                        "{\"issuer\":\"https://other.example\",\"authorization_endpoint\":\"" + issuer() + "/auth\"}"),
                "The sign-in provider calls itself https://other.example, but this service trusts only " + issuer());
    }

    private static void assertSignInSays(java.util.function.Consumer<Route> provider, String said) {
        try (var tab = browser.reader().tab()) {
            var page = tab.page();
            page.route(METADATA, provider);
            page.navigate(console());
            assertThat(page.locator(".error")).containsText(said);
            page.locator("main button").click();
            assertThat(page.locator(".error")).containsText(said);
            assertThat(page).hasURL(console());
        }
    }

    private static void answer(Route route, int status, String type, String body) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setContentType(type)
                .setHeaders(Map.of("Access-Control-Allow-Origin", "*", "Content-Type", type))
                .setBody(body));
    }

    private static void signIn(Page page, String subject) {
        page.locator("main button").click();
        login(page, subject);
    }

    private static void login(Page page, String subject) {
        page.locator("input[name=login]").fill(subject);
        page.locator("input[name=password]").fill("any");
        page.locator("button[type=submit]").click();
    }

    /** The service itself refuses the next call's token. */
    private static void staleOnce(Page page, String url) {
        page.route(
                url,
                route -> {
                    var headers = new java.util.HashMap<>(route.request().headers());
                    headers.computeIfPresent("authorization", (name, token) -> token + "x");
                    route.resume(new Route.ResumeOptions().setHeaders(headers));
                },
                new Page.RouteOptions().setTimes(1));
    }

    private void startProvider() throws IOException {
        var folder = System.getenv("QUOTECHECK_TEST_PROVIDER");
        assumeTrue(folder != null, "no oidc-provider here");
        var script = Path.of(folder, "provider.mjs");
        Files.copy(Path.of("src/test/js/provider.mjs"), script, StandardCopyOption.REPLACE_EXISTING);
        provider = new ProcessBuilder(
                        Path.of(folder, "node_modules/node/bin/node").toString(),
                        script.toString(),
                        System.getProperty(PORT),
                        console(),
                        AUDIENCE)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(provider.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("ready");
    }

    private static String issuer() {
        return "http://localhost:" + System.getProperty(PORT);
    }
}
