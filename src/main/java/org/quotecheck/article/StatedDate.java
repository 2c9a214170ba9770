package org.quotecheck.article;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A date as precise as it was given: a year, a month, a day, or a time in UTC; never more. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = StatedDate.Check.class)
public @interface StatedDate {

    String message() default "must be a date (YYYY, YYYY-MM or YYYY-MM-DD) or an RFC 3339 time, years 1000 to 9999";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts null, as constraints do. */
    class Check implements ConstraintValidator<StatedDate, String> {
        @Override
        public boolean isValid(String date, ConstraintValidatorContext context) {
            return date == null || Form.of(date).isPresent();
        }
    }

    /** How it is written. */
    final class Form {

        private static final Pattern TIME =
                Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}(:\\d{2}([.,]\\d+)?)?([Zz]|[+-]\\d{2}:?\\d{2})");

        private static final Pattern ZONELESS = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[Tt ]\\d{2}:\\d{2}.*");

        private Form() {}

        /** The one spelling; empty for null, and for anything that is not such a date. */
        public static Optional<String> of(String said) {
            if (said == null) {
                return Optional.empty();
            }
            try {
                var text = switch (said.length()) {
                    case 4 -> Year.parse(said).toString();
                    case 7 -> YearMonth.parse(said).toString();
                    case 10 -> LocalDate.parse(said).toString();
                    default -> time(said);
                };
                return Optional.ofNullable(text).filter(date -> date.compareTo("1000") >= 0 && date.length() >= 4);
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        /** As a page writes it: of a time without a zone only the day is certain. */
        static Optional<String> ofPage(String said) {
            var zoneless = ZONELESS.matcher(said.strip());
            return of(said.strip()).or(() -> zoneless.matches() ? of(zoneless.group(1)) : Optional.empty());
        }

        /** The year's first day; null for null. */
        public static LocalDate year(String date) {
            return date == null ? null : LocalDate.of(Integer.parseInt(date.substring(0, 4)), 1, 1);
        }

        /** The day, where it is as precise as that. */
        public static Optional<LocalDate> day(String date) {
            return date != null && date.length() >= 10
                    ? Optional.of(LocalDate.parse(date.substring(0, 10)))
                    : Optional.empty();
        }

        private static String time(String said) {
            if (said.length() > 40 || !TIME.matcher(said).matches()) {
                return null;
            }
            var text = said.replace(' ', 'T').replace(',', '.').replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
            return OffsetDateTime.parse(text.toUpperCase(Locale.ROOT))
                    .toInstant()
                    .truncatedTo(ChronoUnit.MICROS)
                    .toString();
        }
    }
}
