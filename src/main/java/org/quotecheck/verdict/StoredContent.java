package org.quotecheck.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.quotecheck.digest.Json;
import org.quotecheck.digest.Unreadable;
import org.quotecheck.source.SourceView;
import org.quotecheck.statement.Claimant;

/**
 * A revision's content as it is in its row, where a court, an operator or another release may have been. What cannot be
 * read is left out; without what every verdict has, nothing is left to show.
 */
public final class StoredContent {

    /** What an operator leaves of content that must not be shown (docs/operating.md). */
    static final String REMOVED = "{}";

    /** @param whole whether nothing was left out; a removal is whole */
    record Read(Optional<VerdictContent> content, boolean whole) {}

    private boolean whole = true;

    /**
     * As it is shown: {@link VerdictContent#REMOVED} where it was removed or cannot be read.
     *
     * @param kind null where this release does not know it
     */
    public static VerdictContent read(String json, RevisionKind kind, UUID claimId, int number) {
        var stored = read(json, kind);
        Unreadable.isTold(!stored.whole(), "revision " + number + " of claim", claimId, "content");
        return stored.content().map(VerdictContent::shown).orElse(VerdictContent.REMOVED);
    }

    /**
     * Of a claim's current revision, as lists read it; empty where nothing of it is to be shown.
     *
     * @param retracted whether it is a retraction
     */
    public static Optional<VerdictContent> current(String json, boolean retracted, UUID claimId, int number) {
        var content = read(json, retracted ? RevisionKind.RETRACTION : RevisionKind.UPDATE, claimId, number);
        return content == VerdictContent.REMOVED ? Optional.empty() : Optional.of(content);
    }

    private StoredContent() {}

    /** @param kind null where this release does not know it */
    static Read read(String json, RevisionKind kind) {
        if (REMOVED.equals(json)) {
            return new Read(Optional.empty(), true);
        }
        var stored = new StoredContent();
        var content = stored.content(json, kind);
        return new Read(content, stored.whole && content.isPresent());
    }

    private Optional<VerdictContent> content(String json, RevisionKind kind) {
        if (kind == null || !(tree(json) instanceof ObjectNode members)) {
            return Optional.empty();
        }
        code(members, "quoteVerdict", QuoteVerdict.values());
        if (members.path("claim").path("claimant") instanceof ObjectNode claimant
                && Arrays.stream(Claimant.Type.values())
                        .noneMatch(
                                type -> type.name().equals(claimant.path("type").asText()))) {
            ((ObjectNode) members.get("claim")).remove("claimant");
            whole = false;
        }
        members.set("sources", sources(members));
        return read(members, VerdictContent.class).filter(content -> isComplete(content, kind));
    }

    private static boolean isComplete(VerdictContent content, RevisionKind kind) {
        boolean retraction = kind == RevisionKind.RETRACTION;
        var words = content.claim();
        return content.language() != null
                && content.summary() != null
                && (retraction || content.rating() != null)
                && (words == null ? retraction : words.text() != null && words.language() != null);
    }

    private ArrayNode sources(ObjectNode members) {
        var readable = members.arrayNode();
        whole &= members.path("sources").isArray();
        for (var source : members.path("sources")) {
            if (source.hasNonNull("role")
                    && source.hasNonNull("title")
                    && source.hasNonNull("accessedAt")
                    && read(source, SourceView.class).isPresent()) {
                readable.add(source);
            } else {
                whole = false;
            }
        }
        return readable;
    }

    private void code(ObjectNode members, String name, Object[] known) {
        var code = members.path(name);
        if (!code.isMissingNode()
                && Arrays.stream(known).noneMatch(value -> value.toString().equals(code.asText()))) {
            members.remove(name);
            whole = false;
        }
    }

    private static JsonNode tree(String json) {
        try {
            return Json.kept(json, JsonNode.class);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static <T> Optional<T> read(JsonNode json, Class<T> type) {
        try {
            return Optional.of(Json.kept(json, type));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
