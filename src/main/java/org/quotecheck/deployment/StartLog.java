package org.quotecheck.deployment;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/**
 * When a start fails, logs its {@link Advice} instead of the stack trace; at level DEBUG of its category the stack
 * trace stays.
 */
@LoggingFilter(name = "start")
public final class StartLog implements Filter {

    static final String CATEGORY = "io.quarkus.runtime.Application";

    @Override
    public boolean isLoggable(LogRecord record) {
        if (CATEGORY.equals(record.getLoggerName())
                && record.getThrown() != null
                && !Logger.getLogger(CATEGORY).isLoggable(Level.FINE)) {
            Advice.on(record.getThrown()).ifPresent(advice -> tell(record, advice));
        }
        return true;
    }

    private static void tell(LogRecord record, String advice) {
        record.setThrown(null);
        if (record instanceof ExtLogRecord formatted) {
            formatted.setMessage(advice, ExtLogRecord.FormatStyle.NO_FORMAT);
        } else {
            record.setMessage(advice);
            record.setParameters(null);
        }
    }
}
