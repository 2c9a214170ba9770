package org.quotecheck.article;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.quotecheck.anchor.Anchor;
import org.quotecheck.anchor.Anchors;
import org.quotecheck.extraction.Part;
import org.quotecheck.extraction.Speaker;
import org.quotecheck.http.Characters;
import org.quotecheck.http.DisplayedName;
import org.quotecheck.problem.Problem;

/**
 * What {@code POST /v1/articles/{id}/quotes} takes: where the words are in the article's text, in code points, or the
 * words themselves (TextQuoteSelector); and who said them, where the submitter knows.
 */
@RegisterForReflection
record AddQuote(
        Integer start,
        Integer end,
        @Characters(min = 1, max = MAX_EXACT) String exact,
        @Characters(max = 32) String prefix,
        @Characters(max = 32) String suffix,
        @Valid SpokenBy speaker) {

    private static final int MAX_EXACT = 5_000;
    /** In the place of the name of a rule that found the speaker. */
    private static final String GIVEN = "given";

    /** @param type Person when absent */
    @RegisterForReflection
    record SpokenBy(
            @NotBlank @DisplayedName @Characters(max = 200) String name, Type type) {

        /** The names of schema.org. */
        @RegisterForReflection
        enum Type {
            @JsonProperty("Person")
            PERSON,
            @JsonProperty("Organization")
            ORGANIZATION
        }
    }

    /** What comes nearest to words that are not in the text. */
    @RegisterForReflection
    record BestMatch(@NotNull String exact, double score) {}

    /** @throws Problem 422 when there are no such words in the text */
    Part in(String text) {
        if (exact != null) {
            requireAbsent("/start", start);
            requireAbsent("/end", end);
            return byWords(text);
        }
        requireAbsent("/prefix", prefix);
        requireAbsent("/suffix", suffix);
        if (start == null) {
            throw Problem.invalid(
                    end == null ? "/exact" : "/start",
                    end == null ? "is required unless start and end are given" : "is required together with end");
        }
        if (end == null) {
            throw Problem.invalid("/end", "is required together with start");
        }
        return byPosition(text);
    }

    Speaker saidBy() {
        if (speaker == null) {
            return null;
        }
        return new Speaker(
                speaker.name,
                speaker.type == SpokenBy.Type.ORGANIZATION ? Speaker.Type.ORGANIZATION : Speaker.Type.PERSON,
                null,
                GIVEN,
                1);
    }

    private Part byPosition(String text) {
        int length = text.codePointCount(0, text.length());
        if (start < 0 || start >= length) {
            throw Problem.invalid("/start", "must be a position in the text, which has " + length + " code points");
        }
        if (end <= start || end > length) {
            throw Problem.invalid("/end", "must be after start and in the text, which has " + length + " code points");
        }
        if (end - start > MAX_EXACT) {
            throw Problem.invalid("/end", "must be at most " + MAX_EXACT + " code points after start");
        }
        var part = Part.of(text, start, end);
        if (!hasWords(part.exact())) {
            throw Problem.invalid("/start", "must be the start of a word");
        }
        return part;
    }

    private Part byWords(String text) {
        if (!hasWords(exact)) {
            throw Problem.invalid("/exact", "must contain words");
        }
        var anchor = new Anchors(text).find(exact, prefix, suffix);
        var problem = Problem.invalid("/exact", "must occur in the article's text");
        return anchor.filter(Anchor::exact)
                .map(Anchor::part)
                .orElseThrow(() -> anchor.map(near -> problem.with(
                                "bestMatch", new BestMatch(near.part().exact(), near.score())))
                        .orElse(problem));
    }

    private static boolean hasWords(String words) {
        return words.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static void requireAbsent(String pointer, Object member) {
        if (member != null) {
            throw Problem.invalid(
                    pointer,
                    "must not be combined with "
                            + (pointer.equals("/start") || pointer.equals("/end") ? "exact" : "start and end"));
        }
    }
}
