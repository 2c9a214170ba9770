package org.quotecheck.extraction;

import java.util.ArrayList;
import java.util.List;
import org.quotecheck.checkability.Checkability;

/** Joins the spans that belong together and writes them as quotations. */
final class Assembly {
    /** The words between two parts are one reporting clause with what belongs to it, not another sentence. */
    private static final int LONGEST_INTERRUPTION = 40;

    private final Prose prose;
    private final NormalisedText normalised;
    private final List<QuotedSpan> spans;
    private final AttributionRelation[] relations;
    private final int[] tokenOf;
    private final int[] sentenceOf;
    private final Positions positions;
    private final Coreference coreference;

    Assembly(Prose prose, Positions positions, List<QuotedSpan> spans, AttributionRelation[] relations) {
        this.prose = prose;
        this.normalised = prose.normalised;
        this.spans = spans;
        this.relations = relations;
        this.positions = positions;
        this.coreference = new Coreference(prose);
        this.tokenOf = new int[spans.size()];
        this.sentenceOf = new int[spans.size()];
        for (int s = 0; s < prose.sentenceCount(); s++) {
            for (int i = prose.from(s); i < prose.to(s); i++) {
                if (prose.at(i).isQuotation()) {
                    tokenOf[prose.at(i).span] = i;
                    sentenceOf[prose.at(i).span] = s;
                }
            }
        }
    }

    List<Quotation> quotations() {
        List<Quotation> all = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            if (relations[i] == null) {
                continue;
            }
            int first = i;
            List<Part> parts = new ArrayList<>(List.of(positions.part(spans.get(i))));
            while (i + 1 < spans.size() && relations[i + 1] != null && goesOn(i)) {
                parts.add(positions.part(spans.get(++i)));
            }
            all.add(quotation(first, parts));
        }
        return SameWords.withOneSpeaker(all);
    }

    private Quotation quotation(int span, List<Part> parts) {
        AttributionRelation relation = relations[span];
        Clause clause = relation.clause();
        if (relation.isOpen()) {
            return open(parts);
        }
        List<Speaker> speakers = coreference.of(clause.subject(), relation.sentence()).stream()
                .map(m -> new Speaker(
                        m.name(),
                        m.type(),
                        m.jobTitle(),
                        relation.rule().label(),
                        Math.round(m.confidence() * relation.rule().confidence * 100) / 100.0))
                .toList();
        boolean sure = !speakers.isEmpty() && speakers.getFirst().confidence() >= Rule.THRESHOLD;
        Quotation.Kind kind = isDirect(span) ? Quotation.Kind.DIRECT : Quotation.Kind.MIXED;
        Checkability checkability = Checkability.of(words(parts));
        return new Quotation(
                parts,
                kind,
                sure ? speakers.getFirst() : null,
                sure ? List.of() : speakers,
                attribution(clause),
                clause.hasCue() ? prose.text(clause.cueFrom(), clause.cueTo()) : null,
                checkability.score(),
                checkability.reasons());
    }

    private static Quotation open(List<Part> parts) {
        Checkability checkability = Checkability.of(words(parts));
        return new Quotation(
                parts,
                Quotation.Kind.DIRECT,
                null,
                List.of(),
                null,
                null,
                checkability.score(),
                checkability.reasons());
    }

    private static String words(List<Part> parts) {
        StringBuilder words = new StringBuilder();
        parts.forEach(p -> words.append(p.exact()).append(' '));
        return words.toString();
    }

    private Attribution attribution(Clause clause) {
        int from = prose.at(clause.mentionFrom()).start;
        int to = prose.at(clause.mentionTo() - 1).end;
        return positions.attribution(from, to);
    }

    /** Whether the next span is the rest of this one, which the writer or the paragraph's end interrupts. */
    private boolean goesOn(int i) {
        QuotedSpan next = spans.get(i + 1);
        if (next.continues()
                && (relations[i + 1].rule() == Rule.SAME_SPEAKER_CONTINUES || relations[i + 1] == relations[i])) {
            return true;
        }
        int between = tokenOf[i + 1] - tokenOf[i];
        Clause clause = relations[i].clause();
        boolean sameClause = clause != null
                && clause == relations[i + 1].clause()
                && clause.from() > tokenOf[i]
                && between < LONGEST_INTERRUPTION
                && spans.get(i).paragraph() == next.paragraph();
        if (!sameClause || relations[i].rule() == Rule.CUE_LATER_IN_SENTENCE) {
            return false; // words of the writer's stand between, which belong to no reporting clause
        }
        TextToken before = prose.at(tokenOf[i + 1] - 1);
        return sentenceOf[i] == sentenceOf[i + 1]
                ? before.is(",") && !prose.at(clause.to()).is("that")
                : sentenceOf[i + 1] == sentenceOf[i] + 1 && prose.from(sentenceOf[i + 1]) == tokenOf[i + 1];
    }

    /** The words are a complete statement: they start the sentence, or follow the verb's comma or colon. */
    private boolean isDirect(int i) {
        int token = tokenOf[i];
        TextToken before = prose.at(token - 1);
        boolean capital = Character.isUpperCase(normalised.at(firstLetter(spans.get(i))));
        return token == prose.from(sentenceOf[i])
                || before.is(":")
                || (before.is(",") || before.is(WordClass.SAY)) && capital
                || before.is(",") && relations[i].clause().to() == token - 1;
    }

    private int firstLetter(QuotedSpan span) {
        int i = span.start();
        while (i < span.end() && !normalised.letter(i)) {
            i++;
        }
        return i;
    }
}
