package org.quotecheck.infra;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** What was given with {@code -c name=value}, by name; reads are typed, and refuse what does not fit. */
record Parameters(Map<String, String> values) {

    /**
     * @throws WrongParameter where one is given that nobody asks for, such as a misspelt one, or one without a value
     */
    void allow(Set<String> names) {
        var unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(names);
        if (!unknown.isEmpty()) {
            throw new WrongParameter(
                    "There is no parameter " + unknown.first() + ": infra/README.md lists those that exist.");
        }
        // a shell's variable that is not set must not deploy to the default
        values.forEach((name, value) -> {
            if (value.isBlank()) {
                throw new WrongParameter(
                        "The parameter " + name + " is empty: give -c " + name + "=… a value, or leave it out.");
            }
        });
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * @param form a regular expression
     * @param example what it could be
     */
    Optional<String> text(String name, String form, String example) {
        var value = text(name);
        if (value.isPresent() && !value.get().matches(form)) {
            throw wrong(name, "such as " + example);
        }
        return value;
    }

    String needed(String name, String form, String example) {
        return text(name, form, example)
                .orElseThrow(() -> new WrongParameter(
                        "The parameter " + name + " is missing: give -c " + name + "=…, such as " + example + "."));
    }

    int number(String name, int otherwise, int least, int most) {
        return (int) decimal(name, otherwise, least, most, "[0-9]{1,9}", "a whole number");
    }

    /** Also {@code none}: nothing, whatever it would be otherwise. */
    OptionalInt numberOrNone(String name, OptionalInt otherwise, int least, int most) {
        var value = text(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        return value.get().equals("none")
                ? OptionalInt.empty()
                : OptionalInt.of((int) decimal(name, 0, least, most, "[0-9]{1,9}", "none, or a whole number"));
    }

    /** Aurora's capacity units, which come in halves. */
    double capacity(String name, double otherwise, double least, double most) {
        return decimal(name, otherwise, least, most, "[0-9]{1,3}(\\.[05])?", "a multiple of 0.5");
    }

    boolean flag(String name, boolean otherwise) {
        if (!text(name).orElse("true").matches("true|false")) {
            throw wrong(name, "true or false");
        }
        return text(name).map(Boolean::parseBoolean).orElse(otherwise);
    }

    <E extends Enum<E>> E choice(String name, E otherwise, Map<String, E> choices) {
        var value = text(name);
        if (value.isPresent() && !choices.containsKey(value.get())) {
            throw wrong(name, "one of " + String.join(", ", new TreeSet<>(choices.keySet())));
        }
        return value.map(choices::get).orElse(otherwise);
    }

    /**
     * All of them or none
     *
     * @throws WrongParameter where some are missing
     */
    boolean together(String... names) {
        var given = Arrays.stream(names).filter(name -> text(name).isPresent()).toList();
        if (!given.isEmpty() && given.size() < names.length) {
            throw new WrongParameter("The parameters " + String.join(", ", names)
                    + " must be given together or not at all; only " + String.join(", ", given) + " was given.");
        }
        return !given.isEmpty();
    }

    private double decimal(String name, double otherwise, double least, double most, String form, String what) {
        var value = text(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!value.get().matches(form)
                || Double.parseDouble(value.get()) < least
                || Double.parseDouble(value.get()) > most) {
            throw wrong(name, what + " from " + plain(least) + " to " + plain(most));
        }
        return Double.parseDouble(value.get());
    }

    private WrongParameter wrong(String name, String right) {
        return new WrongParameter(
                "The parameter " + name + " cannot be \"" + values.get(name) + "\": it must be " + right + ".");
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
