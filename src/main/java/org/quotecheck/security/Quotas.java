package org.quotecheck.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;

/** How much one submitter may send in one day (UTC): new claims, article versions and appearances that join a claim. */
@ApplicationScoped
public class Quotas {

    /** QuotaSettings of the quotas. */
    @ConfigMapping(prefix = "quotecheck.quota")
    interface QuotaSettings {
        /** 0: as many as they like. */
        @WithDefault("200")
        @Min(value = 0, message = "QUOTECHECK_QUOTA_SUBMISSIONS_PER_DAY must be a number, 0 for no limit")
        int submissionsPerDay();

        /** From one network; 0: as many as they like. */
        @WithDefault("60")
        @Min(value = 0, message = "QUOTECHECK_QUOTA_QUESTIONS_PER_MINUTE must be a number, 0 for no limit")
        int questionsPerMinute();
    }

    private final QuotaSettings settings;
    private final EntityManager database;
    private final Clock clock;

    Quotas(QuotaSettings settings, EntityManager database, Clock clock) {
        this.settings = settings;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Counts one more, in the transaction of what is submitted
     *
     * @throws Problem 429 when the day's number is reached
     */
    public void countSubmission(Actor submitter) {
        if (settings.submissionsPerDay() == 0) {
            return;
        }
        var now = clock.instant();
        var number = (Number) database.createNativeQuery("""
                insert into submission_count (subject, day, number) values (:subject, :day, 1)
                on conflict (subject, day) do update set number = submission_count.number + 1 returning number""")
                .setParameter("subject", submitter.subject())
                .setParameter("day", day(now))
                .getSingleResult();
        if (number.intValue() > settings.submissionsPerDay()) {
            throw exceeded(
                    "You have submitted " + settings.submissionsPerDay()
                            + " claims, articles and appearances today, which is the limit.",
                    now);
        }
        if (number.intValue() == 1) {
            database.createNativeQuery("delete from submission_count where day < :day")
                    .setParameter("day", day(now))
                    .executeUpdate();
        }
    }

    /** How many of them this one has submitted today. */
    int used(Actor submitter) {
        List<?> numbers = database.createNativeQuery(
                        "select number from submission_count where subject = :subject and day = :day", Integer.class)
                .setParameter("subject", submitter.subject())
                .setParameter("day", day(clock.instant()))
                .getResultList();
        return numbers.isEmpty() ? 0 : (Integer) numbers.getFirst();
    }

    /** So many a day; 0 for as many as they like. */
    int limit() {
        return settings.submissionsPerDay();
    }

    Instant resetsAt() {
        return tomorrow(clock.instant());
    }

    private static Instant tomorrow(Instant now) {
        return day(now).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** 429 until the next day (UTC) begins. */
    public static Problem exceeded(String detail, Instant now) {
        return new Problem(ProblemType.QUOTA_EXCEEDED, detail)
                .header(
                        "Retry-After",
                        String.valueOf(Duration.between(now, tomorrow(now)).toSeconds() + 1));
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
