package org.quotecheck.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Says who is meant by the subject of a reporting clause: a name, "she" or "the Polish prime minister". */
final class Identity {
    /** Somebody who may be meant, and how sure that is (0 to 1). */
    record Meaning(String name, Speaker.Type type, double confidence) { }

    private static final int SENTENCES_BACK = 12;
    private static final Set<String> HEADS_OF_STATE = Set.of("president", "premier", "chancellor", "prime", "king");

    private final Prose prose;
    private final People people;
    private final Subjects subjects;
    private final Person[] subjectOfSentence;
    private int read;
    private int nextMention;
    private Person lastSpeaker;

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
            case NAME -> List.of(name(phrase));
            case PRONOUN -> pronoun(phrase, sentence);
            case DESCRIPTION -> List.of(description(phrase, sentence));
        };
    }

    private Meaning name(NounPhrase phrase) {
        int proper = NameParts.proper(prose, phrase.headFrom(), phrase.headTo());
        boolean organization = NameParts.isOrganization(prose, phrase.headFrom(), phrase.headTo());
        Person person = organization ? null : people.named(proper, phrase.headTo());
        if (person != null) {
            lastSpeaker = person;
            return new Meaning(person.name, Speaker.Type.PERSON, 1);
        }
        String written = prose.text(organization ? phrase.headFrom() : proper, phrase.headTo());
        return new Meaning(written, organization ? Speaker.Type.ORGANIZATION : Speaker.Type.PERSON, 0.9);
    }

    private List<Meaning> pronoun(NounPhrase phrase, int sentence) {
        Token token = prose.at(phrase.from());
        Person.Gender gender = Person.gender(token);
        if (gender == Person.Gender.UNKNOWN) {
            NounPhrase before = token.is("they") && sentence > 0 ? subjects.ofSentence(prose.from(sentence - 1), prose.to(sentence - 1)) : null;
            boolean several = before != null && before.kind() != NounPhrase.Kind.PRONOUN && before.from() != phrase.from();
            return List.of(several ? weaker(before.isName() ? name(before) : written(before)) : new Meaning(prose.text(phrase.from(), phrase.to()), Speaker.Type.UNNAMED, 0.3));
        }
        List<Person> ranked = ranked(gender, phrase.from(), sentence);
        if (ranked.isEmpty()) {
            return List.of(new Meaning(prose.text(phrase.from(), phrase.to()), Speaker.Type.UNNAMED, 0.3));
        }
        lastSpeaker = ranked.getFirst();
        double sure = ranked.size() == 1 ? 0.9 : 0.75;
        return ranked.stream().limit(3).map(p -> new Meaning(p.name, Speaker.Type.PERSON, p == ranked.getFirst() ? sure : 0.4)).toList();
    }

    private static Meaning weaker(Meaning meaning) {
        return new Meaning(meaning.name(), meaning.type(), 0.8 * meaning.confidence());
    }

    /** Who "he" or "she" may be, most likely first: near, a subject, a speaker, not a possessor. */
    private List<Person> ranked(Person.Gender gender, int token, int sentence) {
        record Candidate(Person person, double score) { }
        List<Candidate> candidates = new ArrayList<>();
        while (nextMention < people.mentions.size() && people.mentions.get(nextMention).token() < token) {
            nextMention++;
        }
        for (int m = nextMention - 1; m >= 0 && people.mentions.get(m).sentence() >= sentence - SENTENCES_BACK && candidates.size() < 40; m--) {
            People.Mention mention = people.mentions.get(m);
            if (mention.token() < token && mention.person().gender.fits(gender)) {
                double score = -(sentence - mention.sentence()) - (mention.possessive() ? 1 : 0)
                        + (mention.person() == subjectOfSentence[mention.sentence()] ? 2 : 0) + (mention.person() == lastSpeaker ? 1.5 : 0)
                        + (mention.person().gender == gender ? 1.5 : 0) + Math.min(mention.person().mentions, 6) * 0.2;
                candidates.add(new Candidate(mention.person(), score));
            }
        }
        for (int s = sentence - 1; s >= Math.max(0, sentence - SENTENCES_BACK); s--) {
            Person person = subjectOfSentence[s];
            if (person != null && person.gender.fits(gender)) {
                candidates.add(new Candidate(person, 2 - (sentence - s) + (person == lastSpeaker ? 1.5 : 0) + (person.gender == gender ? 1.5 : 0)
                        + Math.min(person.mentions, 6) * 0.2));
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return candidates.stream().map(Candidate::person).distinct().toList();
    }

    private Meaning description(NounPhrase phrase, int sentence) {
        Person person = described(phrase, sentence);
        if (person != null) {
            lastSpeaker = person;
            return new Meaning(person.name, Speaker.Type.PERSON, 0.85);
        }
        return written(phrase);
    }

    /** The source as the article words it: "a senior official", "the report", "audit office". */
    private Meaning written(NounPhrase phrase) {
        Token head = head(phrase);
        Speaker.Type type = head.is(Trait.ROLE) || head.is(Trait.KIN) ? Speaker.Type.UNNAMED
                : head.is(Trait.DOCUMENT) ? Speaker.Type.DOCUMENT : head.is(Trait.ORGANIZATION) ? Speaker.Type.ORGANIZATION : Speaker.Type.UNNAMED;
        int from = type == Speaker.Type.ORGANIZATION && prose.at(phrase.from()).is("the") ? phrase.from() + 1 : phrase.from();
        return new Meaning(prose.text(from, phrase.to()), type, 0.9);
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
        int looked = 0;
        for (int m = people.mentions.size() - 1; m >= 0 && looked < 200; m--) {
            if (people.mentions.get(m).token() < phrase.from()) {
                looked++;
                if (applies(phrase, people.mentions.get(m).person())) {
                    return people.mentions.get(m).person();
                }
            }
        }
        return null;
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
        return person.roles.contains(head.word) || head.is("leader") && others > 0 && HEADS_OF_STATE.stream().anyMatch(person.roles::contains);
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
