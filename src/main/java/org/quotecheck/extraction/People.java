package org.quotecheck.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everybody whom the article names in full, findable by surname, first name and role. */
final class People {
    /** A place where a person is named. */
    record Mention(Person person, int token, int sentence, boolean full, boolean possessive) {}

    private static final int LONGEST_NAME = 7;
    private static final int LONGEST_APPOSITION = 9;
    private static final int LONGEST_TITLE = 3;
    /** Owns a surname that stands in the headline, before anybody is named in full. */
    private static final Person FIRST_NAMED = new Person("", Person.Gender.UNKNOWN);

    private static final Person NOBODY = new Person("", Person.Gender.UNKNOWN);
    private static final int MOST_NAMESAKES = 20;
    private static final int FAR_MORE_OFTEN = 3;

    private final Prose prose;
    private final NounPhrases phrases;
    private final PageLabels labels;
    private final Map<String, Person> byFullName = new HashMap<>();
    /** By surname: the only one who was named in full so far, nobody if there are several. */
    private final Map<String, Person> introduced = new HashMap<>();
    /** By surname: whom its first bare use means, nobody where several bear it. */
    private final Map<String, Person> owners = new HashMap<>();

    private final Map<String, List<Person>> byWord = new HashMap<>();
    final List<Mention> mentions = new ArrayList<>();

    People(Prose prose) {
        this.prose = prose;
        this.phrases = new NounPhrases(prose);
        this.labels = new PageLabels(prose);
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
                        own(proper, end);
                        person.mentions++;
                        person.fullMentions += NameParts.surname(prose, proper, end) > proper ? 1 : 0;
                        mentions.add(new Mention(
                                person,
                                i,
                                sentence,
                                NameParts.surname(prose, proper, end) > proper,
                                prose.at(end).is("'s") || prose.at(end).is("'")));
                    }
                }
                i = end - 1;
            }
        }
    }

    /** The first bare use of a surname belongs to the only one who was named in full until then. */
    private void own(int proper, int end) {
        int surname = NameParts.surname(prose, proper, end);
        String word = prose.at(surname).word;
        if (surname == proper) {
            owners.putIfAbsent(word, introduced.getOrDefault(word, FIRST_NAMED));
        } else {
            Person person = byFullName.get(prose.at(proper).word + ' ' + word);
            owners.replace(word, FIRST_NAMED, person);
            introduced.merge(word, person, (first, other) -> first.sharesGivenName(other) ? first : NOBODY);
        }
    }

    private int runEnd(int i, int to) {
        int end = i;
        while (end < to
                && end - i < LONGEST_NAME
                && (phrases.isNameWord(end) && !phrases.isDate(end)
                        || end > i && phrases.isNickname(end)
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
        if (prose.at(end).is(":")
                && labels.isLabel(new NounPhrase(from, end, from, end, NounPhrase.MentionType.NAME))) {
            return;
        }
        if (surname == proper || prose.at(from - 1).is("the") && !titled) {
            return; // "the Harbour Watch" is no person
        }
        String key = prose.at(proper).word + ' ' + prose.at(surname).word;
        Person person = byFullName.computeIfAbsent(key, k -> introduce(proper, surname, end));
        if (person.jobTitle == null) {
            person.jobTitle = NameParts.jobTitle(prose, firstOfTitle(from), proper);
        }
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

    /** "bus driver | Ola Berg": the words in small letters that belong to the title before a name. */
    private int firstOfTitle(int from) {
        int first = from;
        while (from - first < LONGEST_TITLE && isInTitle(first - 1, first == from)) {
            first--;
        }
        return first;
    }

    private boolean isInTitle(int i, boolean last) {
        TextToken token = prose.at(i);
        boolean role = token.is(WordClass.ROLE) || token.is(WordClass.TITLE);
        boolean modifier = phrases.isModifier(i) || token.is(WordClass.ORGANIZATION);
        return token.isWord() && !token.is(WordClass.FINITE) && (role || !last && modifier);
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

    /**
     * Everybody whom a bare surname may mean as well as the one it means most likely, best first. It is one person
     * where title or gender tells, where the article names one of them far more often in full, or where it used the
     * bare surname before it named the others.
     */
    List<Person> namesakes(int from, int to) {
        Person best = named(from, to);
        if (best == null || NameParts.surname(prose, from, to) > from) {
            return best == null ? List.of() : List.of(best);
        }
        Person.Gender title = Person.gender(prose.at(from - 1));
        List<Person> equals = new ArrayList<>(List.of(best));
        if (owners.getOrDefault(prose.at(from).word, NOBODY) != NOBODY) {
            return equals;
        }
        List<Person> known = byWord.get(prose.at(from).word);
        for (int i = 0; i < Math.min(known.size(), MOST_NAMESAKES); i++) {
            Person other = known.get(i);
            if (other != best
                    && other.isSurname(prose.at(from).word)
                    && !other.sharesGivenName(best)
                    && other.gender != Person.Gender.UNKNOWN
                    && best.gender != Person.Gender.UNKNOWN
                    && other.gender.fits(title)
                    && other.fullMentions * FAR_MORE_OFTEN >= best.fullMentions) {
                equals.add(other);
            }
        }
        return equals;
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
        for (int i = 0; i < Math.min(known.size(), MOST_NAMESAKES); i++) {
            Person person = known.get(i);
            if (person.gender.fits(title) && (best == null || person.mentions > best.mentions)) {
                best = person;
            }
        }
        return best;
    }
}
