package org.quotecheck.http;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/** How many items a list of a body has. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Items.Check.class)
public @interface Items {
    int min() default 0;

    int max();

    String message() default "must have {min} to {max} items";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts null, as constraints do. */
    class Check implements ConstraintValidator<Items, List<?>> {

        private Items limits;

        @Override
        public void initialize(Items constraint) {
            limits = constraint;
        }

        @Override
        public boolean isValid(List<?> items, ConstraintValidatorContext context) {
            if (items == null || items.size() >= limits.min() && items.size() <= limits.max()) {
                return true;
            }
            if (limits.min() == 0) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("must have at most {max} items")
                        .addConstraintViolation();
            }
            return false;
        }
    }
}
