package org.quotecheck.lambda;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;

/** Where the native function begins. */
@QuarkusMain(name = "function")
public final class Main {

    private Main() {}

    public static void main(String... arguments) throws IOException {
        var runtimeApi = System.getenv("AWS_LAMBDA_RUNTIME_API");
        if (runtimeApi == null) {
            Quarkus.run(arguments);
        } else {
            Function.serve(runtimeApi, new Settings(System.getenv()));
        }
    }
}
