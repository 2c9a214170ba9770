package org.quotecheck.report;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.quotecheck.digest.Sha256;
import org.quotecheck.http.Choice;
import org.quotecheck.problem.Problem;
import org.quotecheck.security.Actor;
import org.quotecheck.security.KeptActor;

/** A reader's report that something is wrong with a published claim. */
@Entity
@Table(name = "reader_report")
class ReaderReport extends PanacheEntityBase {

    /** What it is about. */
    @RegisterForReflection
    enum Kind {
        ERROR("error"),
        MISSING_CONTEXT("missing_context"),
        NEW_EVIDENCE("new_evidence"),
        PERSONAL_DATA("personal_data"),
        OTHER("other");

        @JsonValue
        @EnumeratedValue
        final String code;

        Kind(String code) {
            this.code = code;
        }

        @Override
        public String toString() {
            return code;
        }
    }

    /** Whether a reviewer has dealt with it. */
    @RegisterForReflection
    enum Status {
        OPEN("open"),
        CLOSED("closed");

        @JsonValue
        @EnumeratedValue
        final String code;

        Status(String code) {
            this.code = code;
        }

        /**
         * For query parameters
         *
         * @throws Problem 400
         */
        public static Status fromString(String code) {
            return Choice.of(Status.class, "status", code);
        }

        @Override
        public String toString() {
            return code;
        }
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(name = "claim_id")
    UUID claimId;

    /** The claim that the reader saw: a different one from {@code claimId} if that is now a duplicate. */
    @Column(name = "own_claim_id")
    UUID ownClaimId;

    @Enumerated(EnumType.STRING)
    Kind kind;

    String text;

    /** Where it came from, as {@link org.quotecheck.http.Network} names it. */
    String network;

    @Enumerated(EnumType.STRING)
    Status status;

    String answer;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "closed_at")
    Instant closedAt;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "closed_by"))
    @AttributeOverride(name = "name", column = @Column(name = "closed_by_name"))
    KeptActor closedBy;

    /** SHA-256 of the key in the address that the reader has; the key is kept nowhere. */
    @Column(name = "follow_up")
    String followUp;

    @Version
    int version;

    /**
     * Newest first
     *
     * @param last the one before these, null at the beginning
     * @param status,claimId null for any
     */
    static List<ReaderReport> before(UUID last, Status status, UUID claimId, int most) {
        var where = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        filter("id < :last", "last", last, where, values);
        filter("status = :status", "status", status, where, values);
        filter("claimId = :claimId", "claimId", claimId, where, values);
        return ReaderReport.<ReaderReport>find(
                        where.isEmpty() ? "order by id desc" : String.join(" and ", where) + " order by id desc",
                        values)
                .page(0, most)
                .list();
    }

    private static void filter(
            String condition, String name, Object value, List<String> where, Map<String, Object> values) {
        if (value != null) {
            where.add(condition);
            values.put(name, value);
        }
    }

    /**
     * For the one who sent it
     *
     * @param closedSince one that was closed before is as if it were not there
     */
    static Optional<ReaderReport> followedUp(String key, Instant closedSince) {
        return ReaderReport.<ReaderReport>find("followUp", Sha256.hex(key))
                .firstResultOptional()
                .filter(report -> report.closedAt == null || report.closedAt.isAfter(closedSince));
    }

    static Optional<ReaderReport> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** @param followUp the key under which its sender reads what became of it */
    static ReaderReport of(UUID claimId, SendReport input, String network, String followUp, Instant now) {
        var report = new ReaderReport();
        report.claimId = claimId;
        report.ownClaimId = claimId;
        report.kind = input.kind();
        report.text = input.text();
        report.network = network;
        report.followUp = Sha256.hex(followUp);
        report.status = Status.OPEN;
        report.createdAt = now;
        return report;
    }

    /**
     * Also closes one that is already closed, so that the answer can be corrected
     *
     * @param words null leaves the answer as it is
     */
    void close(String words, Actor reviewer, Instant now) {
        status = Status.CLOSED;
        answer = words == null ? answer : words;
        closedBy = reviewer.kept();
        closedAt = now;
    }

    /** What If-Match names. */
    String tag() {
        return "r" + version;
    }

    String etag() {
        return '"' + tag() + '"';
    }
}
