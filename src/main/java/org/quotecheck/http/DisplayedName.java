package org.quotecheck.http;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A name that reads as it is stored: no control characters, and nothing that hides or reorders letters (bidirectional
 * controls, zero-width characters; Unicode Technical Report 36, section 2). The joiners that some scripts need are fine
 * between letters of scripts other than Latin, Greek and Cyrillic.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = DisplayedName.Check.class)
public @interface DisplayedName {

    String message() default "must not contain invisible or control characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts null, as constraints do. */
    class Check implements ConstraintValidator<DisplayedName, String> {

        private static final int NON_JOINER = 0x200C;
        private static final int JOINER = 0x200D;

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || shown(text).equals(text);
        }

        /** Text without what such a name must not contain. */
        public static String shown(String text) {
            var shown = new StringBuilder();
            int before = -1;
            for (int c : text.codePoints().toArray()) {
                if (c == NON_JOINER || c == JOINER ? joins(before) : !isHidden(c)) {
                    shown.appendCodePoint(c);
                }
                before = c;
            }
            return shown.toString();
        }

        private static boolean isHidden(int c) {
            int type = Character.getType(c);
            return type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.PRIVATE_USE
                    || type == Character.UNASSIGNED;
        }

        private static boolean joins(int letter) {
            if (letter < 0) {
                return false;
            }
            return switch (Character.UnicodeScript.of(letter)) {
                case LATIN, GREEK, CYRILLIC, COMMON -> false;
                default ->
                    Character.isLetter(letter)
                            || Character.getType(letter) == Character.NON_SPACING_MARK
                            || Character.getType(letter) == Character.COMBINING_SPACING_MARK;
            };
        }
    }
}
