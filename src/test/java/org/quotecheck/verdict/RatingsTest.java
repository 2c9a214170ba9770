package org.quotecheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** {@code GET /v1/ratings}, and a deployment's own words. */
@QuarkusTest
class RatingsTest {

    @AfterEach
    void forget() {
        Labels.override(null);
    }

    @Test
    void eachHasALabelAndADefinition() {
        Api.nobody()
                .get("/v1/ratings?lang=pt-BR")
                .then()
                .statusCode(200)
                .body("language", equalTo("pt"))
                .body("ratings", hasSize(Rating.values().length))
                .body("quoteVerdicts", hasSize(QuoteVerdict.values().length))
                .body("ratings.labels", everyItem(hasKey("uk")))
                .body("ratings.scale", equalTo(java.util.Arrays.asList(1, 2, 3, 4, 5, null, null, null, null, null)))
                .body("ratings.definition.unique().size()", equalTo(Rating.values().length));
        Api.nobody().get("/v1/ratings").then().body("ratings[0].label", equalTo("False"));
        Api.nobody().get("/v1/ratings?lang=tlh").then().body("language", equalTo("en"));
        refused(Api.nobody().get("/v1/ratings?lang=%00"), 400);
        refused(Api.nobody().get("/v1/ratings?language=en"), 400);
    }

    @Test
    void deploymentHasItsOwnWords() {
        Labels.override("en.rating.mixed = Half true\nen.definition.rating.mixed=As much is right as wrong.\n");
        Api.nobody()
                .get("/v1/ratings")
                .then()
                .body("ratings[2].label", equalTo("Half true"))
                .body("ratings[2].definition", equalTo("As much is right as wrong."))
                .body("ratings[1].label", equalTo("Mostly false"));
        Api.nobody()
                .get("/ratings?lang=en")
                .then()
                .body(containsString("Half true"))
                .body(containsString("As much is right as wrong."));
        assertThat(Labels.of(Rating.MIXED, "en-GB")).isEqualTo("Half true");
        assertThat(Labels.of(Rating.MIXED, "xx")).isEqualTo("Half true");
        assertThat(Labels.of(Rating.MIXED, "de")).isEqualTo("Teilweise wahr");
        assertThat(Labels.isOurs(Rating.MIXED, "en-GB")).isFalse();
        assertThat(Labels.isOurs(Rating.MIXED, "xx")).isFalse();
        assertThat(Labels.isOurs(Rating.MIXED, "de")).isTrue();
        assertThat(Labels.isOurs(Rating.TRUE, "en")).isTrue();
        var claim = Api.claim(Api.unique("The number of schools has doubled"));
        Api.publish(claim, "mixed");
        Api.nobody()
                .get("/claims/" + claim)
                .then()
                .body(containsString("/claims/" + claim + ".svg\">"))
                .body(containsString("og:image:type\" content=\"image/svg+xml\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rating.mixed=x",
                "en.rating.half=x",
                "xx.rating.mixed=x",
                "en.card.read=x",
                "en.rating.mixed=",
                "x"
            })
    void wordsThatBelongNowhereAreRefused(String labels) {
        assertThatThrownBy(() -> Labels.override(labels))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(labels.replaceFirst("=.*", ""));
    }
}
