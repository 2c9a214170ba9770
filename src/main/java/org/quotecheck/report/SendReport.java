package org.quotecheck.report;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.quotecheck.http.Characters;

/** A reader's report as it is sent. */
@RegisterForReflection
record SendReport(
        @NotNull ReaderReport.Kind kind,
        @NotBlank @Characters(max = 2000) String text) {}
