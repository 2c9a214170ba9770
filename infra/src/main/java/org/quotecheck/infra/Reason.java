package org.quotecheck.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.constructs.IConstruct;

/** Why a rule of cdk-nag does not hold for a resource. */
final class Reason {

    private Reason() {}

    /**
     * @param rule without its pack's name
     * @param findings what of the rule alone is meant, as the rule names it; nothing for all of it
     */
    static void why(IConstruct resource, String rule, String reason, String... findings) {
        var suppression =
                NagPackSuppression.builder().id("AwsSolutions-" + rule).reason(reason);
        if (findings.length > 0) {
            suppression.appliesTo(List.of(findings));
        }
        NagSuppressions.addResourceSuppressions(resource, List.of(suppression.build()), true);
    }
}
