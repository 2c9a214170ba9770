package org.quotecheck.source;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A source says where it is: at an address, or by a reference to what has none. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Located.Check.class)
@interface Located {

    String message() default "is required, or reference for what has no address";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names the address, which most sources have. */
    class Check implements ConstraintValidator<Located, AddSource> {

        @Override
        public boolean isValid(AddSource source, ConstraintValidatorContext context) {
            if (source == null || source.url() != null || source.reference() != null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("url")
                    .addConstraintViolation();
            return false;
        }
    }
}
