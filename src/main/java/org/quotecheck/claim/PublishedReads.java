package org.quotecheck.claim;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.quotecheck.appearance.AppearanceView;
import org.quotecheck.appearance.Appearances;
import org.quotecheck.deployment.Edition;
import org.quotecheck.deployment.OneStatement;
import org.quotecheck.deployment.ReviewRules;
import org.quotecheck.digest.Json;
import org.quotecheck.digest.StoredList;
import org.quotecheck.digest.Unreadable;
import org.quotecheck.security.Actor;
import org.quotecheck.security.KeptActor;
import org.quotecheck.security.Role;
import org.quotecheck.verdict.VerdictRevision;
import org.quotecheck.verdict.VerdictView;

/**
 * Reads claims with a verdict for those who see no more of them than everybody does: the version by its key, the whole
 * in one statement. Anything less plain is empty here, and left to the entities: a claim without a verdict, a
 * duplicate, the reader's own, a row that this release cannot read.
 */
@ApplicationScoped
public class PublishedReads {

    /** A claim and its entity tag, with the quotes. */
    public record Tagged(String etag, ClaimView view) {}

    private static final String PLAIN = """
            and claim.revision > 0 and claim.duplicate_of is null and claim.submitted_by is distinct from ?""";

    private static final String ONE = "where claim.id = ? " + PLAIN;
    private static final String MANY = "where claim.id = any(?) " + PLAIN;

    static final String VERSION = "select version, status from claim " + ONE;

    /** The appearances as {@link org.quotecheck.appearance.Appearances} shows them. */
    private static final String WHOLE = """
            select claim.version, claim.status, claim.status_reason, claim.tags, claim.created_at, claim.updated_at,
              place.views, place.total, revision.*
            from claim
              join verdict_revision revision on revision.claim_id = claim.id and revision.number = claim.revision
            """ + Appearances.VIEWS_OF_EACH;

    static final String ONE_WHOLE = WHOLE + ONE;
    static final String MANY_WHOLE = WHOLE + MANY;

    private final OneStatement database;
    private final ClaimTags tags;
    private final ReviewRules rules;
    private final ObjectReader appearances;

    PublishedReads(OneStatement database, ClaimTags tags, ReviewRules rules, ObjectMapper json) {
        this.database = database;
        this.tags = tags;
        this.rules = rules;
        this.appearances = appearances(json);
    }

    /** The same reads where there is no framework to make them. */
    public static PublishedReads of(OneStatement database, Edition edition, ReviewRules rules, ObjectMapper json) {
        return new PublishedReads(database, new ClaimTags(edition, rules), rules, json);
    }

    /** The claim's entity tag, with its quotes: one look-up by its key. */
    public Optional<String> etag(UUID id, Actor viewer) {
        return read(VERSION, id, viewer, row -> status(row).isPresent() ? etag(row) : null);
    }

    private String etag(ResultSet row) throws SQLException {
        return tags.ofPublished(row.getInt("version"));
    }

    /** The claim as {@link Sight} shows it. One statement. */
    public Optional<Tagged> claim(UUID id, Actor viewer) {
        return read(ONE_WHOLE, id, viewer, row -> {
            var view = view(row, true);
            return view.isEmpty() ? null : new Tagged(etag(row), view.get());
        });
    }

    /** Those that are plain, as {@link Sight} shows one of many, by id. One statement. */
    public Map<UUID, ClaimView> claims(Collection<UUID> ids, Actor viewer) {
        if (ids.isEmpty() || viewer.is(Role.REVIEWER)) {
            return Map.of();
        }
        return database.read(
                MANY_WHOLE,
                statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("uuid", ids.toArray()));
                    statement.setString(2, viewer.subject());
                },
                rows -> {
                    var views = new HashMap<UUID, ClaimView>();
                    while (rows.next()) {
                        view(rows, false).ifPresent(view -> views.put(view.id(), view));
                    }
                    return views;
                });
    }

    private <T> Optional<T> read(String sql, UUID id, Actor viewer, OneStatement.RowReader<T> row) {
        if (viewer.is(Role.REVIEWER)) {
            return Optional.empty();
        }
        return database.read(
                sql,
                statement -> {
                    statement.setObject(1, id);
                    statement.setString(2, viewer.subject());
                },
                rows -> rows.next() ? Optional.ofNullable(row.read(rows)) : Optional.empty());
    }

    /**
     * Empty for a row that this release cannot read
     *
     * @param alone whether it is not one of many
     */
    private Optional<ClaimView> view(ResultSet row, boolean alone) throws SQLException {
        var status = status(row);
        var revision = VerdictRevision.of(row);
        var places = row.getString("views");
        var appearances = places == null
                ? Optional.of(List.<AppearanceView>of())
                : Json.<List<AppearanceView>>readable(this.appearances, places);
        return status.isEmpty() || revision.kind() == null || appearances.isEmpty()
                ? Optional.empty()
                : Optional.of(view(status.get(), revision, appearances.get(), row, alone));
    }

    private ClaimView view(
            ClaimStatus status, VerdictRevision revision, List<AppearanceView> places, ResultSet row, boolean alone)
            throws SQLException {
        UnaryOperator<KeptActor> shown = rules.namesShown() ? KeptActor::nameOf : actor -> null;
        var verdict = VerdictView.of(revision, shown);
        var words = revision.content().claim();
        var sources = revision.content().sources();
        var tags = StoredList.texts(row, "tags");
        Unreadable.isTold(StoredList.isUnreadable(tags), "claim", revision.claimId(), "tags");
        return new ClaimView(
                revision.claimId(),
                words.text(),
                words.language(),
                status,
                row.getString("status_reason"),
                words.claimant(),
                words.claimDate(),
                null,
                tags.length == 0 ? null : List.of(tags),
                null,
                null,
                places,
                row.getInt("total"),
                null,
                alone ? sources : null,
                sources.size(),
                alone ? verdict : verdict.withoutSources(),
                verdict.removed(),
                status.isOpen() ? true : null,
                null,
                null,
                null,
                OneStatement.time(row, "created_at"),
                OneStatement.time(row, "updated_at"));
    }

    /** Reads a list of {@link AppearanceView}, as the statement gathers them. */
    public static ObjectReader appearances(ObjectMapper json) {
        return json.readerForListOf(AppearanceView.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Empty where this release does not know it. */
    static Optional<ClaimStatus> status(ResultSet row) throws SQLException {
        var code = row.getString("status");
        return Arrays.stream(ClaimStatus.values())
                .filter(status -> status.code.equals(code))
                .findFirst();
    }
}
