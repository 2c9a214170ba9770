package org.quotecheck.deployment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postgresql.PGProperty;
import org.postgresql.plugin.AuthenticationPlugin;
import org.postgresql.plugin.AuthenticationRequestType;
import org.postgresql.ssl.SingleCertValidatingFactory;
import org.postgresql.util.PSQLException;
import org.quotecheck.digest.Hmac;
import org.quotecheck.digest.Sha256;

/**
 * The driver's password where AWS RDS identifies database users by IAM: a presigned request (AWS Signature Version 4,
 * service rds-db) that the database takes for 15 minutes. Made for each connection from the function's own credentials,
 * without a call to anything outside its sandbox. The JDBC URL names it:
 * {@code authenticationPluginClassName=org.quotecheck.deployment.DatabaseToken}.
 */
@RegisterForReflection(targets = {DatabaseToken.class, SingleCertValidatingFactory.class})
public final class DatabaseToken implements AuthenticationPlugin {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private final Properties connection;
    private final Map<String, String> environment;

    /** @param connection the driver's own properties of the connection that it opens */
    public DatabaseToken(Properties connection) {
        this(connection, System.getenv());
    }

    DatabaseToken(Properties connection, Map<String, String> environment) {
        this.connection = connection;
        this.environment = environment;
    }

    /** @throws PSQLException where there are no AWS credentials, as outside of AWS Lambda */
    @Override
    public char[] getPassword(AuthenticationRequestType type) throws PSQLException {
        return at(new TimeSource().clock().instant()).toCharArray();
    }

    String at(Instant now) throws PSQLException {
        var credentials = AwsCredentials.of(environment);
        var host = PGProperty.PG_HOST.getOrDefault(connection) + ":" + PGProperty.PG_PORT.getOrDefault(connection);
        var time = TIME.format(now);
        var scope =
                time.substring(0, 8) + "/" + AwsCredentials.needed(environment, "AWS_REGION") + "/rds-db/aws4_request";
        var parameters = new TreeMap<>(Map.of(
                "Action",
                "connect",
                "DBUser",
                PGProperty.USER.getOrDefault(connection),
                "X-Amz-Algorithm",
                ALGORITHM,
                "X-Amz-Credential",
                credentials.keyId() + "/" + scope,
                "X-Amz-Date",
                time,
                "X-Amz-Expires",
                "900",
                "X-Amz-SignedHeaders",
                "host"));
        if (credentials.session() != null) {
            parameters.put("X-Amz-Security-Token", credentials.session());
        }
        var query = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
        var request = "GET\n/\n" + query + "\nhost:" + host + "\n\nhost\n" + Sha256.hex("");
        var toSign = ALGORITHM + "\n" + time + "\n" + scope + "\n" + Sha256.hex(request);
        return host + "/?" + query + "&X-Amz-Signature="
                + HexFormat.of().formatHex(hmac(key(credentials.key(), scope), toSign));
    }

    private static byte[] key(String secret, String scope) {
        var key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (var part : scope.split("/")) {
            key = hmac(key, part);
        }
        return key;
    }

    private static byte[] hmac(byte[] key, String text) {
        return Hmac.of(key, text.getBytes(StandardCharsets.UTF_8));
    }

    /** As RFC 3986 has it, where URLEncoder does what forms do. */
    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
