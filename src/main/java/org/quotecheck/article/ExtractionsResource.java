package org.quotecheck.article;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.quotecheck.body.Bodies;
import org.quotecheck.extraction.QuotationExtractor;
import org.quotecheck.security.Role;
import org.quotecheck.webpage.TextSource;

/** {@code POST /v1/extractions}: the quotes of a text; nothing is stored. */
@Path("/v1/extractions")
@RunOnVirtualThread
class ExtractionsResource {

    @RegisterForReflection
    record Extract(
            String text,
            String html,

            @Pattern(regexp = SubmitArticle.LANGUAGE, message = SubmitArticle.LANGUAGE_MESSAGE)
            String language) {}

    @RegisterForReflection
    record ExtractionView(String language, List<QuoteView> quotes, Integer quotesLeftOut, TextSource textSource) {}

    private final Bodies bodies;

    ExtractionsResource(Bodies bodies) {
        this.bodies = bodies;
    }

    @POST
    @RolesAllowed(Role.SUBMITTER_NAME)
    public Response extract(byte[] content) {
        var text = bodies.read(content)
                .as(
                        Extract.class,
                        (input, faults) -> ArticleText.of(input.text(), input.html(), input.language(), faults));
        var found = QuotationExtractor.extract(text.text(), Languages.spoken(text.language()));
        var budget = new QuoteBudget();
        var quotes = found.stream().takeWhile(budget::takes).map(QuoteView::of).toList();
        var leftOut = quotes.size() == found.size() ? null : Integer.valueOf(found.size() - quotes.size());
        return Response.ok(
                        new ExtractionView(text.language(), quotes, leftOut, text.source()),
                        MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
