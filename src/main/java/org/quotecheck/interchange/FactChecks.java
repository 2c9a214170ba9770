package org.quotecheck.interchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.quotecheck.claim.ClaimStatus;
import org.quotecheck.deployment.OneStatement;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.Site;
import org.quotecheck.problem.Problem;
import org.quotecheck.search.PublishedSearch;
import org.quotecheck.verdict.RevisionReads;
import org.quotecheck.verdict.StoredContent;
import org.quotecheck.verdict.VerdictRevision;

/** Published claims for assistants: two statements at most. A claim without a verdict does not count. */
@ApplicationScoped
class FactChecks {

    private static final int MOST = 10;
    /** Of those on one page. */
    private static final int MOST_ON_A_PAGE = 20;

    private static final String STATED = """
            select c.id, c.revision, c.retracted, r.content, r.published_at,
              %s as under_review,
              (select f.published_at from verdict_revision f where f.claim_id = c.id and f.number = 1) as first_at,
              exists (select from verdict_revision k where k.claim_id = c.id and k.kind = 'correction') as corrected
            from claim c join verdict_revision r on r.claim_id = c.id and r.number = c.revision
            where c.duplicate_of is null and r.content <> '{}' and\s""";

    private static final String OF_IDS = "c.id = any(:ids)";
    private static final String OF_PAGE = """
            c.id in (select a.claim_id from appearance a
              where a.url_hash = any(array(select page_hashes(:urlHash))) and a.state = 'confirmed')
            order by c.id desc limit %d""".formatted(MOST_ON_A_PAGE);
    private static final String OF_ID = "c.id = coalesce((select d.duplicate_of from claim d where d.id = :id), :id)";

    private final OneStatement database;
    private final RevisionReads revisions;
    private final PublishedSearch search;
    private final Site site;
    private final Organization organization;

    FactChecks(
            OneStatement database,
            RevisionReads revisions,
            PublishedSearch search,
            Site site,
            Organization organization) {
        this.database = database;
        this.revisions = revisions;
        this.search = search;
        this.site = site;
        this.organization = organization;
    }

    /** Best match first; null members do not narrow it. */
    List<FactCheck> search(String words, String language, String claimant, Instant since) {
        var found = search.find(
                new PublishedSearch.Query(words, language, since, claimant),
                PublishedSearch.SearchPosition.from(0),
                MOST);
        return of(found.stream().map(PublishedSearch.Found::id).toList());
    }

    /** Retracted ones too, which say so. */
    List<FactCheck> onPage(String urlHash) {
        return read(OF_PAGE, "urlHash", urlHash, false);
    }

    /** With its sources; a duplicate's survivor in its place. */
    Optional<FactCheck> withId(UUID id) {
        return read(OF_ID, "id", id, true).stream().findFirst();
    }

    /** As they are now, the last correction first. */
    List<FactCheck> corrections(Instant since) {
        var corrected = revisions.corrections(MOST).stream()
                .filter(revision -> since == null || !revision.publishedAt().isBefore(since))
                .map(VerdictRevision::claimId)
                .distinct()
                .toList();
        return of(corrected);
    }

    private List<FactCheck> of(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var found = new LinkedHashMap<UUID, FactCheck>();
        read(OF_IDS, "ids", ids, false).forEach(check -> found.put(check.id(), check));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private List<FactCheck> read(String which, String parameter, Object value, boolean sources) {
        if (!site.isAbsolute()) {
            throw Problem.addressNotConfigured();
        }
        return database
                .list(STATED.formatted(ClaimStatus.OPEN) + which, Map.of(parameter, value), row -> check(row, sources))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty where nothing of it is to be shown. */
    private Optional<FactCheck> check(ResultSet row, boolean sources) throws SQLException {
        var id = OneStatement.id(row, "id");
        boolean retracted = row.getBoolean("retracted");
        int number = row.getInt("revision");
        var content = StoredContent.current(row.getString("content"), retracted, id, number);
        return content.isEmpty()
                ? Optional.empty()
                : Optional.of(new FactCheck(
                        id,
                        site.url("/claims/" + id),
                        organization.name(),
                        retracted ? "retracted" : "published",
                        row.getBoolean("corrected"),
                        row.getBoolean("under_review"),
                        number,
                        OneStatement.time(row, "first_at"),
                        OneStatement.time(row, "published_at"),
                        retracted ? null : content.get().rating(),
                        retracted ? null : FactCheck.label(content.get()),
                        content.get().language(),
                        FactCheck.quoted(content.get(), retracted, sources)));
    }
}
