package org.quotecheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A semicolon in a query is a character of a value, as it is or encoded, whatever operation reads it. */
@QuarkusTest
class SemicolonTest {

    @Test
    void isTheSameEncodedOrNot() {
        var page = Api.uniqueUrl();
        var claim = Api.claim(Api.unique("We won"), page);
        Api.confirm(claim);
        Api.publish(claim, "false");
        var read = new TreeSet<String>();
        for (var operation : new Contract().operations().values()) {
            if (!operation.method().equals("GET")) {
                continue;
            }
            var path = operation.path().replace("{number}", "1").replaceAll("\\{\\w+}", claim);
            for (var parameter : operation.parameters()) {
                if (parameter.path("in").asText().equals("query")) {
                    var name = parameter.path("name").asText();
                    for (var value : new String[] {page, claim, "1", "en", "won"}) {
                        var sent = get(path + '?' + name + '=' + value + ";x=1;cursor=2;" + name + "=3");
                        var encoded = get(path + '?' + name + '=' + value + "%3Bx=1%3Bcursor=2%3B" + name + "=3");
                        var what = path + " with " + name + '=' + value;
                        assertThat(sent.statusCode()).as(what).isEqualTo(encoded.statusCode());
                        assertThat(sent.asString()).as(what).isEqualTo(encoded.asString());
                    }
                    read.add(operation.id() + ' ' + name);
                }
            }
        }
        assertThat(read).hasSizeGreaterThan(60);
    }

    @Test
    void anotherPagesVerdictsAreNotGiven() {
        var page = Api.uniqueUrl();
        var claim = Api.claim(Api.unique("We won"), page);
        Api.confirm(claim);
        Api.publish(claim, "false");
        assertThat(get("/embed/v1/articles?url=" + page).asString()).contains(claim);
        assertThat(get("/embed/v1/articles?url=" + page + ";b").asString()).doesNotContain(claim);
    }

    private static Response get(String path) {
        return Api.as("sem", "reviewer", "editor", "submitter")
                .urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .header("X-Request-Id", "same")
                .get(path);
    }
}
