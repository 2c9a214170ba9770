package org.quotecheck.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedParametersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    select 1                                 | select 1                              |
                    id = :id                                 | id = ?                                | id
                    (:a, :b_2) = (:b_2, :a)                  | (?, ?) = (?, ?)                       | a b_2 b_2 a
                    text like ':q' and q = :q                | text like ':q' and q = ?              | q
                    to_char(at, 'HH24:MI') = 'it''s :no'     | to_char(at, 'HH24:MI') = 'it''s :no'  |
                    '{}'::jsonb = :json::jsonb               | '{}'::jsonb = ?::jsonb                | json
                    x = any(:ids)limit :limit                | x = any(?)limit ?                     | ids limit
                    """)
    void namesBecomePlaces(String named, String sql, String names) {
        var parameters = NamedParameters.of(named);
        assertThat(parameters.sql()).isEqualTo(sql);
        assertThat(parameters.names()).isEqualTo(names == null ? List.of() : List.of(names.split(" ")));
    }

    @Test
    void nameWithoutValueIsAMistake() {
        assertThatThrownBy(() -> NamedParameters.of("id = :id").set(null, Map.of("other", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no value for :id");
    }
}
