package org.quotecheck.extraction;

/**
 * Who the article says spoke.
 *
 * @param name full name, as the article first gives it, without title
 * @param rule name of the rule that found the speaker, e.g. {@code inverted_cue}
 * @param confidence 0 to 1; below {@relation Rule#THRESHOLD} a speaker is a candidate only
 */
public record Speaker(String name, Type type, String rule, double confidence) {
    /** UNNAMED is a source without a name, such as "a senior official". */
    public enum Type {
        PERSON,
        ORGANIZATION,
        DOCUMENT,
        UNNAMED
    }
}
