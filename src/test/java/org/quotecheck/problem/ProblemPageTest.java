package org.quotecheck.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quotecheck.Api;
import org.quotecheck.Browser;

/** {@code /problems/{slug}}: what a problem's type leads to. */
@QuarkusTest
class ProblemPageTest {

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyTypeIsExplained(ProblemType type) {
        var page = Jsoup.parse(Api.nobody()
                .get("/problems/" + type.slug())
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/html;charset=utf-8"))
                .extract()
                .asString());
        assertThat(page.select("h1").text()).isEqualTo(type.title());
        assertThat(page.select(".kicker").text()).isEqualTo("Status " + type.status());
        assertThat(page.select("section p").text()).isEqualTo(type.explanation());
        assertThat(page.select("code").text()).isEqualTo("/problems/" + type.slug());
    }

    @Test
    void unknownTypeIsNotFound() {
        Api.nobody()
                .header("Accept", "text/html")
                .get("/problems/no-such")
                .then()
                .statusCode(404)
                .header("Content-Type", equalTo("text/html;charset=utf-8"));
    }

    @Test
    void everyReaderCanUseIt() {
        var reader = Browser.shared().reader();
        Stream.of("unauthenticated", "stale-version")
                .map(slug -> Browser.service() + "/problems/" + slug)
                .forEach(url -> reader.withTools().everyWay().forEach(other -> {
                    try (var tab = other.open(url)) {
                        tab.assertAccessible();
                    }
                }));
        try (var tab = reader.open(Browser.service() + "/problems/gone")) {
            tab.assertQuiet();
        }
    }
}
