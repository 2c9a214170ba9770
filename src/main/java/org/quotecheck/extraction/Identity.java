package org.quotecheck.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Says who is meant by the subject of a reporting clause: a name, "she" or "the Polish prime minister". */
final class Identity {
    /** Somebody who may be meant, and how sure that is (0 to 1). */
    record Meaning(String name, Speaker.Type type, double confidence) { }

    private record Candidate(Person person, double score) { }

    private static final int SENTENCES_BACK = 12;
    private static final int MENTIONS_BACK = 200;
    private static final int MOST_CANDIDATES = 40;
    private static final int MANY_MENTIONS = 6;
    /** What speaks for a person being meant by a pronoun, in sentences of distance; measured on annotated news articles. */
    private static final double SUBJECT = 2;
    private static final double LAST_SPEAKER = 1.5;
    private static final double SAME_GENDER = 1.5;
    private static final double POSSESSOR = 1;
    private static final double MENTION = 0.2;
    private static final Set<String> HEADS_OF_STATE = Set.of("president", "premier", "chancellor", "prime", "king");

    private final Prose prose;
    private final People people;
    private final Subjects subjects;
    private final Person[] subjectOfSentence;
    private int read;
    private int nextMention;
    private Person lastSpeaker;
    private int lastSpeech;

    Identity(Prose prose) {
        this.prose = prose;
        this.people = new People(prose);
        this.subjects = new Subjects(prose, new NounPhrases(prose));
        this.subjectOfSentence = new Person[prose.sentenceCount()];
    }

    /** Best first, at least one. Must be asked in the order of the text, because a speaker is who "he" means next. */
    List<Meaning> of(NounPhrase phrase, int sentence) {
        readSubjects(sentence);
        return switch (phrase.kind()) {
            case NAME -> List.of(name(phrase, sentence));
            case PRONOUN -> pronoun(phrase, sentence);
            case DESCRIPTION -> List.of(description(phrase, sentence));
        };
    }

    private Meaning name(NounPhrase phrase, int sentence) {
        boolean unnamed = phrase.headTo() - phrase.headFrom() == 1 && prose.at(phrase.headFrom()).is(Trait.ROLE);
        if (unnamed && people.named(phrase.headFrom(), phrase.headTo()) == null) {
            return written(phrase);
        }
        int proper = NameParts.proper(prose, phrase.headFrom(), phrase.headTo());
        boolean organization = NameParts.isOrganization(prose, phrase.headFrom(), phrase.headTo());
        Person person = organization ? null : people.named(proper, phrase.headTo());
        if (person != null) {
            speaks(person, sentence);
            return new Meaning(person.name, Speaker.Type.PERSON, 1);
        }
        String written = prose.name(organization ? phrase.headFrom() : proper, phrase.headTo());
        if (!organization) {
            speaks(new Person(written, Person.gender(prose.at(proper))), sentence);
        }
        return new Meaning(written, organization ? Speaker.Type.ORGANIZATION : Speaker.Type.PERSON, 0.9);
    }

    private void speaks(Person person, int sentence) {
        lastSpeaker = person;
        lastSpeech = sentence;
    }

    private List<Meaning> pronoun(NounPhrase phrase, int sentence) {
        Token token = prose.at(phrase.from());
        Person.Gender gender = Person.gender(token);
        if (gender == Person.Gender.UNKNOWN) {
            NounPhrase before = token.is("they")
                    && sentence > 0 ? subjects.ofSentence(prose.from(sentence - 1), prose.to(sentence - 1)) : null;
            boolean several = before != null && before.kind() != NounPhrase.Kind.PRONOUN && before.from() != phrase.from();
            return List.of(several ? weaker(before.isName()
                    ? name(before, sentence) : written(before))
                    : new Meaning(prose.name(phrase.from(), phrase.to()), Speaker.Type.UNNAMED, 0.3));
        }
        List<Person> ranked = ranked(gender, phrase.from(), sentence);
        if (ranked.isEmpty()) {
            return List.of(new Meaning(prose.name(phrase.from(), phrase.to()), Speaker.Type.UNNAMED, 0.3));
        }
        speaks(ranked.getFirst(), sentence);
        double sure = ranked.size() == 1 ? 0.9 : 0.75;
        return ranked.stream().limit(3).map(p -> new Meaning(p.name, Speaker.Type.PERSON, p == ranked.getFirst()
                ? sure : 0.4)).toList();
    }

    private static Meaning weaker(Meaning meaning) {
        return new Meaning(meaning.name(), meaning.type(), 0.8 * meaning.confidence());
    }

