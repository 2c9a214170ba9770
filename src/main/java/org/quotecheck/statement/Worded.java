package org.quotecheck.statement;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Text in which there is something to look for. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Worded.Check.class)
public @interface Worded {

    String message() default "must contain words";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts null, as constraints do. */
    class Check implements ConstraintValidator<Worded, String> {

        /** Twice the code points that any text may have here; a longer one is refused for that, and not read. */
        private static final int LONGEST_READ = 10_000;

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null
                    || text.length() > LONGEST_READ
                    || !SearchText.fold(text).isEmpty();
        }
    }
}
