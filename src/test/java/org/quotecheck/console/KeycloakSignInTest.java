package org.quotecheck.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
    private static final String PASSWORD = "begin-with-this-2026";
    private static final int MINUTE = 60_000;

    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            if (System.getProperty(PORT) == null) {
                System.setProperty(PORT, Integer.toString(Ports.free()));
            }
            var keys = keycloak() + "/realms/news/protocol/openid-connect/certs";
            return Map.of(
                    "quotecheck.identity.issuer",
                    keycloak() + "/realms/news",
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

    private static Process process;

    @BeforeAll
    static void startKeycloak() throws IOException {
        var folder = System.getenv("QUOTECHECK_TEST_KEYCLOAK");
        assumeTrue(folder != null, "no Keycloak here");
        var realm = Path.of(folder, "data", "import", "news.json");
        Files.createDirectories(realm.getParent());
        Files.copy(Path.of("deploy", "keycloak", "realm.json"), realm, StandardCopyOption.REPLACE_EXISTING);
        var builder = new ProcessBuilder(
                        Path.of(folder, "bin", "kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + System.getProperty(PORT))
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "SITE_URL",
                        Browser.service(),
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        PASSWORD,
                        "JAVA_HOME",
                        System.getProperty("java.home")));
        process = builder.start();
        var output = process.inputReader();
        for (var line = output.readLine(); !line.contains("Listening on:"); line = output.readLine()) {
            assertThat(process.isAlive()).as(line).isTrue();
        }
        // what nobody reads would stop it
        Thread.ofVirtual().start(() -> {
            try {
                output.transferTo(Writer.nullWriter());
            } catch (IOException e) {
                // it has ended
            }
        });
        person("rita", "reviewer");
        person("sam", "submitter");
    }

    @AfterAll
    static void stopKeycloak() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    @Test
    void peopleSignInStaySignedInAndSignOut() {
        try (var tab = browser.reader().open(console())) {
            var page = tab.page();
            page.setDefaultTimeout(MINUTE);
            signIn(page, "rita");
            assertThat(page.locator(".who")).hasText("rita person");
            assertThat(page).hasURL(console());
            assertNothingKept(page);
            assertThat(page.locator(".empty")).isVisible();
            tab.keep("keycloak-queue");

            // by the provider's session alone: silently
            page.reload();
            assertThat(page.locator(".who")).hasText("rita person");
            assertThat(tab.requests()).anyMatch(url -> url.contains("prompt=none"));

            page.getByText("Sign out").click();
            assertThat(page.getByText("Sign in").last()).isVisible();
            assertThat(page.locator(".who")).hasCount(0);
            // at the provider, too: nobody is signed in silently
            page.navigate(console());
            assertThat(page.getByText("Sign in").last()).isVisible();
            assertThat(tab.violations()).isEmpty();
        }
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
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("[name=login]").click();
    }

    private static void person(String name, String role) throws IOException {
        admin().body(Map.of(
                        "username",
                        name,
                        "enabled",
                        true,
                        "firstName",
                        name,
                        "lastName",
                        "person",
                        "email",
                        name + "@news.example",
                        "emailVerified",
                        true,
                        "credentials",
                        List.of(Map.of("type", "password", "value", PASSWORD))))
                .post("/admin/realms/news/users")
                .then()
                .statusCode(201);
        var id = admin().get("/admin/realms/news/users?username=" + name).path("[0].id");
        var json = admin().get("/admin/realms/news/roles/" + role).asString();
        admin().body("[" + new ObjectMapper().readTree(json) + "]")
                .post("/admin/realms/news/users/" + id + "/role-mappings/realm")
                .then()
                .statusCode(204);
    }

    private static RequestSpecification admin() {
        var token = RestAssured.given()
                .baseUri(keycloak())
                .formParams(Map.of(
                        "grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", PASSWORD))
                .post("/realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("access_token");
        return RestAssured.given()
                .baseUri(keycloak())
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(token);
    }

    private static String keycloak() {
        return "http://localhost:" + System.getProperty(PORT);
    }
}
