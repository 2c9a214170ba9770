package org.quotecheck.source;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import org.quotecheck.address.WebUrl;
import org.quotecheck.article.StatedDate;
import org.quotecheck.http.Characters;
import org.quotecheck.http.DisplayedName;

/**
 * A source as it is sent: at an address, or with a reference to something that has none (a book, a document, an
 * interview); {@code accessedAt} is now when absent.
 */
@RegisterForReflection
@AddSource.Located
public record AddSource(
        @WebUrl String url,

        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank") @Characters(max = 500)
        String reference,

        @NotBlank @Characters(max = 500) String title,
        @DisplayedName @Characters(min = 1, max = 200) String publisher,
        @DisplayedName @Characters(min = 1, max = 200) String author,
        @StatedDate String publishedAt,
        Instant accessedAt,
        @WebUrl String archiveUrl,
        @NotNull SourceRole role,
        @Characters(min = 1, max = 2000) String excerpt,
        @Characters(min = 1, max = 2000) String note) {

    /** A source says where it is: at an address, or by a reference to something that has none. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = Located.Check.class)
    @interface Located {

        String message() default "is required unless reference is given";

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
}
