package org.quotecheck.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quotecheck.digest.Canonical;
import org.quotecheck.digest.Json;

/**
 * What a removed revision said: the claim's words and claimant, summary, explanation, reasons and note, and what it
 * took from sources and said about them. Titles and addresses of sources are others' words and public.
 *
 * @param claim the claim's words; null where it had none
 * @param all longest first, so that what holds another goes whole
 */
record RemovedWords(String claim, List<String> all) {

    static final String NOTICE = "[removed]";

    /** What joins a claim's words that are separate in the article. */
    private static final Pattern GAP = Pattern.compile(" … ", Pattern.LITERAL);
    /** Fewer letters say nothing by themselves, and occur in every text. */
    private static final int LEAST = 3;

    static RemovedWords of(String content) {
        var json = Json.kept(content, JsonNode.class);
        var words = new LinkedHashSet<String>();
        var claim = json.at("/claim/text").asText(null);
        if (claim != null) {
            add(words, claim);
            List.of(GAP.split(claim)).forEach(part -> add(words, part));
        }
        for (var pointer : List.of(
                "/claim/claimant/name", "/claim/claimant/jobTitle", "/summary", "/explanation", "/publicNote")) {
            add(words, json.at(pointer).asText(null));
        }
        json.path("reasons").forEach(reason -> add(words, reason.asText(null)));
        for (var source : json.path("sources")) {
            add(words, source.path("excerpt").asText(null));
            add(words, source.path("note").asText(null));
        }
        var all = new ArrayList<>(words);
        all.sort(Comparator.comparingInt(String::length).reversed());
        return new RemovedWords(claim, List.copyOf(all));
    }

    private static void add(Set<String> words, String text) {
        if (text != null && text.strip().length() >= LEAST) {
            words.add(text.strip());
        }
    }

    /** Whether another revision's content has the claim's words. */
    boolean isIn(String content) {
        return claim != null && content.contains(inJson(claim));
    }

    /** The text without them. */
    String replaceIn(String text) {
        var replaced = text;
        for (var word : all) {
            replaced = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])")
                    .matcher(replaced)
                    .replaceAll(Matcher.quoteReplacement(NOTICE));
        }
        return replaced;
    }

    /** The JSON without them: its strings, not its members' names. */
    JsonNode replaceIn(JsonNode json) {
        if (json.isTextual()) {
            return TextNode.valueOf(replaceIn(json.asText()));
        }
        if (json instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(replaceIn(member.getValue())));
        } else if (json instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, replaceIn(array.get(i)));
            }
        }
        return json;
    }

    /** In answers that are kept for a day, to any caller; how many. */
    int replaceInAnswers(EntityManager database, UUID claim) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery(
                        "select caller, key, body from idempotency_record where body is not null", Tuple.class)
                .getResultList();
        int count = 0;
        for (var row : rows) {
            var body = new String(row.get("body", byte[].class), StandardCharsets.UTF_8);
            var replaced = body.contains(claim.toString()) || all.stream().anyMatch(word -> body.contains(inJson(word)))
                    ? replaceIn(Json.kept(body, JsonNode.class)).toString()
                    : body;
            if (!replaced.equals(body)) {
                count += database.createNativeQuery(
                                "update idempotency_record set body = :body where caller = :caller and key = :key")
                        .setParameter("body", replaced.getBytes(StandardCharsets.UTF_8))
                        .setParameter("caller", row.get("caller", String.class))
                        .setParameter("key", row.get("key", String.class))
                        .executeUpdate();
            }
        }
        return count;
    }

    /** As it stands between the quotation marks of a JSON string. */
    static String inJson(String word) {
        var json = Canonical.json(List.of(word));
        return json.substring(2, json.length() - 2);
    }
}
