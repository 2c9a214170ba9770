package org.quotecheck.extraction;

/**
 * Tells which words nobody said, or not the one whom the sentence names: "never said", "refused to say", "misquoted".
 */
final class Unsaid {

    private static final int NEGATED_WITHIN = 4;

    private final Prose prose;

    Unsaid(Prose prose) {
        this.prose = prose;
    }

    /** "Fox never said “I signed it”". */
    boolean isDenied(int quotation) {
        int cue = prose.at(quotation - 1).is(",") || prose.at(quotation - 1).is("that") ? quotation - 2 : quotation - 1;
        return prose.at(cue).is(WordClass.PLAIN_SAY) && prose.at(cue - 1).is(WordClass.NEGATION);
    }

    /** Whether the clause denies what its verb says, or is itself denied or doubted. */
    boolean by(Clause clause) {
        return clause.hasCue()
                && (isNobody(clause)
                        || isNegated(clause.cueFrom())
                        || isRefused(clause.cueFrom())
                        || isMisquoted(clause.cueFrom())
                        || isWished(clause)
                        || prose.at(clause.cueFrom()).is(WordClass.SAY) && isDoubted(clause));
    }

    /** "Nobody", "no one", "none of them", "neither side". */
    private boolean isNobody(Clause clause) {
        NounPhrase subject = clause.subject();
        return subject.type() == NounPhrase.MentionType.DESCRIPTION
                && clause.rule() != Rule.POSSESSED_WORDS
                && (isNone(prose.at(subject.from())) || isNone(prose.at(subject.from() - 1)));
    }

    private static boolean isNone(TextToken token) {
        return switch (token.word) {
            case "nobody", "no", "none", "neither" -> true;
            default -> false;
        };
    }

    /** "has never claimed", "did not say". Verbs of mind are used so for what somebody does think. */
    private boolean isNegated(int verb) {
        if (prose.at(verb).is(WordClass.WEAK)) {
            return false;
        }
        int i = verb - 1;
        while (isBetween(prose.at(i))) {
            if (isNot(prose.at(i))) {
                return true;
            }
            i--;
        }
        return false;
    }

    private static boolean isNot(TextToken token) {
        return token.is(WordClass.NEGATION) || token.is("cannot") || token.word.endsWith("n't");
    }

    private static boolean isBetween(TextToken token) {
        return !token.capital
                && (token.is(WordClass.ADVERB) || token.is(WordClass.AUXILIARY) && !token.is("to") || isNot(token));
    }

    /** "refused to say", "denied having said", "without saying", "stopped short of calling". */
    private boolean isRefused(int verb) {
        int i = verb - 1;
        while (isBeforeForm(prose.at(i))) {
            i--;
        }
        TextToken before = prose.at(i);
        TextToken beforeThat = prose.at(i - 1);
        boolean form = i < verb - 1 || prose.at(verb).is(WordClass.ING);
        return isDenyingForm(verb)
                || form
                        && (before.is(WordClass.DENY)
                                || before.is("without")
                                || before.is("of") && (beforeThat.is("short") || beforeThat.is("instead"))
                                || before.is("from") && (beforeThat.is(WordClass.DENY) || beforeThat.is("away")));
    }

    private static boolean isBeforeForm(TextToken token) {
        return switch (token.word) {
            case "having", "ever", "even", "to" -> true;
            default -> false;
        };
    }

    /** "denied | having said", "denied | saying". */
    private boolean isDenyingForm(int verb) {
        int next = prose.at(verb + 1).is("ever") ? verb + 2 : verb + 1;
        return prose.at(verb).is(WordClass.DENY)
                && (prose.at(next).is("having") || prose.at(next).is(WordClass.ING));
    }

    /** "was asked, | “Did we win?”": those are the words of another, whom the sentence does not name. */
    boolean isHeard(int quotation) {
        boolean sign =
                prose.at(quotation - 1).is(",") || prose.at(quotation - 1).is(":");
        int verb = sign ? quotation - 2 : quotation - 1;
        int i = verb - 1;
        while (prose.at(i).is(WordClass.ADVERB)) {
            i--;
        }
        boolean passive = switch (prose.at(i).word) {
            case "was", "were", "is", "are", "been", "being" -> true;
            default -> false;
        };
        return passive && prose.at(verb).is(WordClass.SAY) && prose.at(verb).is(WordClass.FINITE);
    }

    /** "Asked | “Did we win?”, Lee nodded", "when told, | “No,”": the same before the one who hears it is named. */
    boolean isHeardFirst(int quotation) {
        int verb = prose.at(quotation - 1).is(",") ? quotation - 2 : quotation - 1;
        TextToken word = prose.at(verb);
        return (word.is("asked") || word.is("told"))
                && (word.capital || prose.at(verb - 1).is("when"));
    }

    /** "wants Berg to say". */
    private boolean isWished(Clause clause) {
        TextToken wish = prose.at(clause.subject().from() - 1);
        return prose.at(clause.cueFrom() - 1).is("to")
                && clause.subject().to() == clause.cueFrom() - 1
                && (wish.is(WordClass.WEAK) || wish.is(WordClass.CALL) || wish.is(WordClass.SAY));
    }

    /** "misquoted", "wrongly quoted". */
    private boolean isMisquoted(int verb) {
        return prose.at(verb).is(WordClass.QUOTE_VERB)
                && (prose.at(verb).is(WordClass.UNTRUE) || prose.at(verb - 1).is(WordClass.UNTRUE));
    }

    /** "no evidence that Fox said", "it is not true that", "if Fox says", "Fox should say". */
    private boolean isDoubted(Clause clause) {
        int subject = clause.subject().from();
        for (int i = Math.max(subject, clause.cueFrom() - 3); i < clause.cueFrom(); i++) {
            if (isDoubtfulModal(i)) {
                return true;
            }
        }
        if (prose.at(subject - 1).is("if")
                || prose.at(subject - 1).is("whether")
                || prose.at(subject - 1).is("unless")) {
            return clause.cueFrom() > subject;
        }
        return prose.at(subject - 1).is("that") && clause.cueFrom() >= subject && isUntrue(subject - 2);
    }

    private boolean isDoubtfulModal(int i) {
        TextToken token = prose.at(i);
        return !token.capital && (token.is("should") || token.is("might") || token.is("may"));
    }

    private boolean isUntrue(int before) {
        TextToken word = prose.at(before);
        boolean none = false;
        for (int i = before - 1; i > before - 1 - NEGATED_WITHIN; i--) {
            TextToken token = prose.at(i);
            none |= token.is("no") || token.is("without") || token.is(WordClass.NEGATION) || token.is("little");
        }
        return word.is(WordClass.EVIDENCE) && none
                || word.is(WordClass.UNTRUE) && (!word.is("true") || none)
                || word.is(WordClass.DENY);
    }
}
