package org.quotecheck.claim;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
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
 * Reads one claim with a verdict for those who see no more of it than everybody does: the version by its key, the whole
 * in one statement. Anything less plain is empty here, and left to the entities: a claim without a verdict, a
 * duplicate, the reader's own, a row that this release cannot read.
 */
@ApplicationScoped
public class PublishedReads {

    /** A claim and its entity tag, with the quotes. */
    public record Tagged(String etag, ClaimView view) {}

    private static final String PLAIN = """
            where claim.id = ? and claim.revision > 0 and claim.duplicate_of is null
              and claim.submitted_by is distinct from ?""";

    private static final String VERSION = "select version, status from claim " + PLAIN;

    /** The appearances as {@link org.quotecheck.appearance.Appearances} shows them. */
    private static final String WHOLE = """
            select claim.version, claim.status, claim.status_reason, claim.tags, claim.created_at, claim.updated_at,
              place.views, place.total, revision.*
            from claim
              join verdict_revision revision on revision.claim_id = claim.id and revision.number = claim.revision
            cross join lateral (
              select max(total) as total, json_agg(json_build_object('id', id, 'state', state, 'articleId', article_id,
                'url', url, 'title', title, 'publisher', publisher, 'quoteId', quote_id, 'date', date, 'first', n = 1)
                order by n > 1, id desc) filter (where n = 1 or n > total - %d) as views
              from (
                select once.*, row_number() over (order by first desc, id) as n, count(*) over () as total,
                  case when num_nonnulls(publisher_name, publisher_site) > 0
                    then json_build_object('name', publisher_name, 'site', publisher_site) end as publisher
                from (
                  select distinct on (url_hash, quote_id) * from appearance
                  where claim_id = claim.id and state = 'confirmed'
                  order by url_hash, quote_id, first desc, id) once) numbered) place
            """.formatted(Appearances.SHOWN - 1) + PLAIN;

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
        return read(WHOLE, id, viewer, row -> {
            var status = status(row);
            var revision = VerdictRevision.of(row);
            var views = row.getString("views");
            var places = views == null
                    ? Optional.of(List.<AppearanceView>of())
                    : Json.<List<AppearanceView>>readable(appearances, views);
            return status.isEmpty() || revision.isEmpty() || places.isEmpty()
                    ? null
                    : new Tagged(etag(row), view(id, status.get(), revision.get(), places.get(), row));
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

    private ClaimView view(
            UUID id, ClaimStatus status, VerdictRevision revision, List<AppearanceView> places, ResultSet row)
            throws SQLException {
        UnaryOperator<KeptActor> shown = rules.namesShown() ? KeptActor::nameOf : actor -> null;
        var verdict = VerdictView.of(revision, shown);
        var words = revision.content().claim();
        var sources = revision.content().sources();
        var tags = StoredList.texts(row, "tags");
        Unreadable.isTold(StoredList.isUnreadable(tags), "claim", id, "tags");
        return new ClaimView(
                id,
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
                sources,
                sources.size(),
                verdict,
                verdict.removed(),
                status.isOpen() ? true : null,
                null,
                null,
                null,
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    /** Reads a list of {@link AppearanceView}, as the statement gathers them. */
    public static ObjectReader appearances(ObjectMapper json) {
        return json.readerForListOf(AppearanceView.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Empty where this release does not know it. */
    private static Optional<ClaimStatus> status(ResultSet row) throws SQLException {
        var code = row.getString("status");
        return Arrays.stream(ClaimStatus.values())
                .filter(status -> status.code.equals(code))
                .findFirst();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
