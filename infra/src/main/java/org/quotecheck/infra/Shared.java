package org.quotecheck.infra;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/**
 * What one stack tells another, read at each deployment. CloudFormation's exports could neither change nor go while
 * somebody uses them: no database could be restored, and no secret made anew.
 */
record Shared(Stack owner, String name) {

    /** @param name unique among the deployment's */
    static Shared by(Stack owner, String name, String value) {
        var shared = new Shared(owner, "/" + Stage.of(owner).getStageName() + "/" + name);
        StringParameter.Builder.create(owner, "Shared-" + name)
                .parameterName(shared.name())
                .stringValue(value)
                .build();
        return shared;
    }

    /** The value, for resources of that stack, which is deployed after the owner. */
    String in(Construct scope) {
        var reader = Stack.of(scope);
        if (reader != owner) {
            reader.addStackDependency(owner);
        }
        return StringParameter.valueForStringParameter(scope, name);
    }
}
