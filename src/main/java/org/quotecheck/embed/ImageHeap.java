package org.quotecheck.embed;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.quotecheck.claim.ClaimView;
import org.quotecheck.claim.PublishedReads;
import org.quotecheck.deployment.Organization;
import org.quotecheck.deployment.Site;
import org.quotecheck.digest.Json;
import org.quotecheck.http.Audience;
import org.quotecheck.http.RequestForm;
import org.quotecheck.problem.Problem;
import org.quotecheck.security.KeptActor;
import org.quotecheck.verdict.RevisionKind;
import org.quotecheck.verdict.StoredContent;
import org.quotecheck.verdict.VerdictRevision;
import org.quotecheck.verdict.VerdictView;

/**
 * What a native executable has ready-made: done once at build time instead of at each start. Everything but connecting.
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
        claim();
        EmbedQuestion.onPage("https://b\u00fccher.example/a%20b?c=d", null, "de");
        // with an id, because a native executable must not be built with a source of random numbers in it
        var request = new DirectRequest("GET", "/nowhere", "", Map.of("x-request-id", "image"));
        DirectAnswer.refusal(request, Problem.notFound(), Audience.NOBODY);
        RequestForm.isPlain(request.path(), request.query(), request.headers());
    }

    private static void claim() {
        var id = UUID.fromString("019a0000-0000-7000-8000-000000000001");
        var source = """
                {"id": "019a0000-0000-7000-8000-000000000002", "url": "https://news.example/", "title": "Count",
                 "role": "refutes", "accessedAt": "2026-01-05T10:00:00Z", "excerpt": "They lost"}""";
        var words = """
                {"text": "We won", "language": "en", "claimDate": "2026-01-04",
                 "claimant": {"name": "Ann Lee", "type": "Person"}}""";
        var content = """
                {"rating": "false", "quoteVerdict": "exact", "summary": "They lost.", "explanation": "They lost.",
                 "language": "en", "claim": %s, "sources": [%s]}""";
        var kind = RevisionKind.INITIAL;
        var actor = new KeptActor("image", null);
        var revision = VerdictRevision.next(
                Optional.empty(),
                id,
                kind,
                StoredContent.read(content.formatted(words, source), kind, id, 1),
                actor,
                actor,
                Instant.EPOCH);
        var claim = """
                {"id": "019a0000-0000-7000-8000-000000000001", "text": "We won", "language": "en",
                 "status": "published", "tags": ["votes"], "appearances": [], "appearancesTotal": 0,
                 "sources": [%s], "sourcesTotal": 1, "createdAt": "2026-01-05T10:00:00Z",
                 "updatedAt": "2026-01-05T10:00:00Z"}""";
        Json.bytes(DirectAnswer.JSON, Json.kept(claim.formatted(source), ClaimView.class));
        Json.bytes(DirectAnswer.JSON, VerdictView.of(revision));
        Json.bytes(DirectAnswer.JSON, Json.read(PublishedReads.appearances(DirectAnswer.JSON), """
                [{"id": "019a0000-0000-7000-8000-000000000003", "state": "confirmed", "url": "https://news.example/",
                  "publisher": {"name": "News", "site": "news.example"}, "date": "2026-01-04", "first": true}]"""));
    }
}
