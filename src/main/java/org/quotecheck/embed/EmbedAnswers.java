package org.quotecheck.embed;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.quotecheck.deployment.Edition;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.Site;
import org.quotecheck.http.IdConverters;
import org.quotecheck.problem.Problem;

/** What embeds answer (api.md, "Embeds"), whoever asks: the framework, or the function's direct way. */
@ApplicationScoped
class EmbedAnswers {

    private static final int MOST_IDS = 50;

    /**
     * @param etag with its quotes
     * @param view made only when the client has another version
     */
    record EmbedAnswer(String etag, Supplier<?> view) {}

    @RegisterForReflection
    record ClaimsView(List<EmbedClaimView> claims, List<UUID> unknown, Map<String, CardWords> words) {
        ClaimsView(List<EmbedClaimView> claims, List<UUID> unknown) {
            this(claims, unknown, wordsOf(claims));
        }
    }

    @RegisterForReflection
    record PageEmbedsView(Embeds.Page article, List<EmbedClaimView> claims, Map<String, CardWords> words) {
        PageEmbedsView(Embeds.Page article, List<EmbedClaimView> claims) {
            this(article, claims, wordsOf(claims));
        }
    }

    /** The words of each language in which a claim's labels are; null without claims. */
    private static Map<String, CardWords> wordsOf(List<EmbedClaimView> claims) {
        var words = new TreeMap<String, CardWords>();
        claims.forEach(claim -> words.computeIfAbsent(claim.labelLanguage(), CardWords::in));
        return words.isEmpty() ? null : words;
    }

    private final EmbedCache embeds;
    private final Site site;
    private final Organization organization;
    private final Edition edition;

    EmbedAnswers(EmbedCache embeds, Site site, Organization organization, Edition edition) {
        this.embeds = embeds;
        this.site = site;
        this.organization = organization;
        this.edition = edition;
    }

    /** @param id of the claim itself, not of a duplicate */
    record ClaimAnswer(UUID id, String etag, Supplier<EmbedClaimView> view) {}

    /** In the language of its verdict; a duplicate's survivor in its place. */
    Optional<ClaimAnswer> ofClaim(UUID id) {
        return Optional.ofNullable(embeds.ofClaims(List.of(id)).get(id))
                .map(embed -> new ClaimAnswer(
                        embed.content().id(),
                        edition.etag("page\n" + embed.content().id() + ":" + embed.tag()),
                        () -> view(embed.content(), null, null, null)));
    }

    /**
     * @param idList up to 50 claim ids, separated by commas
     * @throws Problem 400
     */
    EmbedAnswer ofClaims(String idList, String language) {
        var ids = ids(idList);
        var found = embeds.ofClaims(ids);
        var tags = ids.stream()
                .map(id -> id + ":" + (found.containsKey(id) ? found.get(id).tag() : ""))
                .toList();
        return new EmbedAnswer(etag(language, tags), () -> {
            var requested = new LinkedHashMap<UUID, List<UUID>>();
            var contents = new LinkedHashMap<UUID, EmbedContent>();
            found.forEach((id, embed) -> {
                contents.put(embed.content().id(), embed.content());
                requested
                        .computeIfAbsent(embed.content().id(), claim -> new ArrayList<>())
                        .add(id);
            });
            return new ClaimsView(
                    contents.values().stream()
                            .map(content -> view(content, requested.get(content.id()), null, language))
                            .toList(),
                    ids.stream().filter(id -> !found.containsKey(id)).toList());
        });
    }

    /**
     * @param urlHash SHA-256 of the page's canonical URL, lower-case hex
     * @throws Problem 400
     */
    EmbedAnswer onPage(String urlHash, String language) {
        if (!urlHash.matches("[0-9a-f]{64}")) {
            throw Problem.malformed("urlHash must be a SHA-256 in lower-case hex.");
        }
        var page = embeds.onPage(urlHash);
        var tags = page.embeds().entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue().tag()
                        + page.quotes().get(entry.getKey()))
                .toList();
        return new EmbedAnswer(
                etag(language, tags),
                () -> new PageEmbedsView(
                        page.page(),
                        page.embeds().entrySet().stream()
                                .map(entry -> view(
                                        entry.getValue().content(),
                                        null,
                                        page.quotes().get(entry.getKey()),
                                        language))
                                .toList()));
    }

    private EmbedClaimView view(
            EmbedContent content, List<UUID> requested, List<Embeds.QuotedWords> quotes, String language) {
        return EmbedClaimView.of(content, requested, quotes, language, site, organization);
    }

    private String etag(String language, List<String> tags) {
        return edition.etag(language + '\n' + String.join("\n", tags));
    }

    private static LinkedHashSet<UUID> ids(String list) {
        if (list == null || list.isBlank()) {
            throw Problem.malformed("The query parameter ids is required: up to 50 claim ids, separated by commas.");
        }
        var ids = new LinkedHashSet<UUID>();
        Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .map(IdConverters::id)
                .forEach(ids::add);
        if (ids.size() > MOST_IDS) {
            throw Problem.malformed("ids must not contain more than " + MOST_IDS + " ids.");
        }
        return ids;
    }
}
