package org.quotecheck.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.quotecheck.problem.Problem;

/** The codes of enums in requests and answers: what their constants' {@code toString} returns. */
public final class Choice {

    private Choice() {}

    /** The code of a constant that is kept nowhere under another name: its own in lower case. */
    public static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The constant that a query parameter names
     *
     * @throws Problem 400 that lists the codes
     */
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
