package org.quotecheck.extraction;

/** Reads what reports without a verb of saying: according to Ann Lee, in her words, her claim that. */
final class NounClauses {
    private final Prose prose;
    private final NounPhrases phrases;

    NounClauses(Prose prose, NounPhrases phrases) {
        this.prose = prose;
        this.phrases = phrases;
    }

    /** "according to Ann Lee", "in the words of Ann Lee". */
    Clause ofSource(int cue, Scope scope) {
        NounPhrase source = phrases.startingAt(cue + 2, scope.to());
        int start = prose.at(cue).is(WordClass.WORDS) ? cue - 2 : cue;
        Rule rule = prose.at(cue).is(WordClass.WORDS) ? Rule.WORDS_OF : Rule.ACCORDING_TO;
        return source == null ? null : Clause.of(source, cue, cue + 2, start, source.to(), rule);
    }

    /** "In Ann Lee's words", "in her own words". */
    Clause ofOwnWords(int words, Scope scope) {
        int i = words - 1;
        while (i > scope.from()
                && words - i < 3
                && !prose.at(i).is("'s")
                && !prose.at(i).is(WordClass.POSSESSIVE)) {
            i--;
        }
        NounPhrase owner = prose.at(i).is("'s")
                ? phrases.endingAt(i - 1, scope.from())
                : prose.at(i).is(WordClass.POSSESSIVE)
                        ? new NounPhrase(i, i + 1, i, i + 1, NounPhrase.MentionType.PRONOUN)
                        : null;
        boolean inWords = owner != null && prose.at(owner.from() - 1).is("in");
        return inWords ? Clause.of(owner, words, words + 1, owner.from() - 1, words + 1, Rule.WORDS_OF) : null;
    }

    /** "Lee's latest claim that the plan was “dead”": the words belong to the owner of the noun. */
    Clause of(int noun, Scope scope) {
        int i = noun - 1;
        while (i > scope.from()
                && noun - i < 4
                && prose.at(i).isWord()
                && !prose.at(i).capital
                && !prose.at(i).is(WordClass.POSSESSIVE)
                && !prose.at(i).is(WordClass.PREPOSITION)) {
            i--;
        }
        if (prose.at(i).isQuotation() && i == noun - 1) {
            i--;
        }
        TextToken owner = prose.at(i);
        if (prose.at(noun + 1).is("by")) {
            NounPhrase author = phrases.startingAt(noun + 2, scope.to());
            boolean reports = author != null && prose.at(author.to()).is("that");
            return reports ? Clause.withSubject(author, noun, noun + 1, Rule.POSSESSED_WORDS) : null;
        }
        NounPhrase speaker = owner.is(WordClass.POSSESSIVE) && !owner.is("its") && !owner.is("our") && !owner.is("your")
                ? new NounPhrase(i, i + 1, i, i + 1, NounPhrase.MentionType.PRONOUN)
                : owner.is("'s") ? phrases.endingAt(i - 1, scope.from()) : null;
        if (!reports(noun) && !prose.at(noun - 1).isQuotation()) {
            return null;
        }
        return Clause.withSubject(speaker, noun, noun + 1, Rule.POSSESSED_WORDS);
    }

    private boolean reports(int noun) {
        TextToken next = prose.at(prose.at(noun + 1).is(WordClass.DAY) ? noun + 2 : noun + 1);
        return next.isQuotation()
                || switch (next.word) {
                    case "that", ":", "of", "is", "was", "to", "for", "about" -> true;
                    default -> false;
                };
    }
}
