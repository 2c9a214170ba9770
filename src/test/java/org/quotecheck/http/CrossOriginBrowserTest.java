package org.quotecheck.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.Browser;
import org.quotecheck.InBrowser;

/** What a browser lets pages of other origins do, whatever headers say (Fetch standard, section 3.3). */
@QuarkusTest
class CrossOriginBrowserTest extends InBrowser {

    private static final String LISTED = "https://desk.example:8443";
    private static final String STRANGER = "https://stranger.example";

    @Test
    void anyPageReads() {
        var claim = Api.claim(Api.unique("The ferry sank"));
        Api.publish(claim, "false");
        try (var tab = browser.reader().tab()) {
            var page = of(STRANGER, tab);
            for (var path : List.of("/v1/claims/" + claim, "/v1/claims?limit=1", "/claims/" + claim + ".jsonld")) {
                assertThat(ask(page, path, Map.of())).containsEntry("status", 200);
            }
            var embed = ask(page, "/embed/v1/claims?ids=" + claim, Map.of());
            assertThat(embed).containsEntry("status", 200);
            assertThat(embed.get("etag")).asString().startsWith("\"");
            var again = ask(
                    page,
                    "/embed/v1/claims?ids=" + claim,
                    Map.of("headers", Map.of("If-None-Match", embed.get("etag")), "cache", "no-store"));
            assertThat(again).containsEntry("status", 304);
        }
    }

    /** The chain of a claim's revisions, recomputed by a page of another origin with the browser's own SHA-256. */
    @Test
    void anyPageVerifiesAChain() {
        var claim = Api.claim(Api.unique("The ferry sank twice"));
        Api.publish(claim, "false");
        try (var tab = browser.reader().tab()) {
            var held =
                    of(STRANGER, tab).evaluate("""
                    async (url) => {
                      const content = ['rating', 'quoteVerdict', 'reasons', 'summary', 'explanation', 'language',
                        'claim', 'sources', 'publicNote', 'singleReviewer'];
                      const link = ['number', 'kind', 'publishedAt', 'contentDigest', 'previousDigest'];
                      const pick = (object, names) => Object.fromEntries(
                        Object.entries(object).filter(([name]) => names.includes(name)));
                      const canonical = (value) => Array.isArray(value) ? `[${value.map(canonical)}]`
                        : value && typeof value === 'object'
                          ? `{${Object.keys(value).sort().map((key) => JSON.stringify(key) + ':' + canonical(value[key]))}}`
                          : JSON.stringify(value);
                      const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
                      const sha256 = async (value) => hex(new Uint8Array(
                        await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(value)))));
                      const { items: [revision] } = await (await fetch(url)).json();
                      return await sha256(pick(revision, content)) === revision.contentDigest
                        && await sha256(pick(revision, link)) === revision.digest;
                    }""", Browser.service() + "/v1/claims/" + claim + "/verdict-revisions");
            assertThat(held).isEqualTo(true);
        }
    }

    @Test
    void onlyAListedOriginWrites() {
        Map<String, Object> write = Map.of(
                "method",
                "POST",
                "headers",
                Map.of("Authorization", "Bearer " + Api.token("sam", "submitter"), "Content-Type", "application/json"),
                "body",
                "{\"text\":\"" + Api.unique("The ferry sank") + "\"}");
        try (var tab = browser.reader().tab()) {
            assertThat(ask(of(STRANGER, tab), "/v1/claims", write)).containsEntry("status", "refused");
        }
        try (var tab = browser.reader().tab()) {
            var page = of(LISTED, tab);
            assertThat(ask(page, "/v1/claims", write)).containsEntry("status", 201);
        }
    }

    @Test
    void cookiesOpenNothing() {
        try (var tab = browser.reader().tab()) {
            assertThat(ask(of(LISTED, tab), "/v1/claims?limit=1", Map.of("credentials", "include")))
                    .containsEntry("status", "refused");
        }
    }

    private static Page of(String origin, Browser.Tab tab) {
        var page = tab.page();
        page.route(
                origin + "/",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<!doctype html><title>Another origin</title>")));
        page.navigate(origin + "/");
        // while anything is routed, Playwright answers the browser's preflights itself
        page.unroute(origin + "/");
        return page;
    }

    /** Status and ETag as the page's script sees them; status "refused" where the browser keeps the answer. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> ask(Page page, String path, Map<String, Object> request) {
        return (Map<String, Object>) page.evaluate("""
                ([url, request]) => fetch(url, request).then(
                  (answer) => ({ status: answer.status, etag: answer.headers.get('ETag') }),
                  () => ({ status: 'refused' }))""", List.of(Browser.service() + path, request));
    }
}
