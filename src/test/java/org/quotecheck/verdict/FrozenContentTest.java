package org.quotecheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quotecheck.Golden;
import org.quotecheck.digest.Canonical;
import org.quotecheck.digest.Sha256;
import org.quotecheck.source.SourceRole;
import org.quotecheck.source.SourceView;
import org.quotecheck.statement.ClaimWords;
import org.quotecheck.statement.Claimant;

/** The bytes of a revision's content: others would break each chain that was published before. */
class FrozenContentTest {

    private static final String MEANING =
            "the canonical form of published content has changed: digests of before can no longer be recomputed";

    @Test
    void everyMemberHasItsBytes() {
        var content = Canonical.json(content());
        Golden.assertSame("revision.json", content, MEANING);
        assertThat(Sha256.hex(content))
                .as(MEANING)
                .isEqualTo("c210f48cae170b6c35f7b6280374436aad5e939ab15d51e276018e1404502102");
    }

    @Test
    void absentMembersHaveNone() {
        var words = new ClaimWords("Nobody came.", null, null, "en");
        var retraction =
                new VerdictContent(null, null, null, "Taken back.", null, "en", words, List.of(), "Taken back.", null);
        assertThat(Canonical.json(retraction))
                .as(MEANING)
                .isEqualTo("{\"claim\":{\"language\":\"en\",\"text\":\"Nobody came.\"},\"language\":\"en\","
                        + "\"publicNote\":\"Taken back.\",\"sources\":[],\"summary\":\"Taken back.\"}");
    }

    private static VerdictContent content() {
        var claimant = new Claimant(
                "Zoé O’Hara", Claimant.Type.Person, "Harbour master", List.of("https://people.example/zoe?a=1&b=2"));
        var words = new ClaimWords(
                "“Half of our 1,200 berths” stood empty – 🙂 \u2028 <b>", claimant, LocalDate.of(2024, 2, 29), "en-GB");
        var source = new SourceView(
                UUID.fromString("019a0000-0000-7000-8000-000000000001"),
                "https://register.example/berths",
                null,
                "Register of berths",
                "Port authority",
                "R. Quill",
                "2024-03-01T00:00:00Z",
                Instant.parse("2024-03-02T10:11:12.345Z"),
                "https://archive.example/1",
                SourceRole.REFUTES,
                "Of 1,200 berths 90 stood empty.",
                "Table 3");
        return new VerdictContent(
                Rating.MOSTLY_FALSE,
                QuoteVerdict.FAITHFUL,
                List.of("wrong_number"),
                "Ninety stood empty.",
                "The register lists 1,200 berths.\n\nOf these, 90 were free.",
                "en",
                words,
                List.of(source),
                "A number was wrong.",
                true);
    }
}
