package org.quotecheck.embed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.quotecheck.Api;

/** The service's own answers to embeds, changed as a test needs them, on their way to a page. */
final class Canned {

    static final ObjectMapper JSON = new ObjectMapper();

    private Canned() {}

    /** Each claim of each answer is changed before the page gets it. */
    static void change(Page page, Consumer<ObjectNode> change) {
        page.route("**/embed/v1/claims?*", route -> {
            var response = route.fetch();
            try {
                var body = JSON.readTree(response.body());
                body.get("claims").forEach(claim -> change.accept((ObjectNode) claim));
                route.fulfill(new Route.FulfillOptions().setResponse(response).setBody(body.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** What is asked for, by id or by page, gets this answer, whatever it is. */
    static void answer(Page page, int status, String body) {
        page.route(
                url -> url.matches(".*/embed/v1/(claims|articles)\\?.*"),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(status)
                        .setHeaders(Map.of("Content-Type", "application/json", "Access-Control-Allow-Origin", "*"))
                        .setBody(body)));
    }

    /** The page gets these quotes, each of a copy of the claim. */
    static void article(Page page, String claim, JsonNode quotes) throws IOException {
        article(page, claim, quotes, quoting -> {});
    }

    /** The same, and each copy is changed. */
    static void article(Page page, String claim, JsonNode quotes, Consumer<ObjectNode> change) throws IOException {
        var answer = (ObjectNode)
                JSON.readTree(Api.nobody().get("/embed/v1/claims?ids=" + claim).asByteArray());
        var template = (ObjectNode) answer.get("claims").get(0);
        var claims = answer.putArray("claims");
        for (var quote : quotes) {
            var quoting = quoting(template.deepCopy(), quote.get("parts"));
            change.accept(quoting);
            claims.add(quoting);
        }
        answer(page, 200, answer.toString());
    }

    private static ObjectNode quoting(ObjectNode claim, JsonNode parts) {
        var exact = String.join(" … ", parts.findValuesAsText("exact"));
        ArrayNode quotes = claim.put("text", exact).putArray("quotes");
        quotes.addObject().put("exact", exact).set("parts", parts);
        return claim;
    }

    static JsonNode resource(String file) throws IOException {
        return JSON.readTree(Path.of("src", "test", "resources", file).toFile());
    }

    /** The widget's source files as modules of this page, by their names. */
    static void serveSources(Page page) {
        page.route("**/widget-source/*", route -> {
            try {
                var name = route.request().url().replaceAll(".*/", "");
                route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/javascript")
                        .setBodyBytes(Files.readAllBytes(Path.of("src", "main", "widget", name))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
