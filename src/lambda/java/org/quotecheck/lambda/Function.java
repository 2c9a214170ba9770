package org.quotecheck.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.quotecheck.deployment.Advice;
import org.quotecheck.embed.DirectAnswer;
import org.quotecheck.embed.DirectEmbeds;
import org.quotecheck.embed.DirectRequest;
import org.quotecheck.metric.AnsweredCall;
import org.quotecheck.metric.EmbeddedMetrics;
import org.quotecheck.problem.Failure;

/**
 * The native function: takes events of API Gateway (payload format 2.0) and answers them. What publishers' pages ask
 * for, and what is not there, it answers at once; the framework starts for anything else (ADR 5).
 */
final class Function {

    /** A larger event has a body, and is not one of those that are answered at once. */
    private static final int LARGEST_DIRECT_EVENT = 64 * 1024;

    /** So few that what they leave behind is some megabytes, until the framework needs a large young generation. */
    private static final int DIRECT_ANSWERS_BETWEEN_COLLECTIONS = 64;

    private static final Logger LOG = Logger.getLogger(Function.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectReader EVENTS = JSON.readerFor(JsonNode.class);
    private static final ObjectWriter ANSWERS = JSON.writerFor(Map.class);

    private final RuntimeApi runtime;
    private final boolean isForTask;
    private final boolean isLogJson;
    private final Framework framework = new Framework();
    /** Null where nothing is counted. */
    private final EmbeddedMetrics metrics;
    /** Null where the settings are not all understood without the framework. */
    private final DirectEmbeds direct;

    private int directAnswers;

    private Function(RuntimeApi runtime, FunctionSettings settings) {
        this.runtime = runtime;
        this.isForTask = settings.areForTask();
        this.isLogJson = "true".equals(settings.get("QUOTECHECK_LOG_JSON"));
        var namespace = settings.get("QUOTECHECK_METRICS_NAMESPACE");
        this.metrics = namespace == null ? null : EmbeddedMetrics.inNamespace(namespace);
        this.direct = settings.areDirect() ? new DirectEmbeds(settings::get, this::log) : null;
    }

    /**
     * Serves until the Runtime API fails
     *
     * @param address of the Runtime API, host and port
     */
    static void serve(String address, FunctionSettings settings) throws IOException {
        var function = new Function(new RuntimeApi(address), settings);
        if (function.direct == null || settings.haveTimeAhead()) {
            function.startFramework();
        }
        if (settings.haveTimeAhead() && !function.isForTask) {
            Framework.prime();
        }
        while (true) {
            function.serve();
        }
    }

    /** One event; whatever becomes of it, the next one can come. */
    private void serve() throws IOException {
        var invocation = runtime.next();
        try {
            runtime.answer(invocation, answer(invocation));
            collectAtTimes();
        } catch (Exception | Error e) {
            var advice = Advice.on(e);
            var told = "Invocation " + invocation.id() + " failed: " + advice.orElse(new Failure(e).inOneLine());
            if (framework.isStarted()) {
                LOG.error(told);
                LOG.debug(told, e);
            } else {
                log(told);
            }
            runtime.fail(invocation, e, advice.orElse(String.valueOf(e.getMessage())));
        }
    }

    /** After an answer, when nobody waits. */
    private void collectAtTimes() {
        if (!framework.isStarted() && ++directAnswers % DIRECT_ANSWERS_BETWEEN_COLLECTIONS == 0) {
            System.gc();
        }
    }

    private byte[] answer(RuntimeApi.Invocation invocation) throws IOException {
        long begun = System.nanoTime();
        var answer = direct(invocation.event(), begun);
        if (answer.isPresent()) {
            return ANSWERS.writeValueAsBytes(answer.get());
        }
        startFramework();
        Framework.begun(metrics, begun);
        return isForTask ? ANSWERS.writeValueAsBytes(perform(invocation.event())) : Framework.answer(invocation);
    }

    private static Map<String, Object> perform(byte[] bytes) throws IOException {
        JsonNode event = EVENTS.readValue(bytes);
        return Framework.perform(
                event.path("claim").asText(null), event.path("revision").asText(null));
    }

    private void startFramework() {
        if (framework.start() && direct != null) {
            direct.join();
        }
    }

    private Optional<Map<String, Object>> direct(byte[] bytes, long begun) throws IOException {
        if (direct == null || bytes.length > LARGEST_DIRECT_EVENT) {
            return Optional.empty();
        }
        JsonNode event = EVENTS.readValue(bytes);
        var method = event.at("/requestContext/http/method").asText();
        if (method.isEmpty()) {
            return Optional.empty();
        }
        var headers = new HashMap<String, String>();
        event.path("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue().asText()));
        var answer = direct.answer(new DirectRequest(
                method,
                event.path("rawPath").asText(),
                event.path("rawQueryString").asText(),
                headers));
        if (metrics != null) {
            answer.ifPresent(given -> metrics.answered(call(given, headers.get("x-request-id")), begun));
        }
        return answer.map(Function::event);
    }

    private static AnsweredCall call(DirectAnswer answer, String givenId) {
        return AnsweredCall.of(answer.headers().get("X-Request-Id"), givenId, answer.status(), answer.problem());
    }

    /** A line on the standard error: until the framework sets the log up, what is logged is held back. */
    private void log(String message) {
        if (framework.isStarted()) {
            LOG.warn(message);
            return;
        }
        System.err.println(
                isLogJson ? JSON.createObjectNode().put("level", "WARN").put("message", message) : message);
    }

    private static Map<String, Object> event(DirectAnswer answer) {
        var event = new HashMap<String, Object>(
                Map.of("statusCode", answer.status(), "headers", answer.headers(), "isBase64Encoded", false));
        if (answer.body() != null) {
            event.put("body", answer.body());
        }
        return event;
    }
}
