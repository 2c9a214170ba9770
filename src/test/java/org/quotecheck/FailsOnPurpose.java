package org.quotecheck;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * The test makes the service fail (5xx, or an error in its log) and looks at how it does; without a failure it fails.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Tag(ServiceFailures.ON_PURPOSE)
public @interface FailsOnPurpose {}
