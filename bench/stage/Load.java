package org.quotecheck.stage;

import java.io.StringReader;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.quotecheck.digest.Sha256;
import org.quotecheck.statement.SearchText;

/**
 * Fills a database with invented claims: six languages, words as frequent as in real texts without stop words, 2,000
 * claimants, 300 publishers, six of ten with a verdict, one of twenty reworded since.
 */
public final class Load {

    public static final List<String> LANGUAGES =
            List.of("en", "en", "en", "en", "en", "en", "de", "de", "fr", "es", "ru", "pt-BR");
    private static final int VOCABULARY = 20_000;
    private static final int FREQUENT = 30;
    private static final List<String> RATINGS =
            List.of("false", "false", "mostly_false", "mixed", "mostly_true", "true", "missing_context", "satire");
    private static final List<String> UNPUBLISHED =
            List.of("submitted", "submitted", "submitted", "in_review", "not_checkable", "rejected");

    private final Random random = new Random(7);
    private final Instant start = Instant.parse("2024-01-01T00:00:00Z");
    public final List<String> words = new ArrayList<>();

    public Load() {
        var onsets = "b bl br c ch d dr f fl g gr h j k l m n p pl pr qu r s sh sl st t tr v w z".split(" ");
        var vowels = "a e i o u ai ea io ou".split(" ");
        var codas = ",l,m,n,nd,ng,r,rd,s,st,t,x,ck,sh".split(",");
        var known = new HashSet<String>();
        while (words.size() < VOCABULARY) {
            var word = new StringBuilder();
            for (int syllables = 1 + random.nextInt(3); syllables >= 0; syllables--) {
                word.append(onsets[random.nextInt(onsets.length)])
                        .append(vowels[random.nextInt(vowels.length)])
                        .append(codas[random.nextInt(codas.length)]);
            }
            if (known.add(word.toString())) {
                words.add(word.toString());
            }
        }
    }

    public void into(Connection database, int claims) throws Exception {
        var copy = ((PGConnection) database).getCopyAPI();
        for (int done = 0; done < claims; done += 10_000) {
            var claim = new StringBuilder();
            var revision = new StringBuilder();
            var appearance = new StringBuilder();
            for (int i = done; i < Math.min(claims, done + 10_000); i++) {
                add(i, claim, revision, appearance);
            }
            copy.copyIn("""
                    copy claim (id, text, language, claimant_name, claimant_type, identity, status, submitted_by, revision, search_text, claimant_key,
                      published_text, published_claimant_key, published_language, verdict_language, rating, created_at, updated_at, version) from stdin""", new StringReader(claim.toString()));
            copy.copyIn(
                    "copy verdict_revision (claim_id, number, kind, content, content_digest, digest, proposed_by, approved_by, published_at) from stdin",
                    new StringReader(revision.toString()));
            copy.copyIn("""
                    copy appearance (id, claim_id, url, url_hash, publisher_name, publisher_site, publisher_keys, own_claim_id, state, added_by, created_at) from stdin""", new StringReader(appearance.toString()));
        }
    }

    private void add(int i, StringBuilder claim, StringBuilder revision, StringBuilder appearance) {
        var at = start.plusSeconds(i * 600L);
        var id = id(at, i);
        var language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
        var claimant = claimant((int) (2_000 * Math.pow(random.nextDouble(), 3)));
        boolean published = random.nextInt(10) < 6;
        var said = sentence(8 + random.nextInt(12));
        var text = published && random.nextInt(20) == 0 ? said + " " + word() : said;
        var rating = RATINGS.get(random.nextInt(RATINGS.size()));
        row(
                claim,
                id,
                text,
                language,
                claimant,
                "Person",
                Sha256.hex(id),
                published ? "published" : UNPUBLISHED.get(random.nextInt(UNPUBLISHED.size())),
                "sam" + random.nextInt(50),
                published ? "1" : "0",
                line(SearchText.of(text, claimant)),
                SearchText.key(claimant),
                published ? line(SearchText.of(said, claimant)) : "\\N",
                published ? SearchText.key(claimant) : "\\N",
                published ? language : "\\N",
                published ? "en" : "\\N",
                published ? rating : "\\N",
                at,
                at.plusSeconds(random.nextInt(1_000_000)),
                "3");
        if (published) {
            row(
                    revision,
                    id,
                    "1",
                    "initial",
                    """
                    {"claim":{"claimant":{"name":"%s","type":"Person"},"language":"%s","text":"%s"},"language":"en","rating":"%s","sources":[],"summary":"Found."}""".formatted(claimant, language, said, rating),
                    "0".repeat(64),
                    Sha256.hex(id),
                    "rita",
                    "ed",
                    at);
        }
        int publisher = (int) (300 * Math.pow(random.nextDouble(), 2));
        var url = url(random.nextInt(20_000));
        row(
                appearance,
                id(at, i + 1_000_000),
                id,
                url,
                Sha256.hex(url),
                "Courier " + publisher,
                "www.courier" + publisher + ".example",
                "{courier " + publisher + ",courier" + publisher + "example}",
                id,
                "confirmed",
                "sam",
                at);
    }

    public static String claimant(int number) {
        return "Ann Speaker" + number;
    }

    public static String url(int number) {
        return "https://courier.example/news/" + number;
    }

    /** By Zipf's law, Mandelbrot's form. */
    public String word() {
        double total = Math.log((VOCABULARY + FREQUENT) / (double) FREQUENT);
        return words.get((int) Math.min(VOCABULARY - 1, FREQUENT * Math.exp(random.nextDouble() * total) - FREQUENT));
    }

    private String sentence(int length) {
        var sentence = new StringBuilder(word());
        for (int i = 1; i < length; i++) {
            sentence.append(' ').append(i % 6 == 0 ? String.valueOf(random.nextInt(3_000)) : word());
        }
        return sentence.toString();
    }

    private static String line(String text) {
        return text.replace("\n", "\\n");
    }

    private static String id(Instant at, int number) {
        return new UUID(at.toEpochMilli() << 16 | 0x7000, 0x8000000000000000L | number).toString();
    }

    private static void row(StringBuilder rows, Object... columns) {
        rows.append(String.join(
                        "\t", Arrays.stream(columns).map(Object::toString).toList()))
                .append('\n');
    }
}
