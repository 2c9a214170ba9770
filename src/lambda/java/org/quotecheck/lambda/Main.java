package org.quotecheck.lambda;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.quotecheck.deployment.SocketWatch;

/** Where the native function begins. */
@QuarkusMain(name = "function")
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        var runtimeApi = System.getenv("AWS_LAMBDA_RUNTIME_API");
        if (runtimeApi == null) {
            Quarkus.run(arguments);
        } else {
            // in the order that the system finds reachable: a function without IPv4 to the internet fetches keys over
            // IPv6
            System.setProperty("java.net.preferIPv6Addresses", "system");
            SocketWatch.byPlatformThreads();
            // until the framework says otherwise; a driver's own account of itself costs more than its work
            Logger.getLogger("").setLevel(Level.WARNING);
            serve(runtimeApi);
        }
    }

    /** A process without a loop would hold its sandbox and answer nothing. */
    private static void serve(String runtimeApi) {
        try {
            Function.serve(runtimeApi, new FunctionSettings(System.getenv()));
        } catch (IOException | RuntimeException e) {
            System.err.println("The Lambda Runtime API failed: " + e);
        }
        System.exit(1);
    }
}
