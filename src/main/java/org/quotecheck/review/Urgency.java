package org.quotecheck.review;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;
import org.quotecheck.http.Choice;

/**
 * A reason why a claim is urgent.
 *
 * @param number how many there are; for checkability from 0 to 1
 */
@RegisterForReflection
record Urgency(Cause code, Number number) {

    /** With the same in English, of one and of several. */
    @RegisterForReflection
    enum Cause {
        REPORTS("a reader's report is open", "%.0f readers' reports are open"),
        CHECKABILITY("checkability %.2f", "checkability %.2f"),
        SUBMITTERS("sent by a submitter", "sent by %.0f submitters"),
        APPEARANCES("a place is waiting to be confirmed", "%.0f places are waiting to be confirmed"),
        ARTICLE_VERSIONS("another version of its article waits", "another version of its article waits"),
        RETRACTION_REQUESTED("an editor asked to retract it", "an editor asked to retract it"),
        DAYS("waiting for a day", "waiting for %.0f days");

        private final String one;
        private final String several;

        Cause(String one, String several) {
            this.one = one;
            this.several = several;
        }

        @JsonValue
        @Override
        public String toString() {
            return Choice.code(this);
        }
    }

    String english() {
        return String.format(Locale.ROOT, number.doubleValue() == 1 ? code.one : code.several, number.doubleValue());
    }
}
