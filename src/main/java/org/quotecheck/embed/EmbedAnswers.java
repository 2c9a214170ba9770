package org.quotecheck.embed;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.quotecheck.deployment.Edition;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.Site;
import org.quotecheck.digest.Json;

/** What embeds answer, for any caller: the framework, or the function's direct way. */
@ApplicationScoped
class EmbedAnswers {

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

    private final Embeds embeds;
    private final EmbedCache cache;
    private final ObjectMapper json;
    private final Site site;
    private final Organization organization;
    private final Edition edition;

    EmbedAnswers(
            Embeds embeds, EmbedCache cache, ObjectMapper json, Site site, Organization organization, Edition edition) {
        this.embeds = embeds;
        this.cache = cache;
        this.json = json;
        this.site = site;
        this.organization = organization;
        this.edition = edition;
    }

    /** @param id of the claim itself, not of a duplicate */
    record ClaimAnswer(UUID id, String etag, Supplier<EmbedClaimView> view) {}

    /** In the language of its verdict; a duplicate's survivor in its place. */
    Optional<ClaimAnswer> ofClaim(UUID id) {
        return cache.claim(
                        id,
                        () -> Optional.ofNullable(embeds.ofClaims(List.of(id)).get(id)))
                .map(embed -> new ClaimAnswer(
                        embed.content().id(),
                        edition.etag("page\n" + embed.content().id() + ":" + embed.tag()),
                        () -> view(embed.content(), null, null, null)));
    }

    /** The answer as it is in memory, which costs nothing; empty when it must be read. */
    Optional<EmbedAnswer> known(EmbedQuestion question) {
        return cache.answer(question);
    }

    /** The answer as the database has it, in one statement. */
    EmbedAnswer read(EmbedQuestion question) {
        return cache.keep(question, () -> switch (question) {
            case EmbedQuestion.OfClaims asked -> ofClaims(asked);
            case EmbedQuestion.OnPage asked -> onPage(asked);
        });
    }

    private EmbedAnswer ofClaims(EmbedQuestion.OfClaims asked) {
        var found = embeds.ofClaims(asked.ids());
        var tags = asked.ids().stream()
                .map(id -> id + ":" + (found.containsKey(id) ? found.get(id).tag() : ""))
                .toList();
        var requested = new LinkedHashMap<UUID, List<UUID>>();
        var contents = new LinkedHashMap<UUID, EmbedContent>();
        asked.ids().stream().filter(found::containsKey).forEach(id -> {
            var content = found.get(id).content();
            contents.put(content.id(), content);
            requested.computeIfAbsent(content.id(), claim -> new ArrayList<>()).add(id);
        });
        return answer(
                asked,
                tags,
                new ClaimsView(
                        contents.values().stream()
                                .map(content -> view(content, requested.get(content.id()), null, asked.language()))
                                .toList(),
                        asked.ids().stream()
                                .filter(id -> !found.containsKey(id))
                                .toList()));
    }

    private EmbedAnswer onPage(EmbedQuestion.OnPage asked) {
        var page = embeds.onPage(asked.urlHash());
        var tags = page.embeds().entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue().tag()
                        + page.quotes().get(entry.getKey()))
                .toList();
        return answer(
                asked,
                tags,
                new PageEmbedsView(
                        page.page(),
                        page.embeds().entrySet().stream()
                                .map(entry -> view(
                                        entry.getValue().content(),
                                        null,
                                        page.quotes().get(entry.getKey()),
                                        asked.language()))
                                .toList()));
    }

    private EmbedClaimView view(
            EmbedContent content, List<UUID> requested, List<Embeds.QuotedWords> quotes, String language) {
        return EmbedClaimView.of(content, requested, quotes, language, site, organization);
    }

    private EmbedAnswer answer(EmbedQuestion asked, List<String> tags, Object view) {
        return new EmbedAnswer(edition.etag(asked.language() + '\n' + String.join("\n", tags)), Json.bytes(json, view));
    }
}
