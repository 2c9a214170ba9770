package org.quotecheck.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** Bearer tokens (RFC 6750): which are taken, and what they allow. */
@QuarkusTest
class TokensTest {

    @ConfigProperty(name = "mp.jwt.verify.issuer")
    String issuer;

    @ConfigProperty(name = "mp.jwt.verify.audiences")
    String audience;

    @Test
    void goodTokenIsAccepted() {
        assertThat(with(good().sign()).get("/v1/claims").statusCode()).isEqualTo(200);
        assertThat(claimWith(good().sign())).isEqualTo(201);
    }

    @Test
    void tokenThatIsNotValidIsRefused() throws Exception {
        var keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        var token = good().sign();
        var parts = token.split("\\.");
        var tokens = Map.ofEntries(
                Map.entry(
                        "expired",
                        good().issuedAt(Instant.EPOCH)
                                .expiresAt(Instant.EPOCH.plusSeconds(60))
                                .sign()),
                Map.entry("issuer", good().issuer("https://other.example").sign()),
                Map.entry("audience", good().audience("other").sign()),
                Map.entry("no subject", claims().groups("reviewer").sign()),
                Map.entry(
                        "other names alone",
                        claims().upn("sam")
                                .preferredUserName("sam")
                                .groups("reviewer")
                                .sign()),
                Map.entry(
                        "empty subject", claims().subject("").groups("reviewer").sign()),
                Map.entry(
                        "blank subject",
                        claims().subject(" \u2003").groups("reviewer").sign()),
                Map.entry(
                        "control in the subject",
                        claims().subject("s\u0007m").groups("reviewer").sign()),
                Map.entry(
                        "NUL in the subject",
                        claims().subject("sam\u0000").groups("reviewer").sign()),
                Map.entry(
                        "bidi control",
                        claims().subject("sam\u202e").groups("reviewer").sign()),
                Map.entry(
                        "256 characters",
                        claims().subject("s".repeat(256)).groups("reviewer").sign()),
                Map.entry("other key", good().sign(keys.generateKeyPair().getPrivate())),
                Map.entry(
                        "changed payload",
                        parts[0] + '.' + encode(decode(parts[1]).replace("reviewer", "editor")) + '.' + parts[2]),
                Map.entry("no signature", parts[0] + '.' + parts[1] + '.'),
                Map.entry("alg none", encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + '.' + parts[1] + '.'),
                Map.entry("HMAC", good().signWithSecret("a-secret-that-is-thirty-two-bytes-long")),
                Map.entry("two parts", parts[0] + '.' + parts[1]),
                Map.entry("garbage", "x"),
                Map.entry("much garbage", "x".repeat(7_000)),
                Map.entry("not Base64", "é.é.é"),
                Map.entry("not JSON", encode("{") + '.' + encode("{") + ".x"));
        tokens.forEach((what, bad) -> {
            for (var request : List.of("POST /v1/claims", "GET /v1/claims", "POST /v1/articles")) {
                var answer = with(bad)
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .request(request.split(" ")[0], request.split(" ")[1]);
                assertThat(answer.statusCode())
                        .as("%s: %s %s", request, what, answer.asString())
                        .isEqualTo(401);
                assertThat(refused(answer, 401).header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic c2FtOnNhbQ==", "Bearer", "Bearer ", "bearer", "Token x", ""})
    void headerWithoutATokenIsNone(String header) {
        var answer = Api.nobody()
                .header("Authorization", header)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/claims");
        assertThat(refused(answer, 401).header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void missingTokenIsRefusedWithAChallenge() {
        assertThat(refused(Api.nobody().contentType(ContentType.JSON).body("{}").post("/v1/claims"), 401)
                        .header("WWW-Authenticate"))
                .isEqualTo("Bearer");
    }

    @Test
    void staleTokenBreaksNoPublicPage() {
        var claim = Api.claim(Api.unique("We won"));
        Api.publish(claim, "true");
        var stale = good().issuedAt(Instant.EPOCH)
                .expiresAt(Instant.EPOCH.plusSeconds(60))
                .sign();
        for (var path : List.of(
                "/embed/v1/claims?ids=" + claim,
                "/embed/v1/articles?url=https://news.example/",
                "/embed/v1/quotecheck.js",
                "/claims/" + claim,
                "/claims/" + claim + ".jsonld",
                "/",
                "/problems/not-found",
                "/q/health/ready")) {
            assertThat(with(stale).get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @ParameterizedTest(name = "{0}: submit {1}, review {2}, publish {3}")
    @CsvSource({
        "submitter, 201, 403, 403",
        "reviewer, 201, 201, 403",
        "editor, 201, 201, 201",
        "publisher, 403, 403, 403",
        "Editor, 403, 403, 403",
        "admin, 403, 403, 403"
    })
    void rolesIncludeEachOther(String role, int submit, int review, int publish) {
        assertThat(claimWith(Api.token("una-" + role, role))).isEqualTo(submit);
        var claim = Api.claim(Api.unique("We won"));
        Api.move(Api.as("una-" + role, role), claim, Map.of("to", "in_review"))
                .then()
                .statusCode(review);
        var proposed = Api.claim(Api.unique("We won"));
        Api.publish(proposed, "false");
        Api.move(Api.as("una-" + role, role), proposed, Map.of("to", "in_review"))
                .then()
                .statusCode(publish);
    }

    @Test
    void groupsOfAnotherFormAreNone() {
        var logged = new ConcurrentLinkedQueue<String>();
        var log = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line.getLevel() + " " + line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        with(claims().subject("una").claim("groups", "reviewer").sign())
                .get("/v1/me")
                .then()
                .body("roles", hasItem("reviewer"));
        Logger.getLogger("").addHandler(log);
        try {
            for (var groups : List.of("5", "true", "[5]", "[[\"reviewer\"]]", "{\"a\": 1}")) {
                var token = Jwt.claimsJson("{\"groups\": %s}".formatted(groups))
                        .issuer(issuer)
                        .audience(audience)
                        .expiresIn(Duration.ofHours(1))
                        .subject("una")
                        .sign();
                with(token).get("/v1/me").then().statusCode(200).body("roles", empty());
                assertThat(claimWith(token)).isEqualTo(403);
            }
        } finally {
            Logger.getLogger("").removeHandler(log);
        }
        assertThat(logged).noneMatch(line -> line.startsWith("WARN"));
    }

    @Test
    void subjectIsKnownWhateverOtherNamesTheTokenHas() {
        var token =
                good().upn("sam").preferredUserName("sam").claim("name", "sam").sign();
        var claim = with(token)
                .contentType(ContentType.JSON)
                .body(Map.of("text", Api.unique("We won")))
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .body("submittedBy.id", equalTo("una"))
                .extract()
                .<String>path("id");
        Api.submitter().get("/v1/claims/" + claim).then().statusCode(404);
    }

    private JwtClaimsBuilder good() {
        return claims().subject("una").groups("reviewer");
    }

    private JwtClaimsBuilder claims() {
        return Jwt.issuer(issuer).audience(audience).expiresIn(Duration.ofHours(1));
    }

    private static int claimWith(String token) {
        return with(token)
                .contentType(ContentType.JSON)
                .body(Map.of("text", Api.unique("We won")))
                .post("/v1/claims")
                .statusCode();
    }

    private static RequestSpecification with(String token) {
        return Api.nobody().header("Authorization", "Bearer " + token);
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
