package org.quotecheck.claim;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.quotecheck.appearance.Appearance;
import org.quotecheck.appearance.Appearances;
import org.quotecheck.deployment.OneStatement;
import org.quotecheck.digest.Json;
import org.quotecheck.verdict.RevisionReads;

/**
 * Reads a claim with all its revisions, for its public pages: two statements. What this release cannot read is left to
 * the entities, as {@link PublishedReads} does.
 */
@ApplicationScoped
public class PublishedHistory {

    /** The survivor instead of a duplicate. */
    static final String CLAIM = """
            select claim.id, claim.language, claim.version, claim.status, place.views, place.total
            from claim asked join claim on claim.id = coalesce(asked.duplicate_of, asked.id)
            """ + Appearances.WORDS_OF_EACH + """
            where asked.id = ? and claim.revision > 0""";

    static final String LANGUAGE = "select language from claim where id = :claim";

    /** A place as the statement gathers it. */
    @RegisterForReflection
    record Place(
            String url,
            String title,
            String publisherName,
            LocalDate date,
            List<Appearance.QuotedPart> parts,
            boolean first) {

        private boolean isReadable() {
            return parts == null || parts.stream().noneMatch(Objects::isNull);
        }

        private PublishedClaim.Occurrence shown() {
            return new PublishedClaim.Occurrence(
                    url,
                    Appearance.link(url, parts),
                    title,
                    publisherName,
                    date == null ? null : date.toString(),
                    Appearance.quote(parts),
                    first);
        }
    }

    private final OneStatement database;
    private final RevisionReads revisions;
    private final ObjectReader places;

    PublishedHistory(OneStatement database, RevisionReads revisions, ObjectMapper json) {
        this.database = database;
        this.revisions = revisions;
        this.places = json.readerForListOf(Place.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** The survivor instead of a duplicate; empty for a claim that is unknown or has no verdict. */
    public Optional<PublishedClaim> withId(UUID id) {
        return database.read(
                        CLAIM,
                        statement -> statement.setObject(1, id),
                        row -> row.next() ? Optional.of(claim(row)) : Optional.<Optional<PublishedClaim>>empty())
                .flatMap(read -> read.or(() -> QuarkusTransaction.requiringNew().call(() -> PublishedClaim.withId(id))))
                .map(claim -> claim.with(revisions.ofClaim(claim.id())))
                .filter(claim -> !claim.revisions().isEmpty());
    }

    /** In which the claim's words are worked on; empty for a claim that is unknown. */
    public Optional<String> languageOf(UUID id) {
        return database.list(LANGUAGE, Map.of("claim", id), row -> row.getString("language")).stream()
                .findFirst();
    }

    /** Empty where this release cannot read the row. */
    private Optional<PublishedClaim> claim(ResultSet row) throws SQLException {
        var status = PublishedReads.status(row);
        var views = row.getString("views");
        var read = views == null ? Optional.of(List.<Place>of()) : Json.<List<Place>>readable(places, views);
        return status.isEmpty()
                        || !read.map(all -> all.stream().allMatch(Place::isReadable))
                                .orElse(false)
                ? Optional.empty()
                : Optional.of(new PublishedClaim(
                        OneStatement.id(row, "id"),
                        row.getString("language"),
                        List.of(),
                        read.get().stream().map(Place::shown).toList(),
                        row.getInt("total"),
                        status.get().isOpen(),
                        row.getInt("version")));
    }
}
