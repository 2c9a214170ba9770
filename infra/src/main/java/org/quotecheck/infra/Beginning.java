package org.quotecheck.infra;

import java.util.Map;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.Stack;

/** With what a database began, which must not be forgotten by a later deployment (guard.js). */
final class Beginning {

    private Beginning() {}

    /** Stands before the cluster: what it refuses, does not touch the database. */
    static CustomResource of(Stack stack, Snapshot snapshot) {
        var helper = new Helper(
                stack, "Guard", "Refuses to forget what the database started from", Map.of(), "answer.js", "guard.js");
        return CustomResource.Builder.create(stack, "Beginning")
                .resourceType("Custom::Beginning")
                .serviceToken(helper.function().getFunctionArn())
                .properties(Map.of("Snapshot", snapshot.given()))
                .build();
    }
}
