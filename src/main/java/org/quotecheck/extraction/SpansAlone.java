package org.quotecheck.extraction;

import java.util.ArrayList;
import java.util.List;

/**
 * Quotations of a language whose reporting clauses are not known: every span with words. Nobody is named but by a
 * clause inside the marks.
 */
final class SpansAlone {
    private final NormalisedText normalised;
    private final Typography typography;
    private final Positions positions;
    private final List<QuotedSpan> spans;
    private final List<Part> parts = new ArrayList<>();
    private InsertedClause clause;

    SpansAlone(NormalisedText normalised, Typography typography, Positions positions, List<QuotedSpan> spans) {
        this.normalised = normalised;
        this.typography = typography;
        this.positions = positions;
        this.spans = spans;
    }

    List<Quotation> quotations() {
        List<Quotation> all = new ArrayList<>();
        for (QuotedSpan span : spans) {
            if (!span.hasWords(normalised)) {
                continue;
            }
            if (!span.continues()) {
                end(all);
            }
            add(span);
        }
        end(all);
        return SameWords.withOneSpeaker(all);
    }

    private void add(QuotedSpan span) {
        InsertedClause inserted = clause == null ? InsertedClause.in(normalised, span, typography) : null;
        if (inserted == null) {
            parts.add(positions.part(span));
            return;
        }
        clause = inserted;
        parts.add(positions.part(within(span, span.start(), inserted.comma())));
        QuotedSpan rest = within(span, inserted.resume(), span.end());
        if (rest.hasWords(normalised)) {
            parts.add(positions.part(rest));
        }
    }

    private QuotedSpan within(QuotedSpan span, int start, int end) {
        return QuotedSpan.trimmed(normalised, span.from(), start, end, span.to(), span.paragraph(), span.continues());
    }

    private void end(List<Quotation> all) {
        if (!parts.isEmpty()) {
            all.add(new Quotation(
                    parts,
                    Quotation.Kind.DIRECT,
                    clause == null || clause.name() == null
                            ? null
                            : new Speaker(
                                    clause.name(),
                                    Speaker.Type.PERSON,
                                    null,
                                    Rule.INVERTED_CUE.label(),
                                    Rule.INVERTED_CUE.confidence),
                    List.of(),
                    clause == null ? null : positions.attribution(clause.from(), clause.to()),
                    null,
                    0,
                    List.of()));
        }
        parts.clear();
        clause = null;
    }
}
