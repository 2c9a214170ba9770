package org.quotecheck.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts the prose into tokens and sentences; each quotation becomes one token, so that no rule reads inside it. */
final class Tokenizer {
    private final NormalisedText normalised;
    private final List<QuotedSpan> spans;
    private final Lexicon lexicon = Lexicon.english();
    private final List<TextToken> tokens = new ArrayList<>();
    private final List<Integer> sentences = new ArrayList<>();
    private final List<Integer> sentenceParagraph = new ArrayList<>();
    private int nextSpan;

    private Tokenizer(NormalisedText normalised, List<QuotedSpan> spans) {
        this.normalised = normalised;
        this.spans = spans;
    }

    static Prose prose(NormalisedText normalised, List<Paragraph> paragraphs, List<QuotedSpan> spans) {
        Tokenizer tokenizer = new Tokenizer(normalised, spans);
        for (int p = 0; p < paragraphs.size(); p++) {
            if (paragraphs.get(p).prose()) {
                tokenizer.read(paragraphs.get(p), p);
            }
        }
        tokenizer.sentences.add(tokenizer.tokens.size());
        return new Prose(
                normalised,
                tokenizer.tokens,
                tokenizer.sentences.stream().mapToInt(Integer::intValue).toArray(),
                tokenizer.sentenceParagraph.stream().mapToInt(Integer::intValue).toArray());
    }

    private void read(Paragraph paragraph, int p) {
        boolean first = true;
        int i = paragraph.start();
        while (i < paragraph.end()) {
            if (normalised.blank(i)) {
                i++;
                continue;
            }
            TextToken token = next(i, paragraph.end());
            if (first || startsSentence(token)) {
                sentences.add(tokens.size());
                sentenceParagraph.add(p);
            }
            tokens.add(token);
            first = false;
            i = token.end;
        }
    }

    private TextToken next(int i, int limit) {
        if (nextSpan < spans.size() && spans.get(nextSpan).from() == i) {
            QuotedSpan span = spans.get(nextSpan);
            return new TextToken(i, Math.max(span.to(), i + 1), "", false, nextSpan++, 0);
        }
        int stop = nextSpan < spans.size() ? Math.min(limit, spans.get(nextSpan).from()) : limit;
        int end = isWordCharacter(i) ? wordEnd(i, stop) : possessive(i, stop) ? i + 2 : i + 1;
        if (end == i + 1 && pluralPossessive(i)) {
            return new TextToken(i, end, "'s", false, -1, 0);
        }
        String word = lowerCase(i, end);
        long classes = word.length() == 1 && end == i + 1 && !normalised.letter(i) ? 0 : lexicon.classes(word);
        return new TextToken(
                i, end, word, Character.isUpperCase(normalised.at(i)) && !isShouted(i, end, classes), -1, classes);
    }

    /** SAID in a text in capitals: a verb, no name. */
    private boolean isShouted(int start, int end, long classes) {
        boolean verb = (classes & WordClass.SAY.bit) != 0 && (classes & WordClass.FINITE.bit) != 0;
        return verb && Character.isUpperCase(normalised.at(end - 1)) && end - start > 2;
    }

    private String lowerCase(int start, int end) {
        String word =
                normalised.text.substring(start, end).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        return word.length() == 1
                ? String.valueOf(normalised.letter(start) ? word.charAt(0) : normalised.at(start))
                : word;
    }

    private boolean isWordCharacter(int i) {
        return normalised.letter(i)
                || normalised.digit(i)
                || normalised.at(i) == '\u00ad'
                || Character.isSurrogate(normalised.at(i))
                || "@#$%&_".indexOf(normalised.at(i)) >= 0
                || Character.isLetterOrDigit(normalised.at(i));
    }

    /** A word with its inner hyphens, points and apostrophes (O'Neil, U.S., don't), but without a possessive 's. */
    private int wordEnd(int start, int limit) {
        int i = start + 1;
        while (i < limit && (isWordCharacter(i) || "-'.,".indexOf(normalised.at(i)) >= 0 && joins(i, limit))) {
            i++;
        }
        if (i < limit && normalised.at(i) == '.' && isAbbreviation(start, i)) {
            i++;
        }
        return i;
    }

    private boolean joins(int i, int limit) {
        char c = normalised.at(i);
        boolean between = i + 1 < limit && isWordCharacter(i + 1) && isWordCharacter(i - 1);
        return between
                && !possessive(i, limit)
                && (c == '-'
                        || c == '\''
                        || normalised.digit(i - 1) && normalised.digit(i + 1)
                        || c == '.'
                                && normalised.letter(i + 1)
                                && (Character.isLowerCase(normalised.at(i + 1)) || !isWordCharacter(i - 2)));
    }

    private boolean possessive(int i, int limit) {
        return normalised.at(i) == '\''
                && i + 1 < limit
                && normalised.at(i + 1) == 's'
                && !normalised.letter(i + 2)
                && i > 0;
    }

    /** The teachers' federation. */
    private boolean pluralPossessive(int i) {
        return normalised.at(i) == '\''
                && normalised.at(i - 1) == 's'
                && normalised.blank(i + 1)
                && normalised.letter(i + 2);
    }

    private boolean isAbbreviation(int start, int end) {
        boolean initials = end - start == 1 && Character.isUpperCase(normalised.at(start))
                || end - start > 2 && normalised.at(end - 2) == '.';
        return initials
                || end - start < 6 && (lexicon.classes(lowerCase(start, end) + '.') & WordClass.ABBREVIATION.bit) != 0;
    }

    private boolean startsSentence(TextToken token) {
        TextToken last = tokens.getLast();
        boolean opens = token.capital
                || token.isQuotation()
                || !token.word.isEmpty()
                        && (Character.isDigit(token.word.charAt(0)) || "([@#".contains(token.word.substring(0, 1)));
        if (last.endsSentence()) {
            return opens;
        }
        if (last.isQuotation()) {
            char sign = spans.get(last.span).lastSign(normalised);
            return sign == '.' && (token.capital || token.isQuotation())
                    || (sign == '?' || sign == '!')
                            && (token.capital && token.is(WordClass.STARTER) || token.isQuotation());
        }
        return (last.is(")") || last.is("'"))
                        && tokens.size() > 1
                        && tokens.get(tokens.size() - 2).endsSentence()
                        && opens
                || last.word.endsWith(".")
                        && last.word.length() > 3
                        && last.word.indexOf('.') < last.word.length() - 1
                        && token.capital
                        && token.is(WordClass.STARTER);
    }
}
