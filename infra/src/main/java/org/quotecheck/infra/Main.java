package org.quotecheck.infra;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.App;

/** Synthesises the stacks; {@code cdk} runs it (cdk.json) and deploys what it makes. */
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        var app = new App();
        try {
            var given = given(app);
            if (given.values().isEmpty()) {
                // cdk bootstrap runs this too, and needs nothing of it
                System.err.println(
                        "No parameters are given, so there is nothing to deploy: infra/README.md lists them.");
            } else {
                new Stacks(app, Deployment.of(given));
            }
        } catch (WrongParameter wrong) {
            System.err.println(wrong.getMessage());
            System.exit(1);
        }
        app.synth();
    }

    /** The parameters among the context: what the tools themselves put there has a colon or an @ in its name. */
    private static Parameters given(App app) {
        var values = new TreeMap<String, String>();
        ((Map<?, ?>) app.getNode().getAllContext())
                .forEach((name, value) -> values.put(String.valueOf(name), String.valueOf(value)));
        values.keySet().removeIf(name -> name.contains(":") || name.startsWith("@"));
        return new Parameters(values);
    }
}
