package org.quotecheck.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;

/** Headers that bring their own key or mean nothing, and subjects that are no strings: 401, whatever the signature. */
@QuarkusTest
class HostileTokensTest {

    private static final List<String> HEADERS = List.of(
            "{\"alg\":5}",
            "{\"alg\":[\"RS256\"]}",
            "{\"kid\":null}",
            "{\"alg\":\"rs256\"}",
            "{\"alg\":\"RS256\",\"alg\":\"none\"}",
            "{\"alg\":\"RS256\",\"kid\":{\"a\":[]}}",
            "{\"alg\":\"RS256\",\"kid\":\"../../dev/null\\u0000\"}",
            "{\"alg\":\"RS256\",\"kid\":\"\\ud800\"}",
            "{\"alg\":\"RS256\",\"crit\":\"exp\"}",
            "{\"alg\":\"RS256\",\"crit\":[]}",
            "{\"alg\":" + "[".repeat(2_000) + "]".repeat(2_000) + '}',
            "[]",
            "null",
            "");

    @ConfigProperty(name = "mp.jwt.verify.issuer")
    String issuer;

    @ConfigProperty(name = "mp.jwt.verify.audiences")
    String audience;

    @Test
    void tokenIsRefused() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var stranger = generator.generateKeyPair();
        var token = claims("\"sam\"").sign();
        var tokens = new LinkedHashMap<String, String>();
        tokens.put(
                "key in the header",
                claims("\"sam\"").jws().header("jwk", jwk(stranger)).sign(stranger.getPrivate()));
        tokens.put(
                "address of a key in the header",
                claims("\"sam\"")
                        .jws()
                        .header("jku", "https://evil.example/keys")
                        .header("x5u", "https://evil.example/chain")
                        .sign(stranger.getPrivate()));
        tokens.put(
                "unknown and critical",
                claims("\"sam\"")
                        .jws()
                        .header("crit", List.of("urn:x"))
                        .header("urn:x", 1)
                        .sign());
        tokens.put("five parts, as of JWE", token + ".a.b");
        var rest = token.substring(token.indexOf('.'));
        HEADERS.forEach(header -> tokens.put(header, encode(header) + rest));
        for (var subject : List.of("5", "null", "true", "[\"sam\"]", "{\"a\":\"sam\"}")) {
            tokens.put("subject " + subject, claims(subject).sign());
        }
        assertThat(with(token)).isEqualTo(200);
        tokens.forEach((what, bad) -> assertThat(refused(
                                Api.nobody()
                                        .header("Authorization", "Bearer " + bad)
                                        .get("/v1/me"),
                                401)
                        .header("WWW-Authenticate"))
                .as(what)
                .isEqualTo("Bearer error=\"invalid_token\""));
    }

    private static int with(String token) {
        return Api.nobody()
                .header("Authorization", "Bearer " + token)
                .get("/v1/me")
                .statusCode();
    }

    private JwtClaimsBuilder claims(String subject) {
        return Jwt.claimsJson("{\"sub\": %s, \"groups\": [\"editor\"]}".formatted(subject))
                .issuer(issuer)
                .audience(audience)
                .expiresIn(Duration.ofHours(1));
    }

    private static Map<String, String> jwk(KeyPair pair) {
        var modulus = ((RSAPublicKey) pair.getPublic()).getModulus().toByteArray();
        return Map.of("kty", "RSA", "e", "AQAB", "n", Base64.getUrlEncoder().encodeToString(modulus));
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
