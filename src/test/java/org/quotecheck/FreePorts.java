package org.quotecheck;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Ports for the packaged server that nobody has: two checkouts may be tested at once. */
public final class FreePorts implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.http.test-port", Integer.toString(Ports.free()),
                "quarkus.management.port", Integer.toString(Ports.free()));
    }

    @Override
    public void stop() {
        // they are free again when the server has ended
    }
}
