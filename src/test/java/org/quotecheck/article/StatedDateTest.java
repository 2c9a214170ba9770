package org.quotecheck.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedDateTest {

    @ParameterizedTest
    @CsvSource({
        "2026, 2026",
        "2026-05, 2026-05",
        "2026-05-03, 2026-05-03",
        "2026-05-03T10:00:00Z, 2026-05-03T10:00:00Z",
        "2026-05-03T10:00Z, 2026-05-03T10:00:00Z",
        "2026-05-03t12:00:00+02:00, 2026-05-03T10:00:00Z",
        "2026-05-03 12:00:00.25+0200, 2026-05-03T10:00:00.250Z",
    })
    void dateKeepsItsPrecision(String said, String kept) {
        assertThat(StatedDate.Form.of(said)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "26",
                "0999",
                "2026-13",
                "2026-5",
                "2026-02-30",
                "2026-05-03T10:00:00",
                "yesterday",
                "+2026",
                "2026-05-03T25:00:00Z",
                "３０２６"
            })
    void whatIsNoDateIsNone(String said) {
        assertThat(StatedDate.Form.of(said)).isEmpty();
    }

    @Test
    void pageThatLeavesOutTheZoneSaysTheDay() {
        assertThat(StatedDate.Form.ofPage(" 2026-05-03T23:30:00 ")).contains("2026-05-03");
        assertThat(StatedDate.Form.ofPage("3 May 2026")).isEmpty();
    }

    @Test
    void onlyWhatNamesADayHasOne() {
        assertThat(StatedDate.Form.day("2026-05")).isEmpty();
        assertThat(StatedDate.Form.day("2026-05-03T10:00:00Z")).contains(LocalDate.of(2026, 5, 3));
    }
}
