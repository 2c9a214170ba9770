package org.quotecheck.lambda;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.amazon.lambda.runtime.AbstractLambdaPollLoop;
import io.quarkus.runtime.ShutdownContext;

/**
 * {@link Function} asks for events itself: where the extension would begin to, it reports that the framework is ready.
 */
@TargetClass(AbstractLambdaPollLoop.class)
final class PollLoop {

    @Substitute
    public void startPollLoop(ShutdownContext context) {
        Framework.READY.countDown();
    }
}
