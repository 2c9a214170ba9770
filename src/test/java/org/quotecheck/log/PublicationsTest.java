package org.quotecheck.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;

/** What operators read of publications. */
@QuarkusTest
class PublicationsTest {

    private static final PatternFormatter MESSAGE = new PatternFormatter("%s");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(MESSAGE.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger("").removeHandler(listener);
    }

    @Test
    void eachPublishedRevisionIsOneLine() {
        var claim = Api.claim(Api.unique("We lost"));
        assertThat(of(claim)).isEmpty();
        Api.publish(claim, "false");
        assertThat(of(claim))
                .singleElement()
                .asString()
                .matches("Published: revision 1 of claim .*, entry \\d+ of the log");
    }

    @Test
    void anotherClaimsPublicationIsItsOwnLine() {
        var first = Api.claim(Api.unique("We lost"));
        var second = Api.claim(Api.unique("They lost"));
        Api.publish(first, "true");
        Api.publish(second, "false");
        assertThat(of(first)).hasSize(1);
        assertThat(of(second)).hasSize(1).doesNotContainAnyElementsOf(of(first));
    }

    private List<String> of(String claim) {
        return lines.stream()
                .filter(line -> line.startsWith("Published: ") && line.contains(claim))
                .toList();
    }
}
