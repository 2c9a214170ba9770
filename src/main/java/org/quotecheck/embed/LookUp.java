package org.quotecheck.embed;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.stream.Stream;
import org.quotecheck.address.CanonicalUrl;
import org.quotecheck.address.WebUrl;
import org.quotecheck.http.Characters;
import org.quotecheck.statement.Worded;

/** What {@code POST /v1/lookup} takes: addresses of pages, hashes of such, and texts; absent ones are none. */
@RegisterForReflection
@LookUp.Answerable
record LookUp(
        @Size(max = MOST_PAGES, message = TOO_MANY_PAGES) List<@NotNull @WebUrl String> urls,

        @Size(max = MOST_PAGES, message = TOO_MANY_PAGES)
        List<@NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "must be a SHA-256 in lower-case hex") String>
                urlHashes,

        @Size(max = MOST_TEXTS, message = "must not have more than " + MOST_TEXTS + " texts")
        List<@NotNull @Worded @Characters(max = 1_000) String> texts) {

    static final int MOST_PAGES = 50;
    private static final int MOST_TEXTS = 10;
    private static final String TOO_MANY_PAGES =
            "must not have more than " + MOST_PAGES + " pages, urls and urlHashes together";

    LookUp {
        urls = urls == null ? List.of() : urls;
        urlHashes = urlHashes == null ? List.of() : urlHashes;
        texts = texts == null ? List.of() : texts;
    }

    /** The hashes of all pages: of the addresses, then those that came as hashes. */
    List<String> pages() {
        return Stream.concat(urls.stream().map(url -> CanonicalUrl.of(url).hash()), urlHashes.stream())
                .toList();
    }

    /** Something is asked, and not more than is answered at once. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = Answerable.Check.class)
    @interface Answerable {

        String message() default "must have urls, urlHashes or texts";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        /** One array that is too long says so itself. */
        class Check implements ConstraintValidator<Answerable, LookUp> {

            @Override
            public boolean isValid(LookUp question, ConstraintValidatorContext context) {
                int urls = question.urls.size();
                int hashes = question.urlHashes.size();
                if (urls + hashes > MOST_PAGES && Math.max(urls, hashes) <= MOST_PAGES) {
                    context.disableDefaultConstraintViolation();
                    context.buildConstraintViolationWithTemplate(TOO_MANY_PAGES)
                            .addPropertyNode("urlHashes")
                            .addConstraintViolation();
                    return false;
                }
                return urls + hashes + question.texts.size() > 0;
            }
        }
    }
}
