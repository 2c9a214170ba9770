package org.quotecheck.article;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
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
        @Characters(min = 1, max = MarkedPlace.MOST) String exact,
        @Characters(max = 32) String prefix,
        @Characters(max = 32) String suffix,
        @Valid SpokenBy speaker) {

    private static final int MOST_PLACES = 20;

    /** @param type Person when absent */
    @RegisterForReflection
    record SpokenBy(
            @NotBlank @DisplayedName @Characters(max = 200) String name,
            Type type,

            @DisplayedName @Characters(min = 1, max = 200) String jobTitle) {

        /** The names of schema.org. */
        @RegisterForReflection
        enum Type {
            @JsonProperty("Person")
            PERSON(Speaker.Type.PERSON),
            @JsonProperty("Organization")
            ORGANIZATION(Speaker.Type.ORGANIZATION),
            @JsonProperty("Group")
            GROUP(Speaker.Type.GROUP),
            @JsonProperty("Document")
            DOCUMENT(Speaker.Type.DOCUMENT);

            private final Speaker.Type type;

            Type(Speaker.Type type) {
                this.type = type;
            }

            @Override
            public String toString() {
                return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
            }
        }

        /** A person says it, so no rule has found it. */
        Speaker speaker() {
            return new Speaker(name.strip(), type == null ? Speaker.Type.PERSON : type.type, jobTitle, null, 1);
        }
    }

    /** The nearest match for words that are not in the text. */
    @RegisterForReflection
    record BestMatch(@NotNull String exact, double score) {}

    /** One of the places where the words occur. */
    @RegisterForReflection
    record PossiblePlace(
            int start,
            int end,
            @NotNull String prefix,
            @NotNull String suffix) {
        static PossiblePlace of(Part part) {
            return new PossiblePlace(part.start(), part.end(), part.prefix(), part.suffix());
        }
    }

    /** @throws Problem 422 when there are no such words in the text, or they stand there several times */
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
        return new MarkedPlace(start, end).in(text, "");
    }

    /** Null where nobody says. */
    Speaker saidBy() {
        return speaker == null ? null : speaker.speaker();
    }

    private Part byWords(String text) {
        if (!MarkedPlace.hasWords(exact)) {
            throw Problem.invalid("/exact", "must contain words");
        }
        var anchors = new Anchors(text);
        var places = anchors.all(exact, prefix, suffix, MOST_PLACES + 1);
        if (places.size() == 1) {
            return places.getFirst();
        }
        if (places.size() > 1) {
            throw Problem.invalid(
                            "/exact",
                            "occurs several times in the article's text; send prefix or suffix, or start and end")
                    .with(
                            "places",
                            places.stream()
                                    .limit(MOST_PLACES)
                                    .map(PossiblePlace::of)
                                    .toList());
        }
        return nearest(anchors);
    }

    private Part nearest(Anchors anchors) {
        var anchor = anchors.find(exact, prefix, suffix);
        var problem = Problem.invalid("/exact", "must occur in the article's text");
        return anchor.filter(Anchor::exact)
                .map(Anchor::part)
                .orElseThrow(() -> anchor.map(near -> problem.with(
                                "bestMatch", new BestMatch(near.part().exact(), near.score())))
                        .orElse(problem));
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
