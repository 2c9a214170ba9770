package org.quotecheck.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;

/** The table of docs/sizes.md that says how much each file and page is, gzipped, is measured. */
@QuarkusTest
class SizesTest {

    /** | what | path | kB |; a path in braces is that of a claim made here. */
    private static final Pattern ROW =
            Pattern.compile("^\\| [^|]+ \\| `([/{][^`]*)` \\| (at most )?(\\d+\\.\\d) \\|", Pattern.MULTILINE);
    /** Names and words of the claim differ from one run to the next. */
    private static final double MOST_TOO_MUCH = 0.4;

    @Test
    void tableOfTheGuideIsMeasured() throws IOException {
        var claim = CheckedClaim.publish("We have built forty new schools in this city")
                .correct("Counted anew.");
        var rows = ROW.matcher(Files.readString(Path.of("docs", "sizes.md")))
                .results()
                .toList();
        assertThat(rows).hasSizeGreaterThan(15);
        var console = Api.nobody().get("/console").asString();
        var table = new SoftAssertions();
        for (MatchResult row : rows) {
            var path = row.group(1)
                    .replace("{claim}", claim.path())
                    .replace("{id}", claim.id())
                    .replace("{article}", claim.articlePath())
                    .replace("{console}", found("/console/(console\\.\\w+\\.js)", console))
                    .replace("{style}", found("/console/(style\\.\\w+\\.css)", console));
            double measured = kilobytes(path);
            double told = Double.parseDouble(row.group(3));
            table.assertThat(told).as(path).isGreaterThanOrEqualTo(measured - 0.05);
            if (row.group(2) == null) {
                table.assertThat(told).as(path).isLessThan(measured + MOST_TOO_MUCH);
            }
        }
        table.assertAll();
    }

    private static String found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static double kilobytes(String path) throws IOException {
        var body = Api.nobody()
                .header("Accept", "*/*")
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new java.util.zip.GZIPOutputStream(zipped)) {
            gzip.write(body);
        }
        return zipped.size() / 1000.0;
    }
}