    /** Who "he" or "she" may be, most likely first: near, a subject, a speaker, not a possessor. */
    private List<Person> ranked(Person.Gender gender, int token, int sentence) {
        List<Candidate> candidates = new ArrayList<>();
        int first = sentence - SENTENCES_BACK;
        for (int m = lastMentionBefore(token); m >= 0 && people.mentions.get(m).sentence() >= first
                && candidates.size() < MOST_CANDIDATES; m--) {
            People.Mention mention = people.mentions.get(m);
            if (mention.token() < token) {
                boolean subject = mention.person() == subjectOfSentence[mention.sentence()];
                candidates.add(candidate(mention.person(), gender, sentence - mention.sentence(), subject, mention.possessive()));
            }
        }
        for (int s = sentence - 1; s >= Math.max(0, first); s--) {
            if (subjectOfSentence[s] != null) {
                candidates.add(candidate(subjectOfSentence[s], gender, sentence - s, true, false));
            }
        }
        if (lastSpeaker != null && lastSpeech >= first) {
            candidates.add(candidate(lastSpeaker, gender, sentence - lastSpeech, lastSpeech < sentence, false));
        }
        return candidates.stream().filter(c -> c.person().gender.fits(gender))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed()).map(Candidate::person).distinct().toList();
    }

    private Candidate candidate(Person person, Person.Gender gender, int distance, boolean subject, boolean possessive) {
        double score = -distance + (subject ? SUBJECT : 0) + (person == lastSpeaker
                ? LAST_SPEAKER : 0) + (person.gender == gender ? SAME_GENDER : 0)
                - (possessive ? POSSESSOR : 0) + Math.min(person.mentions, MANY_MENTIONS) * MENTION;
        return new Candidate(person, score);
    }

    private Meaning description(NounPhrase phrase, int sentence) {
        Person person = described(phrase, sentence);
        if (person != null) {
            speaks(person, sentence);
            return new Meaning(person.name, Speaker.Type.PERSON, 0.85);
        }
        return written(phrase);
    }

    /** The source as the article words it: "a senior official", "the report", "audit office". */
    private Meaning written(NounPhrase phrase) {
        Token head = head(phrase);
        Speaker.Type type = head.is(Trait.ROLE) || head.is(Trait.KIN) ? Speaker.Type.UNNAMED
                : head.is(Trait.DOCUMENT) ? Speaker.Type.DOCUMENT : head.is(Trait.ORGANIZATION)
                        ? Speaker.Type.ORGANIZATION : Speaker.Type.UNNAMED;
        int from = type == Speaker.Type.ORGANIZATION && prose.at(phrase.from()).is("the") ? phrase.from() + 1 : phrase.from();
        return new Meaning(prose.name(from, phrase.to()), type, 0.9);
    }

    private Token head(NounPhrase phrase) {
        int i = phrase.from();
        while (i + 1 < phrase.to() && !prose.at(i + 1).is(Trait.PREPOSITION)) {
            i++;
        }
        return prose.at(i);
    }

    /** The person last named before to whom every word of "the Ukrainian president" applies. */
    private Person described(NounPhrase phrase, int sentence) {
        if (!prose.at(phrase.from()).is("the") && !prose.at(phrase.from()).is(Trait.POSSESSIVE)) {
            return null;
        }
        for (int s = sentence; s >= Math.max(0, sentence - 3); s--) {
            if (subjectOfSentence[s] != null && applies(phrase, subjectOfSentence[s])) {
                return subjectOfSentence[s];
            }
        }
        int last = lastMentionBefore(phrase.from());
        for (int m = last; m >= Math.max(0, last - MENTIONS_BACK); m--) {
            if (applies(phrase, people.mentions.get(m).person())) {
                return people.mentions.get(m).person();
            }
        }
        return null;
    }

    private int lastMentionBefore(int token) {
        while (nextMention < people.mentions.size() && people.mentions.get(nextMention).token() < token) {
            nextMention++;
        }
        return nextMention - 1;
    }

    private boolean applies(NounPhrase phrase, Person person) {
        Token head = head(phrase);
        int others = 0;
        for (int i = phrase.from() + 1; i < phrase.to() && prose.at(i) != head; i++) {
            if (!person.roles.contains(prose.at(i).word)) {
                return false;
            }
            others++;
        }
        return person.roles.contains(head.word)
                || head.is("leader") && others > 0 && HEADS_OF_STATE.stream().anyMatch(person.roles::contains);
    }

    private void readSubjects(int sentence) {
        for (; read <= sentence; read++) {
            NounPhrase subject = subjects.ofSentence(prose.from(read), prose.to(read));
            if (subject == null) {
                continue;
            }
            subjectOfSentence[read] = switch (subject.kind()) {
                case NAME -> people.named(NameParts.proper(prose, subject.headFrom(), subject.headTo()), subject.headTo());
                case DESCRIPTION -> described(subject, read);
                case PRONOUN -> {
                    Person.Gender gender = Person.gender(prose.at(subject.from()));
                    List<Person> ranked = gender == Person.Gender.UNKNOWN ? List.of() : ranked(gender, subject.from(), read);
                    yield ranked.isEmpty() ? null : ranked.getFirst();
                }
            };
        }
    }
}
