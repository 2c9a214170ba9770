package org.quotecheck.interchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.quotecheck.claim.PublishedClaim;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.Site;
import org.quotecheck.verdict.Labels;

/** A claim's card as oEmbed 1.0 defines it, type rich; the iframe, its page and the links in it have one host. */
@RegisterForReflection
record OEmbed(
        String type,
        String version,
        String title,
        @JsonProperty("author_name") String authorName,
        @JsonProperty("provider_name") String providerName,
        @JsonProperty("provider_url") String providerUrl,
        @JsonProperty("cache_age") int cacheAge,
        int width,
        int height,
        String html) {

    private static final int WIDTH = 600;
    /** The minimum and maximum that WordPress gives a card. */
    private static final int LOWEST = 200;

    private static final int HIGHEST = 1000;
    private static final int PIXELS_PER_EM = 16;
    private static final int CACHE_AGE = 180;

    /** @param maxWidth in pixels; Integer.MAX_VALUE for any */
    static OEmbed of(PublishedClaim claim, Site site, Organization organization, int maxWidth, int maxHeight) {
        var content = claim.current().content();
        var words = content.claim();
        var verdict = claim.retracted()
                ? Labels.word("card.withdrawn", content.language())
                : Labels.of(content.rating(), content.language());
        int width = Math.min(WIDTH, maxWidth);
        var room = new CardRoom(
                verdict,
                List.of(Labels.word("card.fact_check_by", content.language())
                        .replace("{organization}", organization.name())),
                words.text(),
                words.claimant() == null
                        ? null
                        : Labels.word("card.claim_by", content.language())
                                .replace("{claimant}", words.claimant().name()),
                null,
                content.summary());
        int height =
                Math.clamp((int) Math.ceil(room.at((double) width / PIXELS_PER_EM) * PIXELS_PER_EM), LOWEST, HIGHEST);
        var title = words.text() == null ? verdict : verdict + ": " + words.text();
        var page = site.url("/claims/" + claim.id());
        return new OEmbed(
                "rich",
                "1.0",
                title,
                organization.name(),
                organization.name(),
                site.url(organization.url()),
                CACHE_AGE,
                width,
                Math.min(height, maxHeight),
                ("<blockquote><p>%s</p><p><a href=\"%s\">%s</a></p></blockquote>"
                                + "<iframe src=\"%s\" title=\"%s\" width=\"%d\" height=\"%d\" loading=\"lazy\""
                                + " frameborder=\"0\" " + Markup.SANDBOX + " style=\"border:0\"></iframe>")
                        .formatted(
                                Markup.escaped(words.text() == null ? verdict : words.text()),
                                page,
                                Markup.escaped(verdict + ". "
                                        + Labels.word("card.fact_check_by", content.language())
                                                .replace("{organization}", organization.name())),
                                site.url("/embed/claims/" + claim.id()),
                                Markup.escaped(title),
                                width,
                                Math.min(height, maxHeight)));
    }
}
