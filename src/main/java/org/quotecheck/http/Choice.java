package org.quotecheck.http;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.quotecheck.problem.Problem;

/** A query parameter that takes the codes of an enum, as its constants give them. */
public final class Choice {

    private Choice() {}

    /** @throws Problem 400 that lists the codes */
    public static <E extends Enum<E>> E of(Class<E> type, String parameter, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.toString().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.malformed(parameter + " must be one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Enum::toString)
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
