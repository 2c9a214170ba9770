package org.quotecheck.extraction;

import static java.util.Objects.requireNonNull;

/**
 * Who the article says spoke.
 *
 * @param name full name, as the article first gives it, without title
 * @param jobTitle what stood before the name and says what the person is, such as "Mayor"; null without
 * @param rule name of the rule that found the speaker, e.g. {@code inverted_cue}
 * @param confidence 0 to 1; below {@relation Rule#THRESHOLD} a speaker is a candidate only
 */
public record Speaker(String name, Type type, String jobTitle, String rule, double confidence) {
    public Speaker {
        requireNonNull(name);
        requireNonNull(type);
    }

    /** GROUP stands for speakers without a proper name: "police", "residents", "a senior official". */
    public enum Type {
        PERSON,
        ORGANIZATION,
        DOCUMENT,
        GROUP
    }
}
