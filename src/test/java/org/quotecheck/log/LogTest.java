package org.quotecheck.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.quotecheck.Problems.refused;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.erdtman.jcs.JsonCanonicalizer;
import org.hibernate.SessionFactory;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** The log of all revisions, verified by others than the service. */
@QuarkusTest
class LogTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    AgroalDataSource database;

    @Inject
    SessionFactory sessions;

    @TempDir
    Path directory;

    @Test
    void publicationIsInTheLog() throws Exception {
        var claim = published();
        var head = get("/v1/log/head");
        assertIncluded(claim, 1, head);
        assertSigned(head);
    }

    @Test
    void laterLogContinuesEachEarlierOne() throws Exception {
        published();
        var sizes = new ArrayList<JsonNode>();
        for (int i = 0; i < 6; i++) {
            published();
            sizes.add(get("/v1/log/head"));
        }
        for (var earlier : sizes) {
            for (var later : sizes) {
                if (earlier.path("size").asLong() <= later.path("size").asLong()) {
                    assertGoesOn(earlier, later);
                }
            }
        }
        var claim = published();
        for (long size = get("/v1/log/head").path("size").asLong();
                size > sizes.getFirst().path("size").asLong();
                size--) {
            var proof = given().queryParams(Map.of("claimId", claim, "number", 1, "size", size))
                    .get("/v1/log/proof");
            if (proof.statusCode() == 200) {
                assertHolds(JSON.readTree(proof.asString()));
            } else {
                refused(proof, 400);
            }
        }
    }

    @Test
    void fiftyPublicationsAtOnceLeaveNoGap() throws Exception {
        // what each needs is read before, so that nobody waits for a connection but to publish
        var tags = new LinkedHashMap<String, String>();
        for (int i = 0; i < 50; i++) {
            var claim = Api.claim(Api.unique("We won " + i));
            Api.propose(claim, "false");
            tags.put(claim, Api.etag(claim));
        }
        var claims = tags.keySet();
        var before = get("/v1/log/head");
        try (var threads = Executors.newFixedThreadPool(50)) {
            var answers = threads.invokeAll(tags.entrySet().stream()
                    .<Callable<Integer>>map(claim -> () -> Api.editor()
                            .contentType(ContentType.JSON)
                            .header("If-Match", claim.getValue())
                            .body(Map.of("to", "published"))
                            .post("/v1/claims/" + claim.getKey() + "/transitions")
                            .statusCode())
                    .toList());
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }
        var head = get("/v1/log/head");
        assertThat(head.path("size").asLong()).isEqualTo(before.path("size").asLong() + 50);
        if (before.path("size").asLong() > 0) {
            assertGoesOn(before, head);
        }
        for (var claim : claims) {
            assertIncluded(claim, 1, head);
        }
        assertSigned(head);
        var leaves = new ArrayList<byte[]>();
        for (var entry : entries()) {
            assertThat(entry.path("index").asInt()).isEqualTo(leaves.size());
            leaves.add(leaf(entry));
            assertThat(HexFormat.of().formatHex(leaves.getLast()))
                    .isEqualTo(entry.path("leafHash").asText());
        }
        assertThat(HexFormat.of().formatHex(LogVerifier.root(leaves)))
                .isEqualTo(head.path("rootHash").asText());
        var seen = new HashSet<String>();
        entries().forEach(entry -> seen.add(entry.path("claimId").asText()));
        assertThat(seen).containsAll(claims);
    }

    @Test
    void revisionThatIsRewrittenDoesNotHold() throws Exception {
        var claim = published();
        var digest = get("/v1/claims/" + claim + "/verdict-revisions/1")
                .path("digest")
                .asText();
        rewrite(claim, "a".repeat(64));
        try {
            assertThat(holds(get("/v1/log/proof?claimId=" + claim + "&number=1")))
                    .isFalse();
            assertThat(check(claim).output).contains("revision 1, entry", "does not hold");
        } finally {
            rewrite(claim, digest);
        }
        assertHolds(get("/v1/log/proof?claimId=" + claim + "&number=1"));
    }

    private void rewrite(String claim, String digest) throws SQLException {
        change("alter table verdict_revision disable trigger verdict_revision_written_once;"
                + "update verdict_revision set digest = '" + digest + "' where claim_id = '" + claim + "';"
                + "alter table verdict_revision enable trigger verdict_revision_written_once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"log_entry", "log_node"})
    void databaseRefusesChanges(String table) {
        for (var statement : List.of("delete from " + table, "truncate " + table + " cascade")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> change(statement))
                    .hasMessageContaining(table + " is written once");
        }
    }

    @Test
    void scriptVerifiesAndKeptHeadTells() throws Exception {
        var claim = published();
        var kept = directory.resolve("head.json");
        Files.writeString(kept, Api.nobody().get("/v1/log/head").asString());
        published();
        var checked = check(claim, kept.toString());
        assertThat(checked.output).contains("revision 1, entry", "of the kept head: holds");
        assertThat(checked.output).doesNotContain("does not hold", "is not signed");
        assertThat(checked.code).isZero();
        var root = get("/v1/log/head").path("rootHash").asText();
        Files.writeString(kept, Files.readString(kept).replaceAll("[0-9a-f]{64}", root));
        assertThat(check(claim, kept.toString()).code).isEqualTo(1);
    }

    /** By the library that most programs of the web verify with. */
    @Test
    void joseAcceptsTheHead() throws Exception {
        Assumptions.assumeTrue(
                run("npm", "install", "--silent", "--no-audit", "--prefix", directory.toString(), "jose@5").code == 0,
                "npm and its registry are there");
        published();
        Files.writeString(
                directory.resolve("keys.json"), Api.nobody().get("/v1/log/keys").asString());
        Files.writeString(
                directory.resolve("head.json"), Api.nobody().get("/v1/log/head").asString());
        Files.writeString(directory.resolve("check.mjs"), """
                import { readFileSync } from 'node:fs';
                import { compactVerify, createLocalJWKSet } from 'jose';
                const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url)));
                const { payload } = await compactVerify(read('head.json').jws, createLocalJWKSet(read('keys.json')));
                console.log(new TextDecoder().decode(payload));
                """);
        var head = get("/v1/log/head");
        var checked = run("node", directory.resolve("check.mjs").toString());
        assertThat(JSON.readTree(checked.output).path("rootHash")).isEqualTo(head.path("rootHash"));
        assertThat(checked.code).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/log/entries?from=-1",
                "/v1/log/entries?from=x",
                "/v1/log/entries?from=99999999999999999999",
                "/v1/log/entries?limit=0",
                "/v1/log/proof",
                "/v1/log/proof?number=1",
                "/v1/log/proof?claimId=one&number=1",
                "/v1/log/proof?from=0&to=1",
                "/v1/log/proof?from=2&to=1",
                "/v1/log/proof?from=1&to=999999999",
                "/v1/log/proof?from=1&to=1&number=1",
                "/v1/log/proof?from=1.5&to=2"
            })
    void malformedQuestionIsRefused(String path) {
        published();
        published();
        refused(Api.nobody().get(path), 400);
    }

    @Test
    void whatIsNotInTheLogIsNotFound() {
        var claim = published();
        refused(Api.nobody().get("/v1/log/proof?claimId=" + claim + "&number=2"), 404);
        refused(Api.nobody().get("/v1/log/proof?claimId=" + claim + "&number=4294967297"), 404);
        refused(Api.nobody().get("/v1/log/proof?claimId=" + UUID.randomUUID() + "&number=1"), 404);
        refused(Api.nobody().get("/v1/log/proof?claimId=" + claim + "&number=1&size=0"), 400);
        Api.nobody()
                .get("/v1/log/entries?from=999999999")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void headIsConditional() {
        published();
        var etag = Api.nobody().get("/v1/log/head").header("ETag");
        Api.nobody().header("If-None-Match", etag).get("/v1/log/head").then().statusCode(304);
        published();
        Api.nobody().header("If-None-Match", etag).get("/v1/log/head").then().statusCode(200);
    }

    @Test
    void readsTakeFewStatements() throws Exception {
        var claim = published();
        var log = Map.of(
                "/v1/log/head",
                2,
                "/v1/log/entries?limit=100",
                1,
                "/v1/log/proof?claimId=" + claim + "&number=1",
                3,
                "/v1/log/proof?from=1",
                2,
                "/v1/log/keys",
                0);
        log.forEach((path, most) -> {
            sessions.getStatistics().clear();
            Api.nobody().get(path).then().statusCode(200);
            assertThat(sessions.getStatistics().getPrepareStatementCount())
                    .as(path)
                    .isEqualTo((long) most);
        });
    }

    private static String published() {
        var claim = Api.claim(Api.unique("We won"));
        Api.publish(claim, "false");
        return claim;
    }

    private static JsonNode get(String path) throws Exception {
        return JSON.readTree(
                Api.nobody().get(path).then().statusCode(200).extract().asString());
    }

    private static List<JsonNode> entries() throws Exception {
        var entries = new ArrayList<JsonNode>();
        var path = "/v1/log/entries?limit=100";
        while (path != null) {
            var page = Api.nobody().get(path);
            JSON.readTree(page.asString()).path("items").forEach(entries::add);
            var link = page.header("Link");
            path = link == null ? null : link.replaceAll(".*<([^>]+)>.*", "$1");
        }
        return entries;
    }

    private static void assertIncluded(String claim, int number, JsonNode head) throws Exception {
        var proof = get("/v1/log/proof?claimId=" + claim + "&number=" + number + "&size="
                + head.path("size").asText());
        assertThat(proof.path("rootHash")).isEqualTo(head.path("rootHash"));
        var revision = get("/v1/claims/" + claim + "/verdict-revisions/" + number);
        assertThat(proof.path("digest")).isEqualTo(revision.path("digest"));
        assertHolds(proof);
    }

    private static void assertHolds(JsonNode proof) throws Exception {
        assertThat(holds(proof)).as(proof.toString()).isTrue();
    }

    private static boolean holds(JsonNode proof) throws Exception {
        var path = new ArrayList<String>();
        proof.path("path").forEach(step -> path.add(step.asText()));
        return LogVerifier.includes(
                proof.path("index").asLong(),
                proof.path("size").asLong(),
                HexFormat.of().formatHex(leaf(proof)),
                path,
                proof.path("rootHash").asText());
    }

    private static byte[] leaf(JsonNode entry) throws Exception {
        var members = JSON.createObjectNode();
        List.of("index", "claimId", "number", "digest").forEach(name -> members.set(name, entry.path(name)));
        return LogVerifier.leaf(new JsonCanonicalizer(members.toString()).getEncodedUTF8());
    }

    private static void assertGoesOn(JsonNode earlier, JsonNode later) throws Exception {
        var proof = get("/v1/log/proof?from=" + earlier.path("size").asText() + "&to="
                + later.path("size").asText());
        var path = new ArrayList<String>();
        proof.path("path").forEach(step -> path.add(step.asText()));
        assertThat(LogVerifier.goesOn(
                        earlier.path("size").asLong(),
                        earlier.path("rootHash").asText(),
                        later.path("size").asLong(),
                        later.path("rootHash").asText(),
                        path))
                .as(proof.toString())
                .isTrue();
    }

    private static void assertSigned(JsonNode head) throws Exception {
        assertThat(head.path("signed").asBoolean()).isTrue();
        var keys = new JsonWebKeySet(Api.nobody().get("/v1/log/keys").asString());
        var jws = new JsonWebSignature();
        jws.setCompactSerialization(head.path("jws").asText());
        var key = (PublicJsonWebKey) keys.findJsonWebKey(jws.getKeyIdHeaderValue(), null, null, null);
        assertThat(key.getPrivateKey()).isNull();
        jws.setKey(key.getPublicKey());
        assertThat(jws.verifySignature()).isTrue();
        var members = JSON.createObjectNode();
        List.of("size", "rootHash", "at").forEach(name -> members.set(name, head.path(name)));
        var payload = head.path("jws").asText().split("\\.")[1];
        assertThat(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
                .isEqualTo(new JsonCanonicalizer(members.toString()).getEncodedString());
    }

    private void change(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private record Checked(int code, String output) {}

    private Checked check(String claim, String... kept) throws Exception {
        var command =
                new ArrayList<>(List.of("node", "docs/verify-log.mjs", "http://localhost:" + RestAssured.port, claim));
        command.addAll(List.of(kept));
        return run(command.toArray(String[]::new));
    }

    private Checked run(String... command) throws Exception {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Checked(process.waitFor(), output);
        } catch (java.io.IOException e) {
            Assumptions.abort(command[0] + " is not there");
            throw e;
        }
    }
}
