package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    private static final String GERMAN =
            "Die Opposition forderte am Montag in Berlin seinen Rücktritt und sprach von einem der größten Skandale der "
                    + "vergangenen Jahre, den das Land erlebt habe, weil niemand die Bücher geprüft habe. ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            de | Er nannte das ‚eine Lüge‘ und ging. | eine Lüge
            de | »Wir haben nichts versteckt«, sagte er. | Wir haben nichts versteckt
            de-CH | Er sagte: «Nein, ‹niemals› sage ich.» | Nein, ‹niemals› sage ich.
            fr | « Nous n’avons rien caché », a dit le maire. | Nous n’avons rien caché
            fr | — Je pars, dit-il. | Je pars
            fr | « Elle a ri, dit Paul, et puis rien », a raconté Marc Aubry. | Elle a ri, dit Paul, et puis rien
            es | —No lo sé —dijo Juan—. Mañana veremos. | No lo sé … Mañana veremos.
            ru | — Не знаю, — сказал он. — Завтра увидим. | Не знаю … Завтра увидим.
            pl | „Zobaczymy”, dodał. | Zobaczymy
            sv | ”Vi har inget att dölja”, sade hon. | Vi har inget att dölja
            ja | 首相は「約束は守る」と述べた。 | 約束は守る
            zh | 他说：“我们没有隐瞒。”他看了《红楼梦》。 | 我们没有隐瞒。
            tlh | Er sagte: „Nein.“ | Nein.
            - | Министр сказал: «Мы готовы». | Мы готовы
            - | „Wir sind fertig“, sagte Anna. | Wir sind fertig
            - | Er sagte: „Wir sind fertig“. | Wir sind fertig
            - | « Nous avons fini », a dit Marie. | Nous avons fini
            - | ”Vi är klara”, sa Anna. | Vi är klara
            """)
    void marksOfTheLanguageQuoteAndNobodyIsGuessed(String language, String text, String exact) {
        assertThat(QuotationExtractor.extract(text, language)).singleElement().satisfies(q -> {
            assertThat(q.exact()).isEqualTo(exact);
            assertThat(q.speaker()).isNull();
            assertThat(q.candidates()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“Très bien,” said René Lévy.",
                "“Never again,” said René Lévy.",
                "René Lévy: “Bridges fall.”",
                "„Never again,“ René Lévy told reporters.",
            })
    void fewEnglishWordsHaveASpeakerWithoutTag(String text) {
        assertThat(QuotationExtractor.extract(text, null))
                .singleElement()
                .satisfies(q -> assertThat(q.speaker().name()).isEqualTo("René Lévy"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            fr | « Le port ferme, a expliqué Anne Lebrun, directrice du port, avant la fin de juin. » | Le port ferme … avant la fin de juin. | Anne Lebrun
            fr | « Le port ferme, explique Anne Lebrun. Personne ne part. » | Le port ferme … Personne ne part. | Anne Lebrun
            fr | « Le port ferme, a-t-elle ajouté, avant la fin de juin. » | Le port ferme … avant la fin de juin. | -
            fr | « Le port ferme, a dit le préfet du Nord, et nous partons. » | Le port ferme … et nous partons. | -
            fr | « Le port ferme, avec lui, dit Marc de Brie, la criée. » | Le port ferme, avec lui … la criée. | Marc de Brie
            es | «El puerto cierra, dijo Ana Robles, alcaldesa de la villa, antes de junio». | El puerto cierra … antes de junio | Ana Robles
            es | “El puerto cierra, ha explicado Ana Robles.” | El puerto cierra | Ana Robles
            it | «Il porto chiude, ha detto Anna Riva, sindaca della città, prima di giugno». | Il porto chiude … prima di giugno | Anna Riva
            it | «Il porto chiude, spiega Anna Riva, prima di giugno». | Il porto chiude … prima di giugno | Anna Riva
            """)
    void clauseInsideTheMarksIsNobodysWords(String language, String text, String exact, String speaker) {
        assertThat(QuotationExtractor.extract(text, language)).singleElement().satisfies(q -> {
            assertThat(q.exact()).isEqualTo(exact);
            assertThat(q.attribution()).isNotNull();
            assertThat(q.speaker() == null ? null : q.speaker().name()).isEqualTo(speaker);
        });
    }

    @Test
    void dashOpensSpeechOnlyWhereTheLanguageHasIt() {
        for (String language : List.of("en", "de")) {
            assertThat(QuotationExtractor.extract("— Ich gehe, sagt er.", language))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB,en", "EN,en", "eng,eng", "de_AT,de", "x-klingon,x", "../../etc,''", "1,''"})
    void primarySubtag(String tag, String primary) {
        assertThat(Language.of(tag, new NormalisedText(""))).isEqualTo(primary);
    }

    @Test
    void withoutTagTheTextTells() {
        assertThat(Language.of(null, new NormalisedText(GERMAN))).isEqualTo("und");
        assertThat(Language.of(" ", new NormalisedText("Слава"))).isEqualTo("und");
        assertThat(Language.of(null, new NormalisedText("„No,“ he said."))).isEqualTo("en");
        assertThat(Language.of(null, new NormalisedText(Articles.read("nested.txt"))))
                .isEqualTo("en");
        assertThat(Language.of(null, new NormalisedText(""))).isEqualTo("en");
    }
}
