package org.quotecheck.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everybody whom the article names in full, findable by surname, first name and role. */
final class People {
    /** A place where a person is named. */
    record Mention(Person person, int token, int sentence, boolean possessive) {}

    private static final int LONGEST_NAME = 7;
    private static final int LONGEST_APPOSITION = 9;

    private final Prose prose;
    private final NounPhrases phrases;
    private final Map<String, Person> byFullName = new HashMap<>();
    private final Map<String, List<Person>> byWord = new HashMap<>();
    final List<Mention> mentions = new ArrayList<>();

    People(Prose prose) {
        this.prose = prose;
        this.phrases = new NounPhrases(prose);
        for (int s = 0; s < prose.sentenceCount(); s++) {
            scan(s, true);
        }
        for (int s = 0; s < prose.sentenceCount(); s++) {
            scan(s, false);
        }
    }

    private void scan(int sentence, boolean fullNames) {
        int to = prose.to(sentence);
        for (int i = prose.from(sentence); i < to; i++) {
            int end = runEnd(i, to);
            if (end > i) {
                boolean opener =
                        prose.at(i).is(WordClass.STARTER) || prose.at(i).is(WordClass.ADVERB);
                int from = opener && !prose.at(i).is(WordClass.TITLE) && end - i > 1 ? i + 1 : i;
                int proper = NameParts.proper(prose, from, end);
                if (fullNames) {
                    learn(from, proper, end);
                } else {
                    Person person = named(proper, end);
                    if (person != null) {
                        person.mentions++;
                        mentions.add(new Mention(
                                person,
                                i,
                                sentence,
                                prose.at(end).is("'s") || prose.at(end).is("'")));
                    }
                }
                i = end - 1;
            }
        }
    }

    private int runEnd(int i, int to) {
        int end = i;
        while (end < to
                && end - i < LONGEST_NAME
                && (phrases.isNameWord(end) && !prose.at(end).is(WordClass.DAY)
                        || end > i
                                && prose.at(end).is(WordClass.PARTICLE)
                                && (prose.at(end + 1).capital
                                        || prose.at(end + 1).is(WordClass.PARTICLE))
                        || end > i
                                && prose.at(end).is("of")
                                && prose.at(end - 1).is(WordClass.TITLE)
                                && prose.at(end + 1).capital)) {
            end++;
        }
        return end;
    }

    private void learn(int from, int proper, int end) {
        int surname = NameParts.surname(prose, proper, end);
        boolean titled = proper > from;
        if (surname == proper && !titled || NameParts.isOrganization(prose, proper, end) || surname - proper > 4) {
            return;
        }
        if (surname == proper) {
            return;
        }
        String key = prose.at(proper).word + ' ' + prose.at(surname).word;
        Person person = byFullName.computeIfAbsent(key, k -> introduce(proper, surname, end));
        for (int i = from - 3; i < proper; i++) {
            TextToken token = prose.at(i);
            if (i >= from || token.is(WordClass.ROLE) || token.is(WordClass.COUNTRY_ADJECTIVE)) {
                addRole(person, token);
            }
        }
        if (prose.at(end).is(",")) {
            for (int i = end + 1;
                    i < end + LONGEST_APPOSITION
                            && (prose.at(i).isWord() || prose.at(i).is("'s"))
                            && !prose.at(i).is(WordClass.RELATIVE);
                    i++) {
                addRole(person, prose.at(i));
            }
        }
    }

    private Person introduce(int proper, int surname, int end) {
        Person person = new Person(prose.name(proper, end), Person.gender(prose.at(proper)));
        byWord.computeIfAbsent(prose.at(surname).word, k -> new ArrayList<>(2)).add(person);
        byWord.computeIfAbsent(prose.at(proper).word, k -> new ArrayList<>(2)).add(person);
        return person;
    }

    private static void addRole(Person person, TextToken token) {
        person.leadsState |= token.is(WordClass.HEAD_OF_STATE);
        if (token.isWord() && !token.is(WordClass.DETERMINER) && !token.is(WordClass.PREPOSITION)) {
            person.roles.add(token.word.endsWith(".") ? token.word.substring(0, token.word.length() - 1) : token.word);
        }
        Person.Gender told =
                token.is(WordClass.TITLE) || token.is(WordClass.ROLE) ? Person.gender(token) : Person.Gender.UNKNOWN;
        person.gender = told == Person.Gender.UNKNOWN ? person.gender : told;
    }

    /** The person whom the name in [from, to), titles left out, means; null if the article names nobody so in full. */
    Person named(int from, int to) {
        int surname = NameParts.surname(prose, from, to);
        if (surname > from) {
            Person full = byFullName.get(prose.at(from).word + ' ' + prose.at(surname).word);
            if (full != null) {
                return full;
            }
            return null;
        }
        Person.Gender title = Person.gender(prose.at(from - 1));
        Person best = null;
        List<Person> known = byWord.getOrDefault(prose.at(surname).word, List.of());
        for (int i = 0; i < Math.min(known.size(), 20); i++) {
            Person person = known.get(i);
            if (person.gender.fits(title) && (best == null || person.mentions > best.mentions)) {
                best = person;
            }
        }
        return best;
    }
}
