package org.quotecheck.embed;

import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.Site;
import org.quotecheck.digest.Json;
import org.quotecheck.http.Audience;
import org.quotecheck.http.RequestForm;
import org.quotecheck.problem.Problem;

/**
 * What a native executable has ready-made: done once at its build, which would else be done at each start. All but
 * connecting.
 */
final class ImageHeap {

    private ImageHeap() {}

    static void fill(Organization organization) {
        NumberFormat.getIntegerInstance(); // with it the driver reads the server's version
        new EmbedCache();
        var embeds = new Embeds(null, DirectAnswer.JSON);
        var content = embeds.content("""
                {"id": "019a0000-0000-7000-8000-000000000001", "text": "We won", "rating": "false",
                 "quoteVerdict": "exact",
                 "summaryLanguage": "en", "publishedAt": "2026-01-05T10:00:00Z", "revision": 1, "corrected": true,
                 "corrections": [{"from": "true", "to": "false", "publishedAt": "2026-01-05T10:00:00Z"}],
                 "sources": 1}""");
        var words = embeds.quotedWords("""
                [{"exact": "We won", "start": 0, "end": 6}]\
                """, "exact");
        var view = EmbedClaimView.of(
                content, List.of(content.id()), List.of(words), null, new Site(Optional.empty()), organization);
        Json.bytes(DirectAnswer.JSON, new EmbedAnswers.ClaimsView(List.of(view), List.of(content.id())));
        Json.bytes(
                DirectAnswer.JSON,
                new EmbedAnswers.PageEmbedsView(new Embeds.Page("https://news.example/", "News"), List.of(view)));
        EmbedQuestion.onPage("https://b\u00fccher.example/a%20b?c=d", null, "de");
        // with an id, because a native executable must not be built with a source of random numbers in it
        var request = new DirectRequest("GET", "/nowhere", "", Map.of("x-request-id", "image"));
        DirectAnswer.refusal(request, Problem.notFound(), Audience.NOBODY);
        RequestForm.isPlain(request.path(), request.query(), request.headers());
    }
}
