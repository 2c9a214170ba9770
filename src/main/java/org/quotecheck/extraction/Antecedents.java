package org.quotecheck.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Whom a pronoun or a description may mean: those named before, as subjects, speakers, holders of an office. */
final class Antecedents {
    private record Candidate(Person person, double score) {}

    private static final int SENTENCES_BACK = 12;
    private static final int SENTENCES_SALIENT = 4;
    private static final int MENTIONS_BACK = 200;
    private static final int MOST_CANDIDATES = 40;
    private static final int MANY_MENTIONS = 6;
    /**
     * What speaks for a person being meant by a pronoun, in sentences of distance; measured on annotated news articles.
     */
    private static final double SUBJECT = 2;

    private static final double SAME_SENTENCE = 2;
    private static final double LAST_SPEAKER = 1.5;
    private static final double SAME_GENDER = 1.5;
    private static final double POSSESSOR = 1;
    private static final double MENTION = 0.2;
    private final Prose prose;
    private final People people;
    private final Subjects subjects;
    private final Person[] subjectOfSentence;
    private int read;
    private int nextMention;
    private Person lastSpeaker;
    private int lastSpeech;

    Antecedents(Prose prose, People people, Subjects subjects) {
        this.prose = prose;
        this.people = people;
        this.subjects = subjects;
        this.subjectOfSentence = new Person[prose.sentenceCount()];
    }

    /** Somebody speaks in a sentence: whom "he" means next. */
    void speaks(Person person, int sentence) {
        lastSpeaker = person;
        lastSpeech = sentence;
    }

    /** Who "he" or "she" may be, most likely first: near, a subject, a speaker, not a possessor. */
    List<Person> ranked(Person.Gender gender, int token, int sentence) {
        List<Candidate> candidates = new ArrayList<>();
        int first = sentence - SENTENCES_BACK;
        for (int m = lastMentionBefore(token);
                m >= 0 && people.mentions.get(m).sentence() >= first && candidates.size() < MOST_CANDIDATES;
                m--) {
            People.Mention mention = people.mentions.get(m);
            if (mention.token() < token) {
                boolean subject = mention.person() == subjectOfSentence[mention.sentence()]
                        || mention.sentence() == sentence && isFirstOfSubordinate(m, sentence);
                candidates.add(candidate(
                        mention.person(), gender, sentence - mention.sentence(), subject, mention.possessive()));
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
        return candidates.stream()
                .filter(c -> c.person().gender.fits(gender))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .map(Candidate::person)
                .distinct()
                .toList();
    }

    /** "When | Ann Lee's boat sank, she said": the first person of the clause that opens the sentence. */
    private boolean isFirstOfSubordinate(int mention, int sentence) {
        TextToken opener = prose.at(prose.from(sentence));
        return opener.is(WordClass.CONJUNCTION)
                && !opener.is("and")
                && !opener.is("but")
                && !people.mentions.get(mention).possessive()
                && (mention == 0 || people.mentions.get(mention - 1).sentence() < sentence);
    }

    private Candidate candidate(
            Person person, Person.Gender gender, int distance, boolean subject, boolean possessive) {
        double score = -distance
                + (subject ? SUBJECT : 0)
                + (subject && distance == 0 ? SAME_SENTENCE : 0)
                + (person == lastSpeaker ? LAST_SPEAKER : 0)
                + (person.gender == gender ? SAME_GENDER : 0)
                - (possessive ? POSSESSOR : 0)
                + Math.min(person.mentions, MANY_MENTIONS) * MENTION;
        return new Candidate(person, score);
    }

    /** The person last named before to whom every word of "the Sicilian president" applies. */
    Person described(NounPhrase phrase, int sentence) {
        if (!prose.at(phrase.from()).is("the") && !prose.at(phrase.from()).is(WordClass.POSSESSIVE)) {
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

    /**
     * Those whom a bare surname may mean here: only the one whom the article named in full just before, if it did not
     * name the others there.
     */
    List<Person> salient(List<Person> namesakes, int token, int sentence) {
        List<Person> near = new ArrayList<>();
        for (int m = lastMentionBefore(token);
                m >= 0 && people.mentions.get(m).sentence() >= sentence - SENTENCES_SALIENT;
                m--) {
            People.Mention mention = people.mentions.get(m);
            if (mention.full() && namesakes.contains(mention.person()) && !near.contains(mention.person())) {
                near.add(mention.person());
            }
        }
        return near.size() == 1 ? near : namesakes;
    }

    private int lastMentionBefore(int token) {
        while (nextMention < people.mentions.size()
                && people.mentions.get(nextMention).token() < token) {
            nextMention++;
        }
        return nextMention - 1;
    }

    private boolean applies(NounPhrase phrase, Person person) {
        TextToken head = phrase.head(prose);
        int others = 0;
        for (int i = phrase.from() + 1; i < phrase.to() && prose.at(i) != head; i++) {
            if (!person.roles.contains(prose.at(i).word)) {
                return false;
            }
            others++;
        }
        return person.roles.contains(head.word) || head.is(WordClass.LEADER) && others > 0 && person.leadsState;
    }

    void readSubjects(int sentence) {
        for (; read <= sentence; read++) {
            NounPhrase subject = subjects.ofSentence(prose.from(read), prose.to(read));
            if (subject == null) {
                continue;
            }
            subjectOfSentence[read] = switch (subject.type()) {
                case NAME ->
                    people.named(NameParts.proper(prose, subject.headFrom(), subject.headTo()), subject.headTo());
                case DESCRIPTION -> described(subject, read);
                case PRONOUN -> {
                    Person.Gender gender = Person.gender(prose.at(subject.from()));
                    List<Person> ranked =
                            gender == Person.Gender.UNKNOWN ? List.of() : ranked(gender, subject.from(), read);
                    yield ranked.isEmpty() ? null : ranked.getFirst();
                }
            };
        }
    }
}
