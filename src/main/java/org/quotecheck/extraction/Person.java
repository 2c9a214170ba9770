package org.quotecheck.extraction;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Somebody whom the article names in full, with what it says about the person. */
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

    /** Whether one of the roles is that of a head of state, whom "the Danish leader" means too. */
    boolean leadsState;

    /** What stood before the name where it was first told: "Mayor", "bus driver"; null without. */
    String jobTitle;

    Gender gender;
    int mentions;
    /** Those with first name and surname. */
    int fullMentions;

    Person(String name, Gender gender) {
        this.name = name;
        this.gender = gender;
    }

    boolean isSurname(String word) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(' ' + word) || lower.contains(' ' + word + ' ') || lower.contains(' ' + word + ',');
    }

    /** "Donald J. Trump" and "Donald Trump": two spellings of one name. */
    boolean sharesGivenName(Person other) {
        String[] given = name.split(" ");
        for (int i = 0; i < given.length - 1; i++) {
            if ((' ' + other.name + ' ').contains(' ' + given[i] + ' ')) {
                return true;
            }
        }
        return this == other;
    }

    /** The gender that a word's classes tell. */
    static Gender gender(TextToken token) {
        boolean male = token.is(WordClass.MALE) || token.is(WordClass.MALE_NOUN);
        boolean female = token.is(WordClass.FEMALE) || token.is(WordClass.FEMALE_NOUN);
        return male == female ? Gender.UNKNOWN : male ? Gender.MALE : Gender.FEMALE;
    }
}
