package org.quotecheck.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/** The signatures are those that the AWS SDK for Java 2.31.6 (RdsUtilities) made of the same values. */
class DatabaseTokenTest {

    private static final String HOST = "quotecheck.cluster-abc.eu-central-1.rds.amazonaws.com";
    private static final Map<String, String> LASTING = Map.of(
            "AWS_REGION",
            "eu-central-1",
            "AWS_ACCESS_KEY_ID",
            "AKIAIOSFODNN7EXAMPLE",
            "AWS_SECRET_ACCESS_KEY",
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    @Test
    void tokenOfSessionCredentialsIsTheSdks() throws PSQLException {
        var session = new HashMap<>(LASTING);
        session.put("AWS_ACCESS_KEY_ID", "ASIAIOSFODNN7EXAMPLE");
        session.put("AWS_SESSION_TOKEN", "IQoJb3JpZ2luX2VjEXAMPLE//token+with/every==");
        assertThat(token(session, "2026-11-23T13:46:26Z"))
                .isEqualTo(HOST + ":5432/?Action=connect&DBUser=quotecheck&X-Amz-Algorithm=AWS4-HMAC-SHA256"
                        + "&X-Amz-Credential=ASIAIOSFODNN7EXAMPLE%2F20261123%2Feu-central-1%2Frds-db%2Faws4_request&X-Amz-Date=20261123T134626Z"
                        + "&X-Amz-Expires=900&X-Amz-Security-Token=IQoJb3JpZ2luX2VjEXAMPLE%2F%2Ftoken%2Bwith%2Fevery%3D%3D&X-Amz-SignedHeaders=host"
                        + "&X-Amz-Signature=0bf96d8c60218165a4e5aeef5c6362e4c122b6813737d5041225c9aca3577c57");
    }

    @Test
    void tokenOfLastingCredentialsIsTheSdks() throws PSQLException {
        assertThat(token(LASTING, "2026-11-23T13:46:27Z"))
                .doesNotContain("Security-Token")
                .endsWith("&X-Amz-Signature=02e060493ba182389283348920afb43287cbc7b308e9c397fd6ea4d4e90f32bb");
    }

    /** Where SnapStart started the function: asked for anew each time, since they do not last. */
    @Test
    void credentialsOfTheSandboxMakeTheSameToken() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/2021-08-23/credentials", exchange -> {
            boolean known = "shown".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            var said = """
                    {"AccessKeyId": "ASIAIOSFODNN7EXAMPLE", "SecretAccessKey": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                     "Token": "IQoJb3JpZ2luX2VjEXAMPLE//token+with/every==", "Expiration": "2026-11-23T19:46:26Z"}""".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 401, known ? said.length : -1);
            if (known) {
                exchange.getResponseBody().write(said);
            }
            exchange.close();
        });
        server.start();
        var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/2021-08-23/credentials";
        try {
            assertThat(token(sandbox(address, "shown"), "2026-11-23T13:46:26Z"))
                    .endsWith("&X-Amz-Signature=0bf96d8c60218165a4e5aeef5c6362e4c122b6813737d5041225c9aca3577c57");
            assertThatThrownBy(() -> token(sandbox(address, "another"), "2026-11-23T13:46:26Z"))
                    .isInstanceOf(PSQLException.class)
                    .hasMessage("The function's AWS credentials cannot be obtained.");
        } finally {
            server.stop(0);
        }
    }

    private static Map<String, String> sandbox(String address, String token) {
        return Map.of(
                "AWS_REGION",
                "eu-central-1",
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                address,
                "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                token);
    }

    @Test
    void missingCredentialsAreNamed() {
        assertThatThrownBy(() -> token(Map.of("AWS_REGION", "eu-central-1"), "2026-11-23T13:46:26Z"))
                .isInstanceOf(PSQLException.class)
                .hasMessageStartingWith("AWS_ACCESS_KEY_ID is not set");
    }

    @Test
    void driverFindsItByItsName() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var asked = CompletableFuture.runAsync(() -> askForPassword(server));
            var url = "jdbc:postgresql://127.0.0.1:" + server.getLocalPort()
                    + "/quotecheck?sslmode=disable&authenticationPluginClassName=" + DatabaseToken.class.getName();
            // outside of AWS there are no credentials; that it says so shows that the driver made it and asked it
            assertThatThrownBy(() -> DriverManager.getConnection(url, "quotecheck", "ignored"))
                    .hasStackTraceContaining("DatabaseToken is for AWS Lambda");
            asked.join();
        }
    }

    private static String token(Map<String, String> environment, String time) throws PSQLException {
        var connection = new Properties();
        connection.putAll(Map.of("PGHOST", HOST, "PGPORT", "5432", "user", "quotecheck"));
        return new DatabaseToken(connection, environment).at(Instant.parse(time));
    }

    /** What a server says to begin with: AuthenticationCleartextPassword (PostgreSQL's protocol 3.0). */
    private static void askForPassword(ServerSocket server) {
        try (var client = server.accept()) {
            var in = new DataInputStream(client.getInputStream());
            in.skipNBytes(in.readInt() - Integer.BYTES);
            client.getOutputStream().write(new byte[] {'R', 0, 0, 0, 8, 0, 0, 0, 3});
            in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
