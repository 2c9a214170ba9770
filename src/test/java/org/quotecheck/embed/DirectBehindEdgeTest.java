package org.quotecheck.embed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quotecheck.SmallNewsroomTest;

/** A deployment that answers through its edge alone: who comes past it is refused without the framework, too. */
@QuarkusTest
@TestProfile(SmallNewsroomTest.Profile.class)
class DirectBehindEdgeTest extends DirectDoor {

    private static final List<String> PATHS =
            List.of("/embed/v1/claims", "/embed/v1/nowhere", "/embed/claims/x", "/v1/claims", "/wp-login.php");

    @Override
    DirectEmbeds make() {
        return new DirectEmbeds(settings("QUOTECHECK_EDGE_SECRET", SmallNewsroomTest.SECRETS), logged::add, PATIENCE);
    }

    @Test
    void callThatBypassesItIsRefusedAlike() {
        for (var path : PATHS) {
            for (var method : List.of("GET", "HEAD", "POST", "DELETE", "OPTIONS")) {
                assertSame(method, path, "ids=x", REQUEST_ID);
            }
            assertSame(path, "", Map.of("x-request-id", "same", "x-origin-verify", "wrong"));
            assertSame(path, "", Map.of("x-request-id", "same", "accept", "text/html"));
        }
    }

    @Test
    void callThroughItIsAnsweredAlike() {
        for (var secret : SmallNewsroomTest.SECRETS.split(" ")) {
            var headers = Map.of("x-request-id", "same", "x-origin-verify", secret);
            assertSame("/embed/v1/claims", "ids=x", headers);
            assertSame("/embed/v1/quotecheck.js", "", headers);
            assertSame("/wp-login.php", "", headers);
        }
    }

    @Test
    void othersFormsAndHealthAreForTheFramework() {
        for (var path : List.of("/q/health/live", "/v1alpha1/claims:search", "/mcp", "/assets/demo.css", "/")) {
            assertThat(direct.answer(new DirectRequest("GET", path, "", Map.of())))
                    .as(path)
                    .isEmpty();
        }
    }
}
