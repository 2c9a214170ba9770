package org.quotecheck.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.quotecheck.deployment.Settings;

/** The key that signs the log's head, and those that once did (RFC 7517, RFC 7518 section 6.2). */
@ApplicationScoped
class LogKeys {

    private static final Logger LOG = Logger.getLogger(LogKeys.class);
    private static final String ALGORITHM = "SHA256withECDSAinP1363Format";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** A public key of the curve P-256; {@code kid} is its thumbprint (RFC 7638). */
    @RegisterForReflection
    record KeyView(String kty, String crv, String x, String y, String kid, String alg, String use) {

        static KeyView of(JsonNode jwk) throws GeneralSecurityException {
            var x = jwk.path("x").asText();
            var y = jwk.path("y").asText();
            if (!jwk.path("kty").asText().equals("EC")
                    || !jwk.path("crv").asText().equals("P-256")) {
                throw new GeneralSecurityException("another kind of key");
            }
            // members in this order, without white space: the thumbprint's own form
            var form = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + x + "\",\"y\":\"" + y + "\"}";
            var thumbprint = MessageDigest.getInstance("SHA-256").digest(form.getBytes(StandardCharsets.UTF_8));
            return new KeyView("EC", "P-256", x, y, BASE64.encodeToString(thumbprint), "ES256", "sig");
        }
    }

    @RegisterForReflection
    record KeysView(List<KeyView> keys) {}

    private final List<KeyView> keys = new ArrayList<>();
    private final PrivateKey signing;

    @Inject
    LogKeys(Settings settings, ObjectMapper json) {
        this(settings.log().key(), settings.log().retiredKeys(), json);
    }

    /** @throws ConfigurationException for a key that cannot sign */
    LogKeys(Optional<String> key, Optional<String> retiredKeys, ObjectMapper json) {
        signing = key.map(text -> signing(text, json)).orElse(null);
        retiredKeys.ifPresent(text -> retired(text, json));
    }

    /** Has a key that cannot sign reported at start-up. */
    void check(@Observes StartupEvent start) {
        LOG.debugf("%d keys", keys.size());
    }

    KeysView view() {
        return new KeysView(List.copyOf(keys));
    }

    /** The content as JWS in compact form (RFC 7515), by ES256; empty where this deployment has no key. */
    Optional<String> sign(String content) {
        if (signing == null) {
            return Optional.empty();
        }
        var header = "{\"alg\":\"ES256\",\"kid\":\"" + keys.getFirst().kid() + "\"}";
        var signed = encode(header) + '.' + encode(content);
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(signing);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return Optional.of(signed + '.' + BASE64.encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private PrivateKey signing(String text, ObjectMapper json) {
        try {
            var jwk = json.readTree(text);
            keys.add(KeyView.of(jwk));
            var curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            var parameters = curve.getParameterSpec(ECParameterSpec.class);
            var factory = KeyFactory.getInstance("EC");
            var key = factory.generatePrivate(new ECPrivateKeySpec(number(jwk, "d"), parameters));
            var point = new ECPoint(number(jwk, "x"), number(jwk, "y"));
            requirePair(key, factory, new ECPublicKeySpec(point, parameters));
            return key;
        } catch (JsonProcessingException | GeneralSecurityException | IllegalArgumentException e) {
            // without the cause, which might hold the key
            throw new ConfigurationException(
                    "QUOTECHECK_LOG_KEY must be a P-256 private key as a JWK, with kty, crv, x, y and d");
        }
    }

    private static void requirePair(PrivateKey key, KeyFactory factory, ECPublicKeySpec claimed)
            throws GeneralSecurityException {
        var signature = Signature.getInstance(ALGORITHM);
        signature.initSign(key);
        var signed = signature.sign();
        signature.initVerify(factory.generatePublic(claimed));
        if (!signature.verify(signed)) {
            throw new GeneralSecurityException("x and y do not match d");
        }
    }

    private void retired(String text, ObjectMapper json) {
        try {
            var given = json.readTree(text).path("keys");
            if (!given.isArray()) {
                throw new GeneralSecurityException("no set of keys");
            }
            for (var jwk : given) {
                keys.add(KeyView.of(jwk));
            }
        } catch (JsonProcessingException | GeneralSecurityException e) {
            throw new ConfigurationException("QUOTECHECK_LOG_RETIRED_KEYS must be a JWKS of P-256 keys");
        }
    }

    private static BigInteger number(JsonNode jwk, String member) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path(member).asText()));
    }

    private static String encode(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
