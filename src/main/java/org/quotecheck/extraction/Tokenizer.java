package org.quotecheck.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts the prose into tokens and sentences; each quotation becomes one token, so that no rule reads inside it. */
final class Tokenizer {
    private final Shadow shadow;
    private final List<Stretch> stretches;
    private final Lexicon lexicon = Lexicon.english();
    private final List<Token> tokens = new ArrayList<>();
    private final List<Integer> sentences = new ArrayList<>();
    private final List<Integer> sentenceParagraph = new ArrayList<>();
    private int nextStretch;

    private Tokenizer(Shadow shadow, List<Stretch> stretches) {
        this.shadow = shadow;
        this.stretches = stretches;
    }

    static Prose prose(Shadow shadow, List<Paragraph> paragraphs, List<Stretch> stretches) {
        Tokenizer tokenizer = new Tokenizer(shadow, stretches);
        for (int p = 0; p < paragraphs.size(); p++) {
            if (paragraphs.get(p).prose()) {
                tokenizer.read(paragraphs.get(p), p);
            }
        }
        tokenizer.sentences.add(tokenizer.tokens.size());
        return new Prose(
                shadow,
                tokenizer.tokens,
                tokenizer.sentences.stream().mapToInt(Integer::intValue).toArray(),
                tokenizer.sentenceParagraph.stream().mapToInt(Integer::intValue).toArray());
    }

    private void read(Paragraph paragraph, int p) {
        boolean first = true;
        int i = paragraph.start();
        while (i < paragraph.end()) {
            if (shadow.blank(i)) {
                i++;
                continue;
            }
            Token token = next(i, paragraph.end());
            if (first || startsSentence(token)) {
                sentences.add(tokens.size());
                sentenceParagraph.add(p);
            }
            tokens.add(token);
            first = false;
            i = token.end;
        }
    }

    private Token next(int i, int limit) {
        if (nextStretch < stretches.size() && stretches.get(nextStretch).from() == i) {
            Stretch stretch = stretches.get(nextStretch);
            return new Token(i, Math.max(stretch.to(), i + 1), "", false, nextStretch++, 0);
        }
        int stop = nextStretch < stretches.size()
                ? Math.min(limit, stretches.get(nextStretch).from())
                : limit;
        int end = isWordCharacter(i) ? wordEnd(i, stop) : possessive(i, stop) ? i + 2 : i + 1;
        if (end == i + 1 && pluralPossessive(i)) {
            return new Token(i, end, "'s", false, -1, 0);
        }
        String word = lowerCase(i, end);
        return new Token(
                i,
                end,
                word,
                Character.isUpperCase(shadow.at(i)),
                -1,
                word.length() == 1 && end == i + 1 && !shadow.letter(i) ? 0 : lexicon.traits(word));
    }

    private String lowerCase(int start, int end) {
        String word = shadow.text.substring(start, end).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        return word.length() == 1 ? String.valueOf(shadow.letter(start) ? word.charAt(0) : shadow.at(start)) : word;
    }

    private boolean isWordCharacter(int i) {
        return shadow.letter(i)
                || shadow.digit(i)
                || shadow.at(i) == '\u00ad'
                || Character.isSurrogate(shadow.at(i))
                || "@#$%&".indexOf(shadow.at(i)) >= 0
                || Character.isLetterOrDigit(shadow.at(i));
    }

    /** A word with its inner hyphens, points and apostrophes (O'Neil, U.S., don't), but without a possessive 's. */
    private int wordEnd(int start, int limit) {
        int i = start + 1;
        while (i < limit && (isWordCharacter(i) || "-'.,".indexOf(shadow.at(i)) >= 0 && joins(i, limit))) {
            i++;
        }
        if (i < limit && shadow.at(i) == '.' && isAbbreviation(start, i)) {
            i++;
        }
        return i;
    }

    private boolean joins(int i, int limit) {
        char c = shadow.at(i);
        boolean between = i + 1 < limit && isWordCharacter(i + 1) && isWordCharacter(i - 1);
        return between
                && !possessive(i, limit)
                && (c == '-'
                        || c == '\''
                        || shadow.digit(i - 1) && shadow.digit(i + 1)
                        || c == '.'
                                && shadow.letter(i + 1)
                                && (Character.isLowerCase(shadow.at(i + 1)) || !isWordCharacter(i - 2)));
    }

    private boolean possessive(int i, int limit) {
        return shadow.at(i) == '\'' && i + 1 < limit && shadow.at(i + 1) == 's' && !shadow.letter(i + 2) && i > 0;
    }

    /** The teachers' federation. */
    private boolean pluralPossessive(int i) {
        return shadow.at(i) == '\'' && shadow.at(i - 1) == 's' && shadow.blank(i + 1) && shadow.letter(i + 2);
    }

    private boolean isAbbreviation(int start, int end) {
        boolean initials = end - start == 1 && Character.isUpperCase(shadow.at(start))
                || end - start > 2 && shadow.at(end - 2) == '.';
        return initials
                || end - start < 6 && (lexicon.traits(lowerCase(start, end) + '.') & Trait.ABBREVIATION.bit) != 0;
    }

    private boolean startsSentence(Token token) {
        Token last = tokens.getLast();
        boolean opens = token.capital
                || token.isQuotation()
                || !token.word.isEmpty()
                        && (Character.isDigit(token.word.charAt(0)) || "([@#".contains(token.word.substring(0, 1)));
        if (last.endsSentence()) {
            return opens;
        }
        if (last.isQuotation()) {
            char sign = stretches.get(last.stretch).lastSign(shadow);
            return sign == '.' && (token.capital || token.isQuotation())
                    || (sign == '?' || sign == '!')
                            && (token.capital && token.is(Trait.STARTER) || token.isQuotation());
        }
        return (last.is(")") || last.is("'"))
                        && tokens.size() > 1
                        && tokens.get(tokens.size() - 2).endsSentence()
                        && opens
                || last.word.endsWith(".")
                        && last.word.length() > 3
                        && last.word.indexOf('.') < last.word.length() - 1
                        && token.capital
                        && token.is(Trait.STARTER);
    }
}
