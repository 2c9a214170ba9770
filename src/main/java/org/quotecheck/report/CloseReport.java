package org.quotecheck.report;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import org.quotecheck.http.Characters;

/** How a reviewer closes a reader's report. */
@RegisterForReflection
record CloseReport(
        @NotNull Closed status,
        @Characters(min = 1, max = 2000) String answer) {

    /** A report is not opened again. */
    @RegisterForReflection
    enum Closed {
        closed
    }
}
