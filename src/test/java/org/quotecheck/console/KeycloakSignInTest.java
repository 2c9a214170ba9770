package org.quotecheck.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotecheck.Browser;
import org.quotecheck.Ports;

/**
 * Signing in at Keycloak, with the realm that deploy/keycloak has: where the environment variable
 * QUOTECHECK_TEST_KEYCLOAK names the folder of its distribution (.ci/keycloak).
 */
@QuarkusTest
@TestProfile(KeycloakSignInTest.Profile.class)
class KeycloakSignInTest extends SignsIn {

    private static final String PORT = "test.keycloak.port";
    private static final int MINUTE = 60_000;

    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            if (System.getProperty(PORT) == null) {
                System.setProperty(PORT, Integer.toString(Ports.free()));
            }
            var issuer = Keycloak.issuer(Integer.getInteger(PORT));
            var keys = issuer + "/protocol/openid-connect/certs";
            return Map.of(
                    "quotecheck.identity.issuer",
                    issuer,
                    "quotecheck.identity.jwks",
                    keys,
                    "quotecheck.identity.audience",
                    "quotecheck",
                    "quotecheck.identity.roles-claim",
                    "realm_access/roles",
                    "mp.jwt.verify.publickey.location",
                    keys,
                    "quotecheck.console.client-id",
                    "quotecheck");
        }
    }

    private static Keycloak keycloak;

    @BeforeAll
    static void startKeycloak() throws IOException {
        var folder = System.getenv("QUOTECHECK_TEST_KEYCLOAK");
        assumeTrue(folder != null, "no Keycloak here");
        keycloak = Keycloak.start(Path.of(folder), Integer.getInteger(PORT));
        keycloak.add("rita", "reviewer");
        keycloak.add("sam", "submitter");
    }

    @AfterAll
    static void stopKeycloak() {
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Test
    void peopleSignInStaySignedInAndSignOut() {
        try (var tab = browser.reader().open(console())) {
            var page = tab.page();
            page.setDefaultTimeout(MINUTE);
            signIn(page, "rita");
            assertThat(page.locator(".who")).hasText("rita person");
            assertThat(page).hasURL(console() + "#/queue");
            assertNothingKept(page);
            assertThat(page.locator(".empty")).isVisible();
            tab.keep("keycloak-queue");

            // by the provider's session alone: silently
            page.reload();
            assertThat(page.locator(".who")).hasText("rita person");
            assertThat(tab.requests()).anyMatch(url -> url.contains("prompt=none"));

            assertThat(keycloak.sessions("rita")).isEqualTo(1);

            assertSignsOut(page);
            assertThat(keycloak.sessions("rita")).isZero();
            // nobody is signed in silently, and whoever signs in says the password again
            page.navigate(console());
            assertThat(page.getByText("Sign in").last()).isVisible();
            signIn(page, "rita");
            assertThat(page.locator(".who")).hasText("rita person");
            assertThat(keycloak.sessions("rita")).isEqualTo(1);

            // who was signed out by an administrator comes back to the console, too
            keycloak.signOut("rita");
            assertSignsOut(page);
            assertThat(tab.violations()).isEmpty();
        }
    }

    /** By Keycloak's own page and back, at the address that the realm lists. */
    private static void assertSignsOut(Page page) {
        page.waitForRequest(
                request -> request.url().startsWith(keycloak.logout() + "?"),
                () -> page.getByText("Sign out").click());
        assertThat(page.getByText("Sign in").last()).isVisible();
        assertThat(page.locator(".who")).hasCount(0);
        assertThat(page).hasURL(console());
        assertNothingKept(page);
    }

    @ParameterizedTest
    @CsvSource({"/console, 302", "/console/, 400", "/, 400", ".example/console, 400"})
    void signingOutLeadsToTheConsoleAlone(String rest, int status) {
        RestAssured.given()
                .redirects()
                .follow(false)
                .queryParam("client_id", "quotecheck")
                .queryParam("post_logout_redirect_uri", Browser.service() + rest)
                .get(keycloak.logout())
                .then()
                .statusCode(status);
    }

    @Test
    void submitterDoesWhatASubmitterMay() {
        try (var tab = browser.reader().open(console())) {
            var page = tab.page();
            page.setDefaultTimeout(MINUTE);
            signIn(page, "sam");
            assertThat(page.locator(".who")).hasText("sam person");
            page.getByText("Paste an article").first().click();
            page.getByLabel("Address of the article").fill("https://news.example/keycloak");
            page.getByLabel("Its text, or its HTML").fill("\"We planted trees,\" Ida Brandt said.");
            page.getByText("Find the quotations").click();
            assertThat(page.locator("qc-quote")).hasCount(1);
            assertThat(page.locator("nav")).not().containsText("Queue");
            assertThat(tab.violations()).isEmpty();
        }
    }

    private static void signIn(Page page, String name) {
        page.locator("main button").click();
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill(Keycloak.PASSWORD);
        page.locator("[name=login]").click();
    }
}
