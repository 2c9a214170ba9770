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
 * Text of a given number of Unicode code points, as JSON Schema (section 6.3 of its Validation) and PostgreSQL count;
 * {@code @Size} counts UTF-16 units and would refuse words of ours that hold an emoji.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Characters.Check.class)
public @interface Characters {
    int min() default 0;

    int max();

    String message() default "must have {min} to {max} characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts null, as constraints do. */
    class Check implements ConstraintValidator<Characters, String> {

        private Characters limits;

        @Override
        public void initialize(Characters constraint) {
            limits = constraint;
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            int length = text.codePointCount(0, text.length());
            if (length >= limits.min() && length <= limits.max()) {
                return true;
            }
            if (limits.min() == 0) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("must have at most {max} characters")
                        .addConstraintViolation();
            }
            return false;
        }
    }
}
