package org.quotecheck.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Golden;

/** What stands in the database as folded words: a query that is folded another way would not find it. */
class SearchTextTest {

    private static final List<String> CORPUS = List.of(
            "The new schools opened on 3 May; 1,200.5 children came.",
            "L'école n'a jamais été RÉNOVÉE – à Nîmes",
            "Die Häuser in der Straße wurden über Nacht abgerissen",
            "IĞDIR ilinde kapatıldı, İzmir'de değil",
            "Most w Łodzi zamknięto; Gdańsk też",
            "Мы открыли ещё один музей и Ёлку, й и и\u0306",
            "Міст закрито на ремонт. Їжа є!",
            "Οι ΔΡΌΜΟΙ έκλεισαν ΐ",
            "विद्यालय बंद है",
            "新しい学校が開いた。ガ カ\u3099",
            "새 학교가 문을 열었다",
            "שָׁלוֹם לעולם",
            "المدرسةُ الجديدة ﷺ",
            "Ø, ø, Ł, đ, ħ, ı, æ, œ, ð, þ, ß, ﬁ, Ⅷ, ½, ²",
            "soft\u00adhyphen zero\u200bwidth \u202ebackwards\u202c",
            "U.S. co-operation, e-mail: a@b.example",
            "“Quoted” «words» „here‟ 50% −3 +4 #5",
            "tab\tnew\nline\u00a0blank  twice",
            "🙂 e\u0301 A\u030a");

    private static final List<String> QUERIES = List.of(
            "“new schools” -closed",
            "a-b - c --d",
            "1,200.5 or 3.",
            "\"unfinished",
            "ÉCOLE -\"à Nîmes\"",
            "& | ! <-> :*");

    @Test
    void foldingIsWhatStoredRowsWereFoldedBy() {
        Golden.assertSame(
                "search-text.txt",
                lines(CORPUS.stream().map(SearchText::fold).toList())
                        + lines(QUERIES.stream().map(SearchText::foldQuery).toList())
                        + lines(CORPUS.stream().map(SearchText::key).toList()),
                "new folding: stored rows must be folded again");
    }

    @Test
    void foldingTwiceIsFoldingOnce() {
        assertThat(CORPUS).allSatisfy(text -> {
            var once = SearchText.fold(text);
            assertThat(SearchText.fold(once)).isEqualTo(once);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ﷺ", "½", "🄐", "𝒂", "a"})
    void textIsStoredNoLongerThanAClaimMayBe(String letter) {
        var longest = letter.repeat(5_000);
        assertThat(SearchText.of(longest, longest).lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).isNotEmpty().hasSizeLessThanOrEqualTo(5_000))
                .allSatisfy(line -> assertThat(line).isEqualTo(new String(line.getBytes(UTF_8), UTF_8)));
    }

    private static String lines(List<String> folded) {
        return folded.stream().collect(Collectors.joining("\n", "", "\n\n"));
    }
}
