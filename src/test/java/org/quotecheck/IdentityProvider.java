package org.quotecheck;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** An identity provider with a JWKS at one address; it can go and come back. */
public final class IdentityProvider implements AutoCloseable {

    private static final String ISSUER = "https://identity.example";
    private static final String AUDIENCE = "quotecheck";
    private static final String KEY_ID = "2026-1";
    private static final KeyPair KEYS = keys();

    private HttpServer server = listen(0);
    private final int port = server.getAddress().getPort();

    /** What a deployment is told about it. */
    public Map<String, String> configuration() {
        return Map.of(
                "quotecheck.identity.issuer", ISSUER, "quotecheck.identity.jwks", "http://localhost:" + port + "/jwks");
    }

    /** Comes back at the same address. */
    public void comeBack() {
        server = listen(port);
    }

    /** Goes: connections are refused. */
    @Override
    public void close() {
        server.stop(0);
    }

    public static String token(String subject, Set<String> roles) {
        return Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(subject)
                .groups(roles)
                .expiresIn(Duration.ofHours(1))
                .jws()
                .keyId(KEY_ID)
                .sign(KEYS.getPrivate());
    }

    private static HttpServer listen(int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/jwks", exchange -> {
                var body = jwks().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String jwks() {
        var key = (RSAPublicKey) KEYS.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"" + KEY_ID + "\",\"n\":\""
                + base64(key.getModulus().toByteArray()) + "\",\"e\":\""
                + base64(key.getPublicExponent().toByteArray()) + "\"}]}";
    }

    /** Unsigned big-endian (RFC 7518, section 2): without the sign byte that BigInteger may put first. */
    private static String base64(byte[] number) {
        var unsigned = number[0] == 0 ? java.util.Arrays.copyOfRange(number, 1, number.length) : number;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
