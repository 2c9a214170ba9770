package org.quotecheck.extraction;

/** Turns what was found in a {@relation Reading} into selectors of the text as it was given. */
final class Positions {
    private final Reading reading;
    private final CodePoints codePoints;

    Positions(Reading reading) {
        this.reading = reading;
        this.codePoints = new CodePoints(reading.source);
    }

    Part part(QuotedSpan span) {
        int from = reading.start(span.start());
        int to = reading.end(span.end());
        return Part.between(reading.source, codePoints.at(from), codePoints.at(to), from, to);
    }

    /** The words that name the speaker, between two positions of the reading. */
    Attribution attribution(int start, int end) {
        int from = reading.start(start);
        int to = reading.end(end);
        return new Attribution(reading.source.substring(from, to), codePoints.at(from), codePoints.at(to));
    }
}
