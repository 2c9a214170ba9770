package org.quotecheck.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.quotecheck.HostileText;
import org.quotecheck.problem.Problem;

/** Whatever is sent for a header or a cursor is one, or a problem of the client. */
class HostileHeaderTest {

    @Property(tries = 1_000)
    void entityTagIsOneOrMalformed(@ForAll("hostile") String text) {
        asProblem(400, () -> EntityTags.parse("If-Match", text));
        asProblem(400, () -> EntityTags.parse("If-None-Match", "\"a\", " + text));
    }

    @Property(tries = 1_000)
    void cursorIsOneOrMalformed(@ForAll("hostile") String text) {
        asProblem(400, () -> Cursor.read(text, 2));
        asProblem(400, () -> Cursor.readId(Cursor.write(List.of(text))));
        asProblem(400, () -> Cursor.integer(text));
        asProblem(400, () -> Cursor.number(text));
        asProblem(400, () -> Cursor.time(text));
        asProblem(400, () -> Limit.fromString(text));
        asProblem(400, () -> Flag.fromString(text));
        asProblem(400, () -> IdConverters.id(text));
    }

    @Property(tries = 1_000)
    void requestIdIsHarmless(@ForAll("hostile") String text) {
        assertThat(ResponseHeaders.requestId(text)).matches("[A-Za-z0-9._=-]{1,64}");
    }

    @Property(tries = 1_000)
    void percentSignsBeginOctets(@ForAll("hostile") String text) {
        if (RequestForm.isEncoded(text)) {
            assertThat(text).doesNotContain("\\", "%zz");
        }
    }

    private static void asProblem(int status, Runnable door) {
        try {
            door.run();
        } catch (Problem problem) {
            assertThat(problem.type().status()).isEqualTo(status);
        }
    }

    @Provide
    Arbitrary<String> hostile() {
        return HostileText.upTo(3_000);
    }
}
