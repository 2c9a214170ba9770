package org.quotecheck.embed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quotecheck.deployment.OneStatement;
import org.quotecheck.digest.Unreadable;
import org.quotecheck.extraction.Part;

/** The table of ready-made embeds, read in one statement. */
@ApplicationScoped
class Embeds {

    /**
     * What is in the table
     *
     * @param tag changes with every change of the content
     * @param bytes about how many the content holds in memory
     */
    record Embed(EmbedContent content, String tag, int bytes) {}

    /** Words of a claim on a page, as an embed finds them there again. */
    @RegisterForReflection
    record QuotedWords(String exact, List<Words> parts, String anchorState) {}

    @RegisterForReflection
    record Words(String exact, String prefix, String suffix, Integer start, Integer end) {}

    @RegisterForReflection
    record Page(String url, String title) {}

    /** What embeds say about a page; the page is null when nothing is known of it. */
    record PageEmbeds(Page page, Map<UUID, Embed> embeds, Map<UUID, List<QuotedWords>> quotes) {}

    /** Two for each character that is not Latin, and as many for the objects around them. */
    private static final int BYTES_PER_CHARACTER = 4;

    private final OneStatement database;
    private final ObjectReader contents;
    private final ObjectReader parts;

    Embeds(OneStatement database, ObjectMapper json) {
        this.database = database;
        // what a later release wrote may have members that this one does not know
        this.contents = json.readerFor(EmbedContent.class)
                .without(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .with(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);
        this.parts = json.readerForListOf(Words.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** By the id that was asked for: a duplicate's is its survivor's embed. */
    Map<UUID, Embed> ofClaims(Collection<UUID> ids) {
        return database.read("""
                select claim.id, embed.claim_id, embed.tag, embed.content from claim
                join embed on embed.claim_id = coalesce(claim.duplicate_of, claim.id)
                where claim.id = any(?)""", array("uuid", ids), rows -> {
            var found = new LinkedHashMap<UUID, Embed>();
            while (rows.next()) {
                var embed = embed(rows);
                if (embed != null) {
                    found.put(rows.getObject("id", UUID.class), embed);
                }
            }
            return found;
        });
    }

    /**
     * Claims that appeared on the page, in the order in which their words stand there. The function is a table to join
     * (and not an array to compare with), so that it becomes part of the plan, and the plan one that the database
     * keeps.
     */
    PageEmbeds onPage(String urlHash) {
        return database.read("""
                select appearance.url, appearance.title, appearance.parts,
                  case when quote.removed then 'orphaned' else quote.anchor_state end anchor_state,
                  embed.claim_id, embed.tag, embed.content
                from page_hashes(?) page
                join appearance on appearance.url_hash = page
                join embed on embed.claim_id = appearance.claim_id
                left join quote on quote.id = appearance.quote_id
                where appearance.state = 'confirmed'
                order by jsonb_path_query_first(appearance.parts, '$[0].start ? (@.type() == "number")') nulls last,
                  appearance.id
                limit 500""", statement -> statement.setString(1, urlHash), rows -> {
            Page page = null;
            var embeds = new LinkedHashMap<UUID, Embed>();
            var quotes = new LinkedHashMap<UUID, List<QuotedWords>>();
            while (rows.next()) {
                page = new Page(rows.getString("url"), rows.getString("title"));
                var embed = embed(rows);
                if (embed != null) {
                    embeds.putIfAbsent(rows.getObject("claim_id", UUID.class), embed);
                    addQuote(rows, quotes);
                }
            }
            return new PageEmbeds(page, embeds, quotes);
        });
    }

    /** Which claims' words stand on a page, in the order in which they appear there. */
    record PagePlaces(Page page, Map<UUID, List<QuotedWords>> quotes) {}

    /** By hash; pages about which nothing is known are left out. At most 500 places of each. */
    Map<String, PagePlaces> onPages(Collection<String> urlHashes) {
        return database.read("""
                select place.* from unnest(?) as wanted(hash) cross join lateral (
                  select wanted.hash as url_hash, appearance.url, appearance.title, appearance.parts,
                    case when quote.removed then 'orphaned' else quote.anchor_state end anchor_state, embed.claim_id
                  from page_hashes(wanted.hash) page
                  join appearance on appearance.url_hash = page
                  join embed on embed.claim_id = appearance.claim_id
                  left join quote on quote.id = appearance.quote_id
                  where appearance.state = 'confirmed'
                  order by jsonb_path_query_first(appearance.parts, '$[0].start ? (@.type() == "number")') nulls last,
                    appearance.id
                  limit 500) place""", array("text", urlHashes), rows -> {
            var found = new LinkedHashMap<String, PagePlaces>();
            while (rows.next()) {
                var page = new Page(rows.getString("url"), rows.getString("title"));
                addQuote(
                        rows,
                        found.computeIfAbsent(
                                        rows.getString("url_hash"), hash -> new PagePlaces(page, new LinkedHashMap<>()))
                                .quotes());
            }
            return found;
        });
    }

    /** Of these claims, in their order, as many as have no more bytes together; null for one that cannot be read. */
    Map<UUID, Embed> first(Collection<UUID> ids, int mostBytes) {
        return database.read("""
                select claim_id, tag, content from (
                  select embed.claim_id, embed.tag, embed.content, wanted.place,
                    sum(octet_length(cast(embed.content as text))) over (order by wanted.place) as bytes
                  from unnest(?) with ordinality as wanted(id, place) join embed on embed.claim_id = wanted.id) found
                where bytes <= %d order by place""".formatted(mostBytes), array("uuid", ids), rows -> {
            var found = new LinkedHashMap<UUID, Embed>();
            while (rows.next()) {
                found.put(rows.getObject("claim_id", UUID.class), embed(rows));
            }
            return found;
        });
    }

    private void addQuote(ResultSet row, Map<UUID, List<QuotedWords>> quotes) throws SQLException {
        var words = quotes.computeIfAbsent(row.getObject("claim_id", UUID.class), id -> new ArrayList<>());
        var parts = row.getString("parts");
        if (parts != null) {
            var quoted = quotedWords(parts, row.getString("anchor_state"));
            if (quoted != null && !words.contains(quoted)) {
                words.add(quoted);
            }
        }
    }

    private static OneStatement.Parameters array(String type, Collection<?> wanted) {
        return statement -> statement.setArray(1, statement.getConnection().createArrayOf(type, wanted.toArray()));
    }

    /** Null where it cannot be read. */
    private Embed embed(ResultSet row) throws SQLException {
        var stored = row.getString("content");
        var content = content(stored);
        boolean unreadable = content == null || !content.isComplete();
        return Unreadable.isTold(unreadable, "embed", row.getString("claim_id"), "content")
                ? null
                : new Embed(content, row.getString("tag"), BYTES_PER_CHARACTER * stored.length());
    }

    EmbedContent content(String json) {
        return read(contents, json);
    }

    /** Null where the parts cannot be read. */
    QuotedWords quotedWords(String json, String anchorState) {
        List<Words> words = read(parts, json);
        return words == null || words.isEmpty() || words.stream().anyMatch(part -> part == null || part.exact == null)
                ? null
                : new QuotedWords(Part.joined(words.stream().map(Words::exact).toList()), words, anchorState);
    }

    /** Null for what is not of its form. */
    private static <T> T read(ObjectReader reader, String json) {
        try {
            return reader.readValue(json);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
