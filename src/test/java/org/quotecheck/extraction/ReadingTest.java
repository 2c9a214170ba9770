package org.quotecheck.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-1"})
    void lettersAndMarksReadInTheWrongEncodingAreMended(String wrong) {
        String text = "“Ça ira,” said François Łuk — 10 € …";
        assertThat(Reading.of(broken(text, wrong)).text).isEqualTo(text);
    }

    @Test
    void twiceBrokenIsMendedTwice() {
        assertThat(Reading.of(broken(broken("François", "ISO-8859-1"), "ISO-8859-1")).text)
                .isEqualTo("François");
    }

    @Test
    void closingMarkThatLostItsLastByte() {
        assertThat(Reading.of("â€œNo,â€ he said.").text).isEqualTo("“No,” he said.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Ann", "«NOVÂ»", "CAFÉ«", "Ã", "â", "â€", "pâté à l’Âge", "naïve château", "\ud83d\ude00"})
    void whatIsNotBrokenStays(String text) {
        assertThat(Reading.of(text).text).isEqualTo(text.equals("â€") ? "”" : text);
    }

    @Test
    void invisibleCharactersAreNotRead() {
        Reading reading = Reading.of("Pre\u00adsi\u200bdent \ufeffLee");
        assertThat(reading.text).isEqualTo("President Lee");
        assertThat(reading.source.substring(reading.start(0), reading.end(9))).isEqualTo("Pre\u00adsi\u200bdent");
        assertThat(reading.source.substring(reading.start(10), reading.end(13))).isEqualTo("Lee");
    }

    @Test
    void selectorsCountInTheTextAsGiven() {
        String text = "\ud83d\ude00 " + broken("“Ça ira,” said François.", "windows-1252");
        Quotation only = QuotationExtractor.extract(text, "en").getFirst();
        assertThat(only.speaker().name()).isEqualTo("François");
        for (Part part : only.parts()) {
            assertThat(part.exact())
                    .isEqualTo(codePoints(text, part.start(), part.end()))
                    .isEqualTo(broken("Ça ira,", "windows-1252"));
        }
        assertThat(only.attribution().exact())
                .isEqualTo(codePoints(
                        text, only.attribution().start(), only.attribution().end()));
    }

    private static String codePoints(String text, int start, int end) {
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }

    private static String broken(String text, String wrong) {
        StringBuilder broken = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            String letter = new String(new byte[] {octet}, Charset.forName(wrong));
            broken.append(letter.equals("\ufffd") ? (char) (octet & 0xff) : letter.charAt(0));
        }
        return broken.toString();
    }
}
