package org.quotecheck.match;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quotecheck.http.Choice;

/**
 * What two claims have in common, or not: a code, and the words or numbers that it is about.
 *
 * @param agreeing how many words agree, null for other codes; {@code of} how many there are
 * @param here what the words asked for say, null where nothing is to be said; {@code there} what the claim says
 */
@RegisterForReflection
public record Reason(Why code, Integer agreeing, Integer of, String here, String there) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    /** With the same in English; what stands in braces is the reason's own. */
    @RegisterForReflection
    public enum Why {
        SAME_WORDS("the same words"),
        WORDS_AGREE("{agreeing} of {of} words agree"),
        OTHER_LANGUAGE("in another language: {there}"),
        NUMBERS_AGREE("numbers agree: {here}"),
        SAME_CLAIMANT("the same claimant"),
        SIMILAR_CLAIMANT("a claimant with a similar name: {there}"),
        OTHER_CLAIMANT("another claimant: {there}"),
        ONE_DENIES("only one of them denies something"),
        OTHER_DENIAL("each denies something different"),
        OTHER_NUMBER("another number: {there} instead of {here}"),
        OTHER_YEAR("another year: {there} instead of {here}"),
        NUMBER_MISSING("only one of them has {either}"),
        OTHER_BOUND("another bound: {there} instead of {here}"),
        OTHER_CHANGE("another change: {there} instead of {here}"),
        ONE_CONDITION("only one of them has a condition"),
        TURNED_ROUND("who does what is the other way round"),
        OPPOSITE("one says {here}, the other {there}"),
        OTHER_NAME("another name: {there} instead of {here}"),
        NAME_MISSING("only one of them names {either}"),
        OTHER_WORD("another word: {there} instead of {here}"),
        IN_LONGER_TEXT("in a longer text"),
        IN_DUPLICATE("in the words of a duplicate");

        private final String english;

        Why(String english) {
            this.english = english;
        }

        @JsonValue
        @Override
        public String toString() {
            return Choice.code(this);
        }
    }

    static Reason of(Why code) {
        return new Reason(code, null, null, null, null);
    }

    static Reason of(Why code, String here, String there) {
        return new Reason(code, null, null, here, there);
    }

    static Reason wordsAgree(int agreeing, int of) {
        return new Reason(Why.WORDS_AGREE, agreeing, of, null, null);
    }

    static List<String> english(List<Reason> reasons) {
        return reasons.stream().map(Reason::english).toList();
    }

    private String english() {
        return PLACE.matcher(code.english).replaceAll(place -> Matcher.quoteReplacement(filled(place.group(1))));
    }

    private String filled(String place) {
        return switch (place) {
            case "agreeing" -> agreeing.toString();
            case "of" -> of.toString();
            case "here" -> here;
            case "there" -> there;
            default -> Stream.of(here, there).filter(Objects::nonNull).collect(Collectors.joining(", "));
        };
    }
}
