package org.quotecheck.article;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.quotecheck.anchor.TextFragments;
import org.quotecheck.extraction.Attribution;
import org.quotecheck.extraction.Part;
import org.quotecheck.extraction.Quotation;
import org.quotecheck.extraction.Speaker;

/** A quote as clients see it (openapi.yaml, Quote); what is only extracted, not stored, has no id, state or URL. */
@RegisterForReflection
record QuoteView(
        UUID id,
        String exact,
        QuoteKind kind,
        QuoteOrigin origin,
        int start,
        int end,
        String prefix,
        String suffix,
        List<Part> parts,
        SpeakerView speaker,
        List<SpeakerView> speakerCandidates,
        String attribution,
        Integer attributionStart,
        Integer attributionEnd,
        String cue,
        double checkability,
        List<String> checkabilityReasons,
        AnchorState anchorState,
        Double anchorScore,
        String textFragmentUrl) {

    static QuoteView of(Quote quote, Article article) {
        return new QuoteView(
                quote.id,
                quote.exact(),
                quote.kind,
                quote.origin,
                quote.start,
                quote.end,
                quote.parts.getFirst().prefix(),
                quote.parts.getLast().suffix(),
                quote.parts,
                SpeakerView.of(quote.speaker),
                SpeakerView.candidates(quote.speakerCandidates),
                exact(quote.attribution),
                start(quote.attribution),
                end(quote.attribution),
                quote.cue,
                quote.checkability,
                List.of(quote.checkabilityReasons),
                quote.anchorState,
                quote.anchorScore,
                article.url + "#:~:"
                        + (quote.fragment != null ? quote.fragment : new TextFragments("").of(quote.parts)));
    }

    static QuoteView of(Quotation quotation) {
        return new QuoteView(
                null,
                quotation.exact(),
                QuoteKind.of(quotation.kind()),
                null,
                quotation.start(),
                quotation.end(),
                quotation.prefix(),
                quotation.suffix(),
                quotation.parts(),
                SpeakerView.of(quotation.speaker()),
                SpeakerView.candidates(quotation.candidates()),
                exact(quotation.attribution()),
                start(quotation.attribution()),
                end(quotation.attribution()),
                quotation.cue(),
                quotation.checkability(),
                quotation.checkabilityReasons(),
                null,
                null,
                null);
    }

    private static String exact(Attribution attribution) {
        return attribution == null ? null : attribution.exact();
    }

    private static Integer start(Attribution attribution) {
        return attribution == null ? null : attribution.start();
    }

    private static Integer end(Attribution attribution) {
        return attribution == null ? null : attribution.end();
    }

    /**
     * Who spoke, how that was found, and how sure it is (0 to 1); a candidate has no rule, and a speaker whom a person
     * named neither.
     */
    @RegisterForReflection
    record SpeakerView(String name, String type, String jobTitle, String rule, Double confidence) {

        static SpeakerView of(Speaker speaker) {
            return speaker == null
                    ? null
                    : of(speaker, speaker.rule(), speaker.rule() == null ? null : speaker.confidence());
        }

        static List<SpeakerView> candidates(List<Speaker> speakers) {
            return speakers == null || speakers.isEmpty()
                    ? null
                    : speakers.stream()
                            .map(speaker -> of(speaker, null, speaker.confidence()))
                            .toList();
        }

        private static SpeakerView of(Speaker speaker, String rule, Double confidence) {
            return new SpeakerView(speaker.name(), type(speaker.type()), speaker.jobTitle(), rule, confidence);
        }

        private static String type(Speaker.Type type) {
            return switch (type) {
                case PERSON -> "Person";
                case ORGANIZATION -> "Organization";
                case DOCUMENT -> "Document";
                case GROUP -> "Group";
            };
        }
    }
}
