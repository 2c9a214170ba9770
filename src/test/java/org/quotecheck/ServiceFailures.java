package org.quotecheck;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test during which the service logged an error, or answered 5xx ({@link FailedAnswers}), unless the test says
 * {@link FailsOnPurpose}. Registered for all tests (META-INF/services). It listens to the log, because that is one for
 * all class loaders and threads: whoever provoked the failure, be it a browser, the test cannot look away.
 */
public final class ServiceFailures implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    static final String ON_PURPOSE = "fails-on-purpose";

    private static final Listener LISTENER = new Listener();

    @Override
    public void beforeAll(ExtensionContext context) {
        var root = Logger.getLogger("");
        if (!List.of(root.getHandlers()).contains(LISTENER)) {
            root.addHandler(LISTENER);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        check(LISTENER.take(), context.getTags().contains(ON_PURPOSE));
    }

    /** What was logged after the last test, as by a browser that was still there. */
    @Override
    public void afterAll(ExtensionContext context) {
        check(LISTENER.take(), false);
    }

    static void check(List<String> failures, boolean onPurpose) {
        if (onPurpose && failures.isEmpty()) {
            throw new AssertionError("The service did not fail, as it was meant to.");
        }
        if (!onPurpose && !failures.isEmpty()) {
            throw new AssertionError("The service failed:\n" + String.join("\n", failures));
        }
    }

    /** Keeps what is logged as an error until somebody takes it. */
    static final class Listener extends Handler {

        private final List<String> failures = new ArrayList<>();

        Listener() {
            setLevel(Level.SEVERE);
        }

        @Override
        public synchronized void publish(LogRecord line) {
            if (isLoggable(line)) {
                failures.add(text(line));
            }
        }

        synchronized List<String> take() {
            var taken = List.copyOf(failures);
            failures.clear();
            return taken;
        }

        private static String text(LogRecord line) {
            var text = new StringWriter();
            text.append(line.getLoggerName()).append(": ").append(line.getMessage());
            if (line.getParameters() != null) {
                text.append(' ').append(List.of(line.getParameters()).toString());
            }
            if (line.getThrown() != null) {
                text.append('\n');
                line.getThrown().printStackTrace(new PrintWriter(text));
            }
            return text.toString();
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
