package org.quotecheck.embed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quotecheck.claim.Claim;
import org.quotecheck.claim.ClaimChanged;
import org.quotecheck.claim.VerdictRevision;
import org.quotecheck.http.Sha256;

/** The table of ready-made embeds: written when a claim with a verdict changes, read in one statement. */
@ApplicationScoped
class Embeds {

    /** What stands in the table; the tag changes with every change of the content. */
    record Embed(EmbedContent content, String tag) {}

    /** Words of a claim on a page, as an embed finds them there again. */
    @RegisterForReflection
    record QuotedWords(String exact, List<Words> parts, String anchorState) {}

    @RegisterForReflection
    record Words(String exact, String prefix, String suffix, Integer start, Integer end) {}

    @RegisterForReflection
    record Page(String url, String title) {}

    /** What embeds say of a page; the page is null when nothing is known of it. */
    record PageEmbeds(Page page, Map<UUID, Embed> embeds, Map<UUID, List<QuotedWords>> quotes) {}

    private final EntityManager database;
    private final ObjectMapper json;

    Embeds(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    void refresh(@Observes ClaimChanged changed) {
        var claim = Claim.<Claim>findById(changed.claimId());
        var content = write(EmbedContent.of(claim, VerdictRevision.of(claim.id())));
        database.createNativeQuery("""
                insert into embed (claim_id, tag, content) values (:id, :tag, :content)
                on conflict (claim_id) do update set tag = excluded.tag, content = excluded.content
                where embed.tag <> excluded.tag""")
                .setParameter("id", claim.id())
                .setParameter("tag", Sha256.hex(content).substring(0, 16))
                .setParameter("content", content)
                .executeUpdate();
    }

    /** By the id that was asked for: a duplicate's is its survivor's embed. */
    Map<UUID, Embed> ofClaims(Collection<UUID> ids) {
        var found = new LinkedHashMap<UUID, Embed>();
        for (var row : rows("""
                select claim.id, embed.tag, embed.content from claim
                join embed on embed.claim_id = coalesce(claim.duplicate_of, claim.id)
                where claim.id in (:ids)""", "ids", ids)) {
            found.put(row.get("id", UUID.class), embed(row));
        }
        return found;
    }

    /** Claims that appeared on the page, in the order in which their words stand there. */
    PageEmbeds onPage(String urlHash) {
        Page page = null;
        var embeds = new LinkedHashMap<UUID, Embed>();
        var quotes = new LinkedHashMap<UUID, List<QuotedWords>>();
        for (var row : rows("""
                select appearance.url, appearance.title, cast(appearance.parts as text) as parts, quote.anchor_state,
                  embed.claim_id, embed.tag, embed.content
                from appearance
                join embed on embed.claim_id = appearance.claim_id
                left join quote on quote.id = appearance.quote_id
                where appearance.url_hash = :hash
                order by cast(appearance.parts -> 0 ->> 'start' as integer) nulls last, appearance.id""", "hash", urlHash)) {
            page = new Page(row.get("url", String.class), row.get("title", String.class));
            var claimId = row.get("claim_id", UUID.class);
            embeds.putIfAbsent(claimId, embed(row));
            var parts = row.get("parts", String.class);
            var words = quotes.computeIfAbsent(claimId, id -> new ArrayList<>());
            if (parts != null) {
                words.add(quotedWords(parts, row.get("anchor_state", String.class)));
            }
        }
        return new PageEmbeds(page, embeds, quotes);
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql, String parameter, Object value) {
        return database.createNativeQuery(sql, Tuple.class).setParameter(parameter, value).getResultList();
    }

    private Embed embed(Tuple row) {
        return new Embed(read(row.get("content", String.class), new TypeReference<EmbedContent>() {}), row.get("tag", String.class));
    }

    private QuotedWords quotedWords(String parts, String anchorState) {
        var words = read(parts, new TypeReference<List<Words>>() {});
        return new QuotedWords(String.join(" ", words.stream().map(Words::exact).toList()), words, anchorState);
    }

    /** What a later release wrote may have members that this one does not know. */
    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readerFor(type).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(EmbedContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
