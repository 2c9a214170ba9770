package org.quotecheck.embed;

import java.util.stream.Stream;
import org.quotecheck.claim.PublishedClaim;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.Site;
import org.quotecheck.interchange.CardRoom;
import org.quotecheck.interchange.Markup;
import org.quotecheck.statement.Shortened;

/**
 * What publishers copy into their pages to show one claim (docs/embedding.md).
 *
 * @param widget the element with its fallback and the room that its card takes; the script's tag stands before it
 * @param iframe a frame that holds the card
 * @param text words and a link, as of the day of the verdict
 */
public record EmbedCode(String widget, String iframe, String text) {

    private static final int IFRAME_WIDTH = 37;
    /** Of a claim, where the script, or the reader by the link, gets all of it. */
    private static final int LONGEST_CLAIM = 300;

    private static final int LONGEST_TITLE = 120;

    /** Of a claim with a verdict whose words may be shown. */
    public static EmbedCode of(PublishedClaim claim, Site site, Organization organization) {
        return of(EmbedClaimView.of(EmbedContent.of(claim), null, null, null, site, organization), site);
    }

    /**
     * What marks each checked quote in an article, and lists them all
     *
     * @param words what stands there for readers without script
     * @param url where they find the list
     */
    public static String ofArticle(String words, String url, Site site) {
        return script(Widget.ARTICLE, site)
                + "<quote-check-article><a href=\"%s\">%s</a></quote-check-article>"
                        .formatted(Markup.escaped(url), Markup.escaped(words));
    }

    private static String script(Widget widget, Site site) {
        return "<script type=\"module\" src=\"%s\" integrity=\"%s\" crossorigin=\"anonymous\"></script>"
                .formatted(site.url(widget.pinnedPath()), widget.integrity());
    }

    static EmbedCode of(EmbedClaimView claim, Site site) {
        var page = EmbedPage.of(claim);
        var by = page.by().get(0) + claim.organization().name() + page.by().get(1);
        var claimBy = page.claimBy() == null
                ? ""
                : page.claimBy().get(0) + claim.claimant() + page.claimBy().get(1);
        var correction = page.correction() == null
                ? null
                : page.correction().before()
                        + page.correction().day()
                        + page.correction().after();
        var beside = Stream.concat(page.notices().stream(), Stream.of(by)).toList();
        var room = new CardRoom(page.verdict(), beside, claim.text(), claimBy, correction, claim.summary());
        var link = "<a href=\"%s\">%s</a>".formatted(Markup.escaped(claim.url()), Markup.escaped(by));
        var words = Markup.escaped(Shortened.to(LONGEST_CLAIM, claim.text()));
        var fallback = "<q lang=\"%s\">%s</q> %s %s"
                .formatted(Markup.escaped(claim.language()), words, Markup.escaped(claimBy), link);
        return new EmbedCode(
                ("%s<div style=\"container-type:inline-size\"><quote-check claim=\"%s\" lang=\"%s\""
                                + " style=\"display:block;min-height:%s\">%s</quote-check></div>")
                        .formatted(
                                script(Widget.QUOTECHECK, site),
                                claim.id(),
                                claim.labelLanguage(),
                                room.css(),
                                fallback),
                ("<iframe src=\"%s\" title=\"%s\" loading=\"lazy\" " + Markup.SANDBOX
                                + " style=\"width:100%%;height:%sem;border:0\"></iframe>")
                        .formatted(
                                site.url("/embed/claims/" + claim.id()),
                                Markup.escaped(page.verdict() + ": " + Shortened.to(LONGEST_TITLE, claim.text())),
                                Math.ceil(room.at(IFRAME_WIDTH) + 2)),
                "<p><strong>%s</strong>: <q lang=\"%s\">%s</q> %s %s (%s)</p>"
                        .formatted(
                                Markup.escaped(page.verdict()),
                                Markup.escaped(claim.language()),
                                words,
                                Markup.escaped(claimBy),
                                link,
                                CardWords.in(claim.labelLanguage()).day(claim.updatedAt())));
    }
}
