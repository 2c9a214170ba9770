package org.quotecheck.deployment;

import org.eclipse.microprofile.config.spi.Converter;

/**
 * Takes {@code true} and {@code false} alone; MicroProfile's own converter takes anything it does not know as false.
 */
public class TrueOrFalse implements Converter<Boolean> {

    @Override
    public Boolean convert(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false, but is \"" + value + '"');
        };
    }
}
