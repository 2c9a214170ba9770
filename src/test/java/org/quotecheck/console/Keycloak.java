package org.quotecheck.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.quotecheck.Browser;

/** Keycloak with the realm that deploy/keycloak has, its people, and who of them is signed in. */
record Keycloak(int port, Process process) implements AutoCloseable {

    static final String PASSWORD = "begin-with-this-2026";

    /** @param folder of its distribution */
    static Keycloak start(Path folder, int port) throws IOException {
        var realm = folder.resolve("data/import/news.json");
        Files.createDirectories(realm.getParent());
        Files.copy(Path.of("deploy", "keycloak", "realm.json"), realm, StandardCopyOption.REPLACE_EXISTING);
        var builder = new ProcessBuilder(
                        folder.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
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
        var process = builder.start();
        var output = process.inputReader();
        for (var line = output.readLine(); line == null || !line.contains("Listening on:"); line = output.readLine()) {
            assertThat(line).as("Keycloak's output").isNotNull();
        }
        // what nobody reads would stop it
        Thread.ofVirtual().start(() -> {
            try {
                output.transferTo(Writer.nullWriter());
            } catch (IOException e) {
                // it has ended
            }
        });
        return new Keycloak(port, process);
    }

    static String issuer(int port) {
        return "http://localhost:" + port + "/realms/news";
    }

    String logout() {
        return issuer(port) + "/protocol/openid-connect/logout";
    }

    void add(String name, String role) throws IOException {
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
                .post("/users")
                .then()
                .statusCode(201);
        var json = admin().get("/roles/" + role).asString();
        admin().body("[" + new ObjectMapper().readTree(json) + "]")
                .post("/users/" + id(name) + "/role-mappings/realm")
                .then()
                .statusCode(204);
    }

    /** How often that person is signed in. */
    int sessions(String name) {
        return admin().get("/users/" + id(name) + "/sessions").path("size()");
    }

    /** As an administrator does it. */
    void signOut(String name) {
        admin().post("/users/" + id(name) + "/logout").then().statusCode(204);
    }

    private String id(String name) {
        return admin().get("/users?username=" + name).path("[0].id");
    }

    private RequestSpecification admin() {
        var token = RestAssured.given()
                .baseUri("http://localhost:" + port)
                .formParams(Map.of(
                        "grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", PASSWORD))
                .post("/realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("access_token");
        return RestAssured.given()
                .baseUri("http://localhost:" + port)
                .basePath("/admin/realms/news")
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(token);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
