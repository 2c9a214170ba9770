package org.quotecheck.extraction;

import java.util.ArrayList;
import java.util.List;
import org.quotecheck.checkability.Checkability;

/** Joins the stretches that belong together and writes them as quotations. */
final class Assembly {
    /** The words between two parts are one reporting clause with what belongs to it, not another sentence. */
    private static final int LONGEST_INTERRUPTION = 40;

    private final Prose prose;
    private final Shadow shadow;
    private final List<Stretch> stretches;
    private final Link[] links;
    private final int[] tokenOf;
    private final int[] sentenceOf;
    private final Positions positions;
    private final Identity identity;

    Assembly(Prose prose, Positions positions, List<Stretch> stretches, Link[] links) {
        this.prose = prose;
        this.shadow = prose.shadow;
        this.stretches = stretches;
        this.links = links;
        this.positions = positions;
        this.identity = new Identity(prose);
        this.tokenOf = new int[stretches.size()];
        this.sentenceOf = new int[stretches.size()];
        for (int s = 0; s < prose.sentenceCount(); s++) {
            for (int i = prose.from(s); i < prose.to(s); i++) {
                if (prose.at(i).isQuotation()) {
                    tokenOf[prose.at(i).stretch] = i;
                    sentenceOf[prose.at(i).stretch] = s;
                }
            }
        }
    }

    /** For a language whose reporting clauses are not known: every stretch with words, nobody as speaker. */
    static List<Quotation> withoutSpeakers(Shadow shadow, Positions positions, List<Stretch> stretches) {
        List<Quotation> all = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            if (!stretches.get(i).hasWords(shadow)) {
                continue;
            }
            List<Part> parts = new ArrayList<>(List.of(positions.part(stretches.get(i))));
            while (i + 1 < stretches.size()
                    && stretches.get(i + 1).continues()
                    && stretches.get(i + 1).hasWords(shadow)) {
                parts.add(positions.part(stretches.get(++i)));
            }
            all.add(new Quotation(parts, Quotation.Kind.DIRECT, null, List.of(), null, null, 0, List.of()));
        }
        return all;
    }

    List<Quotation> quotations() {
        List<Quotation> all = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            if (links[i] == null) {
                continue;
            }
            int first = i;
            List<Part> parts = new ArrayList<>(List.of(positions.part(stretches.get(i))));
            while (i + 1 < stretches.size() && links[i + 1] != null && goesOn(i)) {
                parts.add(positions.part(stretches.get(++i)));
            }
            all.add(quotation(first, parts));
        }
        return all;
    }

    private Quotation quotation(int stretch, List<Part> parts) {
        Link link = links[stretch];
        Clause clause = link.clause();
        List<Speaker> speakers = identity.of(clause.subject(), link.sentence()).stream()
                .map(m -> new Speaker(
                        m.name(),
                        m.type(),
                        link.rule().label(),
                        Math.round(m.confidence() * link.rule().confidence * 100) / 100.0))
                .toList();
        boolean sure = speakers.getFirst().confidence() >= Rule.THRESHOLD;
        Quotation.Kind kind = isDirect(stretch) ? Quotation.Kind.DIRECT : Quotation.Kind.MIXED;
        StringBuilder words = new StringBuilder();
        parts.forEach(p -> words.append(p.exact()).append(' '));
        Checkability checkability = Checkability.of(words.toString());
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

    private Attribution attribution(Clause clause) {
        int from = prose.at(clause.wordFrom()).start;
        int to = prose.at(clause.wordTo() - 1).end;
        return positions.attribution(from, to);
    }

    /** Whether the next stretch is the rest of this one, which the writer or the paragraph's end interrupts. */
    private boolean goesOn(int i) {
        Stretch next = stretches.get(i + 1);
        if (next.continues() && links[i + 1].rule() == Rule.SAME_SPEAKER_CONTINUES) {
            return true;
        }
        int between = tokenOf[i + 1] - tokenOf[i];
        Clause clause = links[i].clause();
        boolean sameClause = clause == links[i + 1].clause()
                && clause.from() > tokenOf[i]
                && between < LONGEST_INTERRUPTION
                && stretches.get(i).paragraph() == next.paragraph();
        if (!sameClause) {
            return false;
        }
        Token before = prose.at(tokenOf[i + 1] - 1);
        return sentenceOf[i] == sentenceOf[i + 1]
                ? before.is(",") && !prose.at(clause.to()).is("that")
                : sentenceOf[i + 1] == sentenceOf[i] + 1 && prose.from(sentenceOf[i + 1]) == tokenOf[i + 1];
    }

    /** The words are a statement of their own: they start the sentence, or follow the verb's comma or colon. */
    private boolean isDirect(int i) {
        int token = tokenOf[i];
        Token before = prose.at(token - 1);
        boolean capital = Character.isUpperCase(shadow.at(firstLetter(stretches.get(i))));
        return token == prose.from(sentenceOf[i])
                || before.is(":")
                || (before.is(",") || before.is(Trait.SAY)) && capital
                || before.is(",") && links[i].clause().to() == token - 1;
    }

    private int firstLetter(Stretch stretch) {
        int i = stretch.start();
        while (i < stretch.end() && !shadow.letter(i)) {
            i++;
        }
        return i;
    }
}
