package org.quotecheck.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quotecheck.Api;
import org.quotecheck.extraction.Attribution;
import org.quotecheck.extraction.Part;
import org.quotecheck.extraction.Speaker;

/** Quotes that are stored together stand in the database as the ORM writes them one by one, and as it reads them. */
@QuarkusTest
class QuoteRowsTest {

    static Stream<Quote> quotes() {
        var bare = quote();
        var full = quote();
        full.kind = QuoteKind.MIXED;
        full.seenParts = List.of(new Part(0, 4, "“Wé \\ said\"\n", "before \uD83D\uDCAC ", "\t after"));
        full.origin = QuoteOrigin.PERSON;
        full.removed = true;
        full.speaker = new Speaker("Žofie O'Lee", Speaker.Type.PERSON, null, "phrase-after", 0.1 + 0.2);
        full.speakerCandidates = List.of(full.speaker, new Speaker("Police", Speaker.Type.GROUP, "", null, 0));
        full.attribution = new Attribution("said \"O'Lee\"", 5, 17);
        full.cue = "said, {with} \"marks\" and null";
        full.checkabilityReasons = new String[] {"number", "a,b", "null", "", "{\"}"};
        full.anchorState = AnchorState.MOVED;
        full.anchorScore = 0.847;
        full.fragment = "text=a%20b,c&text=d";
        return Stream.of(bare, full);
    }

    private static Quote quote() {
        var quote = new Quote();
        quote.kind = QuoteKind.DIRECT;
        quote.start = 1;
        quote.end = 1_000_000;
        quote.parts = List.of(new Part(1, 9, "We won it", "", ""), new Part(12, 1_000_000, "twice", "said. ", " "));
        quote.checkability = 1 / 3.0;
        quote.checkabilityReasons = new String[0];
        return quote;
    }

    @ParameterizedTest
    @MethodSource("quotes")
    void areTheOrmsOwn(Quote quote) {
        quote.articleId = article();
        quote.identify();
        QuarkusTransaction.requiringNew().run(() -> ArticleQuotes.insert(List.of(quote)));
        var row = row(quote.id);
        var id = quote.id;
        QuarkusTransaction.requiringNew().run(() -> Quote.deleteById(id));
        quote.id = null;
        QuarkusTransaction.requiringNew().run(quote::persist);
        assertThat(quote.id).isNotEqualTo(id);
        assertThat(row).isEqualTo(row(quote.id)).contains("\"start_at\": 1");
    }

    @Test
    void nothingIsNotAStatement() {
        // outside a transaction a statement that writes would fail
        ArticleQuotes.insert(List.of());
    }

    private static UUID article() {
        return UUID.fromString(Api.submitter()
                .contentType("application/json")
                .body(Map.of("url", Api.uniqueUrl(), "text", "Nobody said a word."))
                .post("/v1/articles")
                .path("id"));
    }

    private static String row(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> (String) Quote.getEntityManager()
                .createNativeQuery("select cast(to_jsonb(q) - 'id' as text) from quote q where id = :id", String.class)
                .setParameter("id", id)
                .getSingleResult());
    }
}
