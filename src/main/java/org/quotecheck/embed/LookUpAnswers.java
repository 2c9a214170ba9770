package org.quotecheck.embed;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.Site;
import org.quotecheck.digest.Json;
import org.quotecheck.embed.LookUpView.PageFound;
import org.quotecheck.embed.LookUpView.PublishedMatchView;
import org.quotecheck.embed.LookUpView.TextFound;
import org.quotecheck.match.Matching;

/** Answers many questions in three statements at most: places on pages, candidates for texts, verdicts on both. */
@ApplicationScoped
class LookUpAnswers {

    /** Of each text. */
    private static final int MOST_MATCHES = 10;

    private static final int MOST_BYTES = 4 * 1024 * 1024;
    /** What stands around and between the entries. */
    private static final int FRAME_BYTES = 4 * 1024;

    private final Embeds embeds;
    private final Matching matching;
    private final Site site;
    private final Organization organization;
    private final ObjectMapper json;

    LookUpAnswers(Embeds embeds, Matching matching, Site site, Organization organization, ObjectMapper json) {
        this.embeds = embeds;
        this.matching = matching;
        this.site = site;
        this.organization = organization;
        this.json = json;
    }

    /** Whatever can be said without making the answer too long. */
    LookUpView to(LookUp question) {
        var hashes = question.pages();
        var places =
                hashes.isEmpty() ? Map.<String, Embeds.PagePlaces>of() : embeds.onPages(new LinkedHashSet<>(hashes));
        var matches = matching.published(question.texts(), MOST_MATCHES);
        var ids = new LinkedHashSet<UUID>();
        places.values().forEach(page -> ids.addAll(page.quotes().keySet()));
        matches.forEach(found -> found.forEach(match -> ids.add(match.id())));
        var verdicts = new Verdicts(ids.isEmpty() ? Map.of() : embeds.first(ids, MOST_BYTES));
        var pages = new ArrayList<PageFound>();
        for (var hash : hashes) {
            pages.add(verdicts.onPage(places.get(hash)));
        }
        return new LookUpView(
                pages.subList(0, question.urls().size()),
                pages.subList(question.urls().size(), pages.size()),
                matches.stream().map(verdicts::onText).toList());
    }

    /** Makes the entries one after another, as long as there is room. */
    private final class Verdicts {

        /** Null for one that cannot be read, which is left out. */
        private final Map<UUID, Embeds.Embed> known;
        /** Of a claim without its places. */
        private final Map<UUID, EmbedClaimView> views = new HashMap<>();

        private int room = MOST_BYTES - FRAME_BYTES;

        Verdicts(Map<UUID, Embeds.Embed> known) {
            this.known = known;
        }

        PageFound onPage(Embeds.PagePlaces places) {
            if (places == null) {
                return new PageFound(null, List.of(), null);
            }
            if (areMissing(places.quotes().keySet())) {
                return PageFound.LEFT_OUT;
            }
            var claims = places.quotes().entrySet().stream()
                    .filter(entry -> known.get(entry.getKey()) != null)
                    .map(entry -> view(known.get(entry.getKey()), entry.getValue()))
                    .toList();
            var found = new PageFound(places.page(), claims, null);
            return fits(found) ? found : PageFound.LEFT_OUT;
        }

        TextFound onText(List<Matching.PublishedMatch> matches) {
            if (areMissing(matches.stream().map(Matching.PublishedMatch::id).toList())) {
                return TextFound.LEFT_OUT;
            }
            var found = new TextFound(
                    matches.stream()
                            .filter(match -> known.get(match.id()) != null)
                            .map(match -> new PublishedMatchView(
                                    views.computeIfAbsent(match.id(), id -> view(known.get(id), null)),
                                    match.score(),
                                    match.why(),
                                    match.reasons()))
                            .toList(),
                    null);
            return fits(found) ? found : TextFound.LEFT_OUT;
        }

        private boolean areMissing(Collection<UUID> ids) {
            return !known.keySet().containsAll(ids);
        }

        private boolean fits(Object entry) {
            int bytes = Json.bytes(json, entry).length + 1;
            boolean fits = bytes <= room;
            room -= fits ? bytes : 0;
            return fits;
        }

        private EmbedClaimView view(Embeds.Embed embed, List<Embeds.QuotedWords> quotes) {
            return EmbedClaimView.of(embed.content(), null, quotes, null, site, organization);
        }
    }
}
