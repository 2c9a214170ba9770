package org.quotecheck.extraction;

import java.util.List;

/** Says who is meant by the subject of a reporting clause: a name, "she" or "the Danish prime minister". */
final class Coreference {
    /** Somebody who may be meant, and how sure that is (0 to 1). */
    record Referent(String name, Speaker.Type type, String jobTitle, double confidence) {
        Referent(String name, Speaker.Type type, double confidence) {
            this(name, type, null, confidence);
        }

        static Referent of(Person person, double confidence) {
            return new Referent(person.name, Speaker.Type.PERSON, person.jobTitle, confidence);
        }

        Referent with(double other) {
            return new Referent(name, type, jobTitle, other);
        }
    }

    /** Shared by all whom the words fit equally, so that none of them alone is sure enough. */
    private static final double EQUALLY_LIKELY = 0.8;

    private final Prose prose;
    private final People people;
    private final Subjects subjects;
    private final Antecedents antecedents;

    Coreference(Prose prose) {
        this.prose = prose;
        this.people = new People(prose);
        this.subjects = new Subjects(prose, new NounPhrases(prose));
        this.antecedents = new Antecedents(prose, people, subjects);
    }

    /**
     * Best first; none for a pronoun that means nobody known. Must be asked in the order of the text, because a speaker
     * is who "he" means next.
     */
    List<Referent> of(NounPhrase phrase, int sentence) {
        antecedents.readSubjects(sentence);
        return switch (phrase.type()) {
            case NAME -> names(phrase, sentence);
            case PRONOUN -> pronoun(phrase, sentence);
            case DESCRIPTION -> List.of(description(phrase, sentence));
        };
    }

    /** One for each of "Ann Lee and Tom Boyd", and for each who bears a bare surname: the words fit all equally. */
    private List<Referent> names(NounPhrase phrase, int sentence) {
        int and = NameParts.and(prose, phrase.headFrom(), phrase.headTo());
        if (and > 0) {
            return List.of(
                    shared(name(phrase.part(phrase.headFrom(), and), sentence), 2),
                    shared(
                            name(
                                    phrase.part(NameParts.afterRole(prose, and + 1, phrase.headTo()), phrase.headTo()),
                                    sentence),
                            2));
        }
        int proper = NameParts.proper(prose, phrase.headFrom(), phrase.headTo());
        List<Person> namesakes = NameParts.isOrganization(prose, phrase.headFrom(), phrase.headTo())
                ? List.of()
                : antecedents.salient(people.namesakes(proper, phrase.headTo()), phrase.from(), sentence);
        return namesakes.size() < 2
                ? List.of(name(phrase, sentence))
                : namesakes.stream()
                        .limit(3)
                        .map(p -> Referent.of(p, EQUALLY_LIKELY / namesakes.size()))
                        .toList();
    }

    private static Referent shared(Referent referent, int by) {
        return referent.with(EQUALLY_LIKELY / by);
    }

    private Referent name(NounPhrase phrase, int sentence) {
        boolean unnamed = phrase.headTo() - phrase.headFrom() == 1
                && prose.at(phrase.headFrom()).is(WordClass.ROLE);
        if (unnamed && people.named(phrase.headFrom(), phrase.headTo()) == null) {
            return written(phrase);
        }
        int proper = NameParts.proper(prose, phrase.headFrom(), phrase.headTo());
        boolean organization = NameParts.isOrganization(prose, phrase.headFrom(), phrase.headTo());
        Person person = organization ? null : people.named(proper, phrase.headTo());
        if (person != null) {
            antecedents.speaks(person, sentence);
            return Referent.of(person, 1);
        }
        String written = prose.name(organization ? phrase.headFrom() : proper, phrase.headTo());
        if (!organization) {
            antecedents.speaks(new Person(written, Person.gender(prose.at(proper))), sentence);
        }
        return organization
                ? new Referent(written, Speaker.Type.ORGANIZATION, 0.85)
                : new Referent(written, Speaker.Type.PERSON, NameParts.jobTitle(prose, phrase.from(), proper), 0.85);
    }

    private List<Referent> pronoun(NounPhrase phrase, int sentence) {
        TextToken token = prose.at(phrase.from());
        Person.Gender gender = Person.gender(token);
        if (gender == Person.Gender.UNKNOWN) {
            NounPhrase before = token.is("they") && sentence > 0
                    ? subjects.ofSentence(prose.from(sentence - 1), prose.to(sentence - 1))
                    : null;
            boolean several =
                    before != null && before.type() != NounPhrase.MentionType.PRONOUN && before.from() != phrase.from();
            return several ? List.of(weaker(before.isName() ? name(before, sentence) : written(before))) : List.of();
        }
        List<Person> ranked = antecedents.ranked(gender, phrase.from(), sentence);
        if (ranked.isEmpty()) {
            NounPhrase before =
                    sentence > 0 ? subjects.ofSentence(prose.from(sentence - 1), prose.to(sentence - 1)) : null;
            if (before != null
                    && before.type() == NounPhrase.MentionType.DESCRIPTION
                    && Person.gender(before.head(prose)) == gender) {
                return List.of(weaker(written(before)));
            }
            return List.of();
        }
        antecedents.speaks(ranked.getFirst(), sentence);
        double sure = ranked.size() == 1 ? 0.95 : 0.92;
        return ranked.stream()
                .limit(3)
                .map(p -> Referent.of(p, p == ranked.getFirst() ? sure : 0.4))
                .toList();
    }

    private static Referent weaker(Referent referent) {
        return referent.with(0.8 * referent.confidence());
    }

    private Referent description(NounPhrase phrase, int sentence) {
        Person person = antecedents.described(phrase, sentence);
        if (person != null) {
            antecedents.speaks(person, sentence);
            return Referent.of(person, 0.75);
        }
        return written(phrase);
    }

    /** The source as the article words it: "a senior official", "the report", "audit office". */
    private Referent written(NounPhrase phrase) {
        TextToken head = phrase.head(prose);
        Speaker.Type type = head.is(WordClass.ROLE) || head.is(WordClass.KIN)
                ? Speaker.Type.GROUP
                : head.is(WordClass.DOCUMENT)
                        ? Speaker.Type.DOCUMENT
                        : head.is(WordClass.ORGANIZATION) ? Speaker.Type.ORGANIZATION : Speaker.Type.GROUP;
        int from = type == Speaker.Type.ORGANIZATION && prose.at(phrase.from()).is("the")
                ? phrase.from() + 1
                : phrase.from();
        return new Referent(prose.name(from, phrase.to()), type, 0.85);
    }
}
