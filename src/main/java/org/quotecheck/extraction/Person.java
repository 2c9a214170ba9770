package org.quotecheck.extraction;

import java.util.HashSet;
import java.util.Set;

/** Somebody whom the article names in full, with what it says of the person. */
final class Person {
    enum Gender {
        MALE,
        FEMALE,
        UNKNOWN;

        boolean fits(Gender other) {
            return this == UNKNOWN || other == UNKNOWN || this == other;
        }
    }

    final String name;
    /** Titles, offices, nationality: the words by which a description may mean this person. */
    final Set<String> roles = new HashSet<>();

    /** Whether one of the roles is that of a head of state, whom "the Danish leader" means, too. */
    boolean leadsState;

    Gender gender;
    int mentions;

    Person(String name, Gender gender) {
        this.name = name;
        this.gender = gender;
    }

    /** The gender that a word's classes tell. */
    static Gender gender(TextToken token) {
        boolean male = token.is(WordClass.MALE) || token.is(WordClass.MALE_NOUN);
        boolean female = token.is(WordClass.FEMALE) || token.is(WordClass.FEMALE_NOUN);
        return male == female ? Gender.UNKNOWN : male ? Gender.MALE : Gender.FEMALE;
    }
}
