package org.quotecheck;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What production has around the service: PostgreSQL at a plain URL, and an identity provider with a JWKS. */
public final class ProductionBackends implements QuarkusTestResourceLifecycleManager {

    private static final String ISSUER = "https://identity.example";
    private static final String AUDIENCE = "quotecheck";
    private static final String KEY_ID = "2026-1";
    private static final KeyPair KEYS = keys();

    /**
     * Value {@code none} of the argument {@code identity}: the deployment knows no identity provider and no base URL
     * yet.
     */
    static final String IDENTITY = "identity";

    /** Argument: the file that takes what PostgreSQL writes. */
    private static final String LOG = "log";

    private boolean bare;
    private Path log;
    private ProductionPostgres postgres;
    private HttpServer identityProvider;

    @Override
    public void init(Map<String, String> arguments) {
        bare = "none".equals(arguments.get(IDENTITY));
        log = arguments.containsKey(LOG) ? Path.of(arguments.get(LOG)) : null;
    }

    @Override
    public Map<String, String> start() {
        postgres = new ProductionPostgres(log);
        try {
            identityProvider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        identityProvider.createContext("/jwks", exchange -> {
            var body = jwks().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        identityProvider.start();
        Api.signTokensWith(ProductionBackends::token);
        var configuration = new HashMap<>(postgres.configuration());
        configuration.put("quarkus.flyway.migrate-at-start", "true");
        // Quarkus's test launcher passes on the key that it makes for tests; production has none
        configuration.put("mp.jwt.verify.publickey", "NONE");
        if (!bare) {
            configuration.put("quotecheck.identity.issuer", ISSUER);
            configuration.put(
                    "quotecheck.identity.jwks",
                    "http://localhost:" + identityProvider.getAddress().getPort() + "/jwks");
            configuration.put("quotecheck.base-url", "https://facts.example");
            configuration.put("quotecheck.log.key", LogKey.make());
        }
        // the contract is replayed faster than people ask
        configuration.put("quotecheck.quota.questions-per-minute", "0");
        return configuration;
    }

    @Override
    public void stop() {
        try {
            identityProvider.stop(0);
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String token(String subject, Set<String> roles) {
        return Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(subject)
                .groups(roles)
                .expiresIn(Duration.ofHours(1))
                .jws()
                .keyId(KEY_ID)
                .sign(KEYS.getPrivate());
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
