package org.quotecheck.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.LogKey;

/** Keys as operators give them. */
class LogKeysTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void withoutAKeyNothingIsSigned() {
        var keys = keys(null, null);
        assertThat(keys.sign("{}")).isEmpty();
        assertThat(keys.view().keys()).isEmpty();
    }

    @Test
    void retiredKeysStay() {
        var old = LogKey.make();
        var retired = keys(old, null).view().keys().getFirst();
        var keys = keys(LogKey.make(), "{\"keys\":[" + old + "]}").view().keys();
        assertThat(keys).hasSize(2).contains(retired);
        assertThat(keys.toString()).doesNotContain(old.replaceAll(".*\"d\":\"([^\"]+)\".*", "$1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"kty\":\"RSA\"}", "{"})
    void whatIsNoKeyIsRefused(String key) {
        assertThatThrownBy(() -> keys(key, null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("QUOTECHECK_LOG_KEY");
        assertThatThrownBy(() -> keys(null, "{\"keys\":[" + key + "]}"))
                .satisfies(refused -> assertThat(refused).isInstanceOf(ConfigurationException.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"keys\":{}}", "{\"key\":[]}", "{\"kty\":\"EC\",\"crv\":\"P-256\"}"})
    void retiredKeysAreASet(String retired) {
        assertThatThrownBy(() -> keys(null, retired))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("QUOTECHECK_LOG_RETIRED_KEYS");
    }

    @Test
    void keyOfAnotherPairIsRefused() {
        var mixed = LogKey.make().replaceAll("\"d\":\"[^\"]+\"", "")
                + LogKey.make().replaceAll(".*(\"d\":\"[^\"]+\"})", "$1");
        assertThatThrownBy(() -> keys(mixed.replace(",}", ",").replaceAll(",\\}\"d\"", ",\"d\""), null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining(mixed);
    }

    private static LogKeys keys(String key, String retired) {
        return new LogKeys(Optional.ofNullable(key), Optional.ofNullable(retired), JSON);
    }
}
