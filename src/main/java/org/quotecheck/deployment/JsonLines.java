package org.quotecheck.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/** A log record as a line of JSON: a stack trace stays inside it, with its message. */
final class JsonLines extends ExtFormatter {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String format(ExtLogRecord record) {
        var members = new LinkedHashMap<String, String>();
        members.put("timestamp", record.getInstant().toString());
        members.put("level", record.getLevel().getName());
        members.put("logger", record.getLoggerName());
        members.put("thread", record.getThreadName());
        members.put("message", formatMessage(record));
        if (record.getThrown() != null) {
            members.put("error", record.getThrown().toString());
            members.put("stack", stack(record.getThrown()));
        }
        try {
            return JSON.writeValueAsString(members) + "\n";
        } catch (JsonProcessingException e) {
            return formatMessage(record) + "\n";
        }
    }

    private static String stack(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
