package org.quotecheck.address;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A host name in the form of {@link Host}. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = HostName.Check.class)
public @interface HostName {

    String message() default "must be a host name, such as news.example";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts null, as constraints do. */
    class Check implements ConstraintValidator<HostName, String> {
        @Override
        public boolean isValid(String host, ConstraintValidatorContext context) {
            return host == null || Host.of(host).filter(host::equals).isPresent();
        }
    }
}
