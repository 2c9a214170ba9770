package org.quotecheck.article;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import org.quotecheck.anchor.Anchor;
import org.quotecheck.anchor.Anchors;
import org.quotecheck.body.Faults;
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

    /** Where the words stand, and who said them; null where nobody says. */
    record Marked(Part part, Speaker speaker) {}

    /** @throws Problem 422 when there are no such words in the text, or they stand there several times */
    Marked in(String text, Faults faults) {
        boolean byWords = faults.isSent("/exact");
        for (var other : byWords ? List.of("/start", "/end") : List.of("/prefix", "/suffix")) {
            faults.refuse(other, "must not be combined with " + (byWords ? "exact" : "start and end"));
        }
        var part = byWords ? byWords(text, faults) : byPlace(text, faults);
        return faults.isEmpty() ? new Marked(part, speaker == null ? null : speaker.speaker()) : null;
    }

    private Part byPlace(String text, Faults faults) {
        if (!faults.isSent("/start") && !faults.isSent("/end")) {
            faults.add("/exact", "is required unless start and end are given");
        } else {
            faults.require("/start", "is required together with end");
            faults.require("/end", "is required together with start");
        }
        return new MarkedPlace(start, end).in(text, "", faults);
    }

    /** Looks for them when nothing else is wrong. */
    private Part byWords(String text, Faults faults) {
        if (exact != null && !MarkedPlace.hasWords(exact)) {
            faults.add("/exact", "must contain words");
        }
        return faults.isEmpty() ? find(text) : null;
    }

    private Part find(String text) {
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
}
