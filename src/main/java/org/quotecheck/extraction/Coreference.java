package org.quotecheck.extraction;

import java.util.List;

/** Says who is meant by the subject of a reporting clause: a name, "she" or "the Danish prime minister". */
final class Coreference {
    /** Somebody who may be meant, and how sure that is (0 to 1). */
    record Referent(String name, Speaker.Type type, double confidence) {}

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

    /** Best first, at least one. Must be asked in the order of the text, because a speaker is who "he" means next. */
    List<Referent> of(NounPhrase phrase, int sentence) {
        antecedents.readSubjects(sentence);
        return switch (phrase.type()) {
            case NAME -> List.of(name(phrase, sentence));
            case PRONOUN -> pronoun(phrase, sentence);
            case DESCRIPTION -> List.of(description(phrase, sentence));
        };
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
            return new Referent(person.name, Speaker.Type.PERSON, 1);
        }
        String written = prose.name(organization ? phrase.headFrom() : proper, phrase.headTo());
        if (!organization) {
            antecedents.speaks(new Person(written, Person.gender(prose.at(proper))), sentence);
        }
        return new Referent(written, organization ? Speaker.Type.ORGANIZATION : Speaker.Type.PERSON, 0.9);
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
            return List.of(
                    several
                            ? weaker(before.isName() ? name(before, sentence) : written(before))
                            : new Referent(prose.name(phrase.from(), phrase.to()), Speaker.Type.UNNAMED, 0.3));
        }
        List<Person> ranked = antecedents.ranked(gender, phrase.from(), sentence);
        if (ranked.isEmpty()) {
            return List.of(new Referent(prose.name(phrase.from(), phrase.to()), Speaker.Type.UNNAMED, 0.3));
        }
        antecedents.speaks(ranked.getFirst(), sentence);
        double sure = ranked.size() == 1 ? 0.9 : 0.75;
        return ranked.stream()
                .limit(3)
                .map(p -> new Referent(p.name, Speaker.Type.PERSON, p == ranked.getFirst() ? sure : 0.4))
                .toList();
    }

    private static Referent weaker(Referent meaning) {
        return new Referent(meaning.name(), meaning.type(), 0.8 * meaning.confidence());
    }

    private Referent description(NounPhrase phrase, int sentence) {
        Person person = antecedents.described(phrase, sentence);
        if (person != null) {
            antecedents.speaks(person, sentence);
            return new Referent(person.name, Speaker.Type.PERSON, 0.85);
        }
        return written(phrase);
    }

    /** The source as the article words it: "a senior official", "the report", "audit office". */
    private Referent written(NounPhrase phrase) {
        TextToken head = phrase.head(prose);
        Speaker.Type type = head.is(WordClass.ROLE) || head.is(WordClass.KIN)
                ? Speaker.Type.UNNAMED
                : head.is(WordClass.DOCUMENT)
                        ? Speaker.Type.DOCUMENT
                        : head.is(WordClass.ORGANIZATION) ? Speaker.Type.ORGANIZATION : Speaker.Type.UNNAMED;
        int from = type == Speaker.Type.ORGANIZATION && prose.at(phrase.from()).is("the")
                ? phrase.from() + 1
                : phrase.from();
        return new Referent(prose.name(from, phrase.to()), type, 0.9);
    }
}
