package org.quotecheck.statement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;

/** What a claim says, as clients see it and as a revision freezes it. */
@RegisterForReflection
public record ClaimWords(String text, Claimant claimant, LocalDate claimDate, String language) {}
