package org.quotecheck.interchange;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quotecheck.claim.PublishedClaim;
import org.quotecheck.claim.PublishedHistory;
import org.quotecheck.deployment.Edition;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.Site;
import org.quotecheck.http.Reads;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;

/**
 * {@code /oembed}: turns a claim's pasted address into a card (oEmbed 1.0); parameters that it does not know are
 * ignored.
 */
@Path("/oembed")
@RunOnVirtualThread
class OEmbedResource {

    private static final Pattern CLAIM = Pattern.compile("/claims/([0-9a-fA-F-]{36})/?([?#].*)?");

    private final PublishedHistory history;
    private final Reads reads;
    private final Site site;
    private final Organization organization;
    private final Edition edition;

    OEmbedResource(PublishedHistory history, Reads reads, Site site, Organization organization, Edition edition) {
        this.history = history;
        this.reads = reads;
        this.site = site;
        this.organization = organization;
        this.edition = edition;
    }

    @GET
    public Response card(
            @QueryParam("url") String url,
            @QueryParam("maxwidth") Pixels maxWidth,
            @QueryParam("maxheight") Pixels maxHeight,
            @QueryParam("format") String format) {
        if (format != null && !format.equals("json")) {
            throw new Problem(ProblemType.NOT_IMPLEMENTED, "The format must be json.");
        }
        if (url == null) {
            throw Problem.malformed("The query parameter url is required: the address of a claim's page.");
        }
        if (!site.isAbsolute()) {
            throw Problem.addressNotConfigured();
        }
        var claim = claimAt(url).orElseThrow(Problem::notFound);
        int width = maxWidth == null ? Integer.MAX_VALUE : maxWidth.value();
        int height = maxHeight == null ? Integer.MAX_VALUE : maxHeight.value();
        return reads.conditional(
                edition.etag(claim.id() + ":" + claim.version() + ":" + width + ":" + height),
                () -> OEmbed.of(claim, site, organization, width, height));
    }

    /** By the address of its page here, whatever the scheme; a claim whose content was removed is unknown. */
    private Optional<PublishedClaim> claimAt(String url) {
        var base = site.url("/").replaceFirst("^https?", "").replaceFirst("/$", "");
        var path = url.replaceFirst("^(?i:https?)", "");
        // a host has no case (RFC 3986, section 3.2.2), and the base has nothing else
        var found = path.regionMatches(true, 0, base, 0, base.length())
                ? CLAIM.matcher(path.substring(base.length()))
                : null;
        return Optional.ofNullable(found)
                .filter(Matcher::matches)
                .flatMap(match -> id(match.group(1)))
                .flatMap(history::withId)
                .filter(claim -> !claim.removed());
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
