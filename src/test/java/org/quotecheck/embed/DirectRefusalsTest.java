package org.quotecheck.embed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused without the framework is what the framework refuses, in its words. */
@QuarkusTest
class DirectRefusalsTest extends DirectDoor {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/embed/v1/claims?",
                "/embed/v1/claims?ids",
                "/embed/v1/claims?ids=",
                "/embed/v1/claims?ids=+",
                "/embed/v1/claims?ids=x",
                "/embed/v1/claims?ids=,",
                "/embed/v1/claims?lang=&ids=019a0000-0000-7000-8000-000000000001",
                "/embed/v1/claims?lang=+de&ids=019a0000-0000-7000-8000-000000000001",
                "/embed/v1/claims?lang=%F0%9F%98%80&ids=019a0000-0000-7000-8000-000000000001",
                "/embed/v1/claims?ids=019A0000-0000-7000-8000-000000000001,+019a0000-0000-7000-8000-000000000002",
                "/embed/v1/claims?ids=a&ids=b",
                "/embed/v1/claims?ids=a&i%64s=b",
                "/embed/v1/claims?IDS=a",
                "/embed/v1/claims?ids=%00",
                "/embed/v1/claims?ids=%ff",
                "/embed/v1/claims?=1",
                "/embed/v1/claims?ids=019a0000-0000-7000-8000-000000000001&x=1&%C3%BC=2&x=3",
                "/embed/v1/articles?",
                "/embed/v1/articles?url=https%3A%2F%2Fnews.example%2F",
                "/embed/v1/articles?url=https://news.example/?a=b&urlHash=x",
                "/embed/v1/articles?url=",
                "/embed/v1/articles?url",
                "/embed/v1/articles?url=x",
                "/embed/v1/articles?url=ftp://news.example/",
                "/embed/v1/articles?url=https://user@news.example/",
                "/embed/v1/articles?url=https://news.example:99999/",
                "/embed/v1/articles?url=https://xn--a.example/",
                "/embed/v1/articles?url=https://news%00.example/",
                "/embed/v1/articles?url=https://news.example/%25%32%30+b%20c%2B",
                "/embed/v1/articles?url=https://news.example/%C3",
                "/embed/v1/articles?url=https://news.example/&url=https://news.example/",
                "/embed/v1/articles?urlHash=x",
                "/embed/v1/articles?urlHash=",
                "/embed/v1/articles?lang=de",
                "/embed/v1/articles?Url=https://news.example/",
                "/embed/v1/quotecheck.js?v=1&v=2&ids=%00",
                "/embed/v1/quotecheck.0.js?",
                "/embed/v1/quotecheck-article.abc.js?x",
                "/embed/v1/quotecheck.X.js?",
                "/embed/v1/nowhere?",
                "/embed/v1/claims/x?",
                "/embed/v1/claims.json?ids=x",
                "/wp-login.php?",
                "/.git/config?",
                "/xmlrpc.php?rsd",
                "/claimsx?a=b%20c",
                "/V1/claims?",
                "/a/b/c/?x=%00",
                "/index.html?",
                "/cgi-bin/luci/;stok=?",
                "/~root/$(id)/'*'?",
                "/v1.0:x@y,z?"
            })
    void everyFormIsTheSame(String target) {
        var parts = target.split("\\?", 2);
        var taken = direct.answer(new DirectRequest("GET", parts[0], parts[1], REQUEST_ID));
        assertThat(taken.isEmpty()).isEqualTo(target.contains(";"));
        if (taken.isPresent()) {
            assertSame(parts[0], parts[1], REQUEST_ID);
        }
    }

    @Test
    void addressThatIsTooLongIsRefusedAlike() {
        for (int length : new int[] {2_048, 2_049, 15_000}) {
            var url = "https://news.example/" + "a".repeat(length - "https://news.example/".length());
            assertSame("/embed/v1/articles", "url=" + url, REQUEST_ID);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "GET", "POST", "PUT", "DELETE", "PATCH"})
    void whatIsNotThereIsSoByEachMethod(String method) {
        assertSame(method, "/wp-login.php", "a=1", REQUEST_ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?",
                "?",
                "*?",
                "/v1/claims?",
                "/claims/019a0000-0000-7000-8000-000000000001?",
                "/embed/claims/019a0000-0000-7000-8000-000000000001?",
                "/embed/v1?",
                "/embed/v1/?",
                "/embed/v1/claims/?ids=x",
                "/assets/nowhere?",
                "/sitemap-1.xml?",
                "/wp%2Dlogin.php?",
                "/a//b?",
                "/../etc/passwd?",
                "/a/./b?",
                "/a\\b?",
                "/embed/v1/claims?ids=a;b",
                "/embed/v1/claims?ids=%",
                "/embed/v1/articles?url=https://news.example/#top",
                "/b\u00fccher?"
            })
    void allElseIsForTheFramework(String target) {
        var parts = target.split("\\?", 2);
        assertThat(direct.answer(new DirectRequest("GET", parts[0], parts[1], Map.of())))
                .isEmpty();
    }

    @Test
    void whatHasAPageOrAnotherMethodIsForTheFramework() {
        for (var request : List.of(
                new DirectRequest("GET", "/wp-login.php", "", Map.of("accept", "Text/HTML, */*;q=0.5")),
                new DirectRequest("OPTIONS", "/embed/v1/claims", "", Map.of("origin", "https://daily.example")),
                new DirectRequest("POST", "/embed/v1/claims", "", Map.of()),
                new DirectRequest("GET", "/embed/v1/claims", "", Map.of("x", "y".repeat(16_384))),
                new DirectRequest("GET", "/embed/v1/claims", "ids=" + "x".repeat(16_384), Map.of()),
                new DirectRequest("GET", "/embed/v1/quotecheck.js", "", Map.of("host", "a b")))) {
            assertThat(direct.answer(request)).as(request.method()).isEmpty();
        }
    }

    @Test
    void everyPathThatThereIsIsKnownByItsFirstSegment() {
        var templates = new TreeSet<String>();
        for (var type : ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers()) {
            for (var handler : type.value.handlers) {
                if (handler instanceof ClassRoutingHandler routing) {
                    routing.getMappers().values().stream()
                            .flatMap(mapper -> mapper.getTemplates().stream())
                            .map(path -> path.value)
                            .map(resource -> resource.getClassPath().template + "/" + resource.getPath().template)
                            .forEach(templates::add);
                }
            }
        }
        assertThat(templates)
                .hasSizeGreaterThan(50)
                .allSatisfy(template -> assertThat(FirstSegments.has(
                                template.replaceAll("/{2,}", "/").replaceAll("\\{[^/]*?\\}(?=[./]|$)", "1")))
                        .isTrue());
    }

    @Test
    void listedOriginsAreForTheFramework() {
        try (var listed = new DirectEmbeds(
                settings("QUOTECHECK_CORS_ORIGINS", "https://desk.example:8443"), logged::add, PATIENCE)) {
            var origin = Map.of("origin", "https://desk.example:8443");
            assertThat(listed.answer(new DirectRequest("GET", "/wp-login.php", "", origin)))
                    .isEmpty();
            assertThat(listed.answer(new DirectRequest("GET", "/wp-login.php", "", Map.of())))
                    .isPresent();
            assertThat(listed.answer(new DirectRequest("GET", "/embed/v1/quotecheck.js", "", origin)))
                    .isPresent();
        }
    }
}
