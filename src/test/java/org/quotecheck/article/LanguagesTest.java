package org.quotecheck.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which language a text is in, where nobody says. */
class LanguagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The ferry leaves the old pier twice a day, and the captain says that nobody has missed it this year.
            de | Die Fähre verlässt den alten Anleger zweimal am Tag, und niemand hat sie in diesem Jahr verpasst.
            fr | Le bateau quitte le vieux quai deux fois par jour, et personne ne l'a manqué depuis le printemps.
            es | El barco sale del viejo muelle dos veces al día, y nadie lo ha perdido desde la primavera pasada.
            pl | Prom odpływa ze starego nabrzeża dwa razy dziennie i nikt się w tym roku na niego nie spóźnił.
            ru | Паром отходит от старого причала два раза в день, и в этом году на него никто не опоздал.
            ja | その渡し船は一日に二回、古い桟橋を出発します。今年は乗り遅れた人が一人もいないと船長は話していますが、夏の間はさらに便が増える予定だそうです。
            ko | 여객선은 하루에 두 번 낡은 부두를 떠나며, 올해는 배를 놓친 사람이 한 명도 없다고 선장은 말했다. 여름에는 배편이 더 늘어날 예정이라고 덧붙였다.
            zh-CN | 渡船每天两次从旧码头出发，船长说今年还没有一个人误过船。夏天班次还会增加，市政府已经同意为此拨款，居民也可以在网上提前买票，价格与去年相同，没有上涨。
            und | Ferry: 12:30, 14:30
            """)
    void wordsTellTheirLanguage(String language, String text) {
        assertThat(Languages.of(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            en, en
            en_GB, en-GB
            en-US-x-foo, en-US
            de-DE-u-co-phonebk, de-DE
            zh-cmn-Hans-CN, cmn-Hans-CN
            zh-Hant-TW, zh-Hant-TW
            und, -
            english words, -
            x-foo, -
            '', -
            """)
    void pagesTagIsReadWithoutItsExtensions(String said, String tag) {
        assertThat(Languages.tag(said)).isEqualTo(Optional.ofNullable(tag));
    }

    @ParameterizedTest
    @CsvSource({
        "en, Debt halved.",
        "en, Schulden halbiert.",
        "und, Безработица упала.",
        "und, 12",
        "und, 失业率下降了百分之十。",
        "ru, 'Безработица упала на десять процентов, и в этом году новых мест стало больше, чем когда-либо прежде.'"
    })
    void statementInOtherLettersIsNotTakenForEnglish(String language, String text) {
        assertThat(Languages.ofStatement(text)).isEqualTo(language);
    }

    @Test
    void nativeExecutableReadsTheProfilesOfKnownLanguagesAndNoOthers() throws IOException {
        var settings = new Properties();
        try (var file = getClass().getResourceAsStream("/application.properties")) {
            settings.load(file);
        }
        var read = List.of(settings.getProperty("quarkus.native.resources.includes")
                        .split(","))
                .stream()
                .filter(path -> path.startsWith("languages/"))
                .map(path -> path.substring("languages/".length()));
        assertThat(read).containsExactlyElementsOf(Languages.KNOWN);
    }
}
