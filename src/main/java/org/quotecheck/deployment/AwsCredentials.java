package org.quotecheck.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * What AWS identifies a function by: in its environment; where it was started from a snapshot (SnapStart), which cannot
 * have them, at an address in its sandbox
 *
 * @param session null where they last
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html">Container
 *     credential provider</a>
 */
record AwsCredentials(String keyId, String key, String session) {

    private static final String ADDRESS = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
    private static final int PATIENCE_MS = 2_000;

    /** @throws PSQLException where there are none, as outside of AWS Lambda */
    static AwsCredentials of(Map<String, String> environment) throws PSQLException {
        if (environment.containsKey(ADDRESS) && !environment.containsKey("AWS_ACCESS_KEY_ID")) {
            return fetched(environment);
        }
        return new AwsCredentials(
                needed(environment, "AWS_ACCESS_KEY_ID"),
                needed(environment, "AWS_SECRET_ACCESS_KEY"),
                environment.get("AWS_SESSION_TOKEN"));
    }

    static String needed(Map<String, String> environment, String variable) throws PSQLException {
        var value = environment.get(variable);
        if (value == null) {
            throw new PSQLException(
                    variable + " is not set: DatabaseToken is for AWS Lambda.", PSQLState.INVALID_PASSWORD);
        }
        return value;
    }

    private static AwsCredentials fetched(Map<String, String> environment) throws PSQLException {
        try {
            var asked = URI.create(environment.get(ADDRESS)).toURL().openConnection();
            asked.setConnectTimeout(PATIENCE_MS);
            asked.setReadTimeout(PATIENCE_MS);
            asked.setRequestProperty("Authorization", environment.get("AWS_CONTAINER_AUTHORIZATION_TOKEN"));
            try (var in = asked.getInputStream()) {
                var said = new ObjectMapper().readTree(in);
                return new AwsCredentials(
                        text(said, "AccessKeyId"), text(said, "SecretAccessKey"), text(said, "Token"));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new PSQLException(
                    "The function's AWS credentials cannot be obtained.", PSQLState.INVALID_PASSWORD, e);
        }
    }

    private static String text(JsonNode said, String member) throws IOException {
        if (!said.path(member).isTextual()) {
            throw new IOException(member + " is missing");
        }
        return said.get(member).asText();
    }
}
