package org.quotecheck.embed;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.quotecheck.article.CanonicalUrl;
import org.quotecheck.http.Edition;
import org.quotecheck.http.IdConverters;
import org.quotecheck.http.Organization;
import org.quotecheck.http.Problem;
import org.quotecheck.http.Reads;
import org.quotecheck.http.Site;

/** {@code /embed/v1}: what publishers' pages ask for; public, cacheable, by far the most calls. */
@Path("/embed/v1")
@RunOnVirtualThread
class EmbedsResource {

    private static final int MOST_IDS = 50;

    @RegisterForReflection
    record ClaimsView(List<EmbedClaimView> claims, List<UUID> unknown) {}

    @RegisterForReflection
    record PageView(Embeds.Page article, List<EmbedClaimView> claims) {}

    private final EmbedCache embeds;
    private final Reads reads;
    private final Site site;
    private final Organization organization;

    private final Edition edition;

    EmbedsResource(EmbedCache embeds, Reads reads, Site site, Organization organization, Edition edition) {
        this.embeds = embeds;
        this.reads = reads;
        this.site = site;
        this.organization = organization;
        this.edition = edition;
    }

    @GET
    @Path("claims")
    public Response claims(@QueryParam("ids") String idList, @QueryParam("lang") String language) {
        var ids = ids(idList);
        var found = embeds.ofClaims(ids);
        var tags = ids.stream().map(id -> id + ":" + (found.containsKey(id) ? found.get(id).tag() : "")).toList();
        return reads.conditional(etag(language, tags), () -> {
            var requested = new LinkedHashMap<UUID, List<UUID>>();
            var contents = new LinkedHashMap<UUID, EmbedContent>();
            found.forEach((id, embed) -> {
                contents.put(embed.content().id(), embed.content());
                requested.computeIfAbsent(embed.content().id(), claim -> new ArrayList<>()).add(id);
            });
            return new ClaimsView(
                    contents.values().stream().map(content -> view(content, requested.get(content.id()), null, language)).toList(),
                    ids.stream().filter(id -> !found.containsKey(id)).toList());
        });
    }

    @GET
    @Path("articles")
    public Response article(@QueryParam("url") String url, @QueryParam("urlHash") String urlHash, @QueryParam("lang") String language) {
        var page = embeds.onPage(hash(url, urlHash));
        var tags = page.embeds().entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue().tag() + page.quotes().get(entry.getKey())).toList();
        return reads.conditional(etag(language, tags), () -> new PageView(page.page(), page.embeds().entrySet().stream()
                .map(entry -> view(entry.getValue().content(), null, page.quotes().get(entry.getKey()), language)).toList()));
    }

    private EmbedClaimView view(EmbedContent content, List<UUID> requested, List<Embeds.QuotedWords> quotes, String language) {
        return EmbedClaimView.of(content, requested, quotes, language, site, organization);
    }

    private String etag(String language, List<String> tags) {
        return edition.etag(language + '\n' + String.join("\n", tags));
    }

    private static LinkedHashSet<UUID> ids(String list) {
        if (list == null || list.isBlank()) {
            throw Problem.malformed("The query parameter ids is needed: up to 50 claim ids, separated by commas.");
        }
        var ids = new LinkedHashSet<UUID>();
        Arrays.stream(list.split(",", -1)).map(String::strip).map(IdConverters::id).forEach(ids::add);
        if (ids.size() > MOST_IDS) {
            throw Problem.malformed("ids may have at most " + MOST_IDS + " ids.");
        }
        return ids;
    }

    private static String hash(String url, String urlHash) {
        if ((url == null) == (urlHash == null)) {
            throw Problem.malformed("One of the query parameters url and urlHash is needed.");
        }
        if (url == null) {
            if (!urlHash.matches("[0-9a-f]{64}")) {
                throw Problem.malformed("urlHash must be a SHA-256 in lower-case hex.");
            }
            return urlHash;
        }
        return CanonicalUrl.ofParameter(url).hash();
    }
}
