package org.quotecheck.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.quotecheck.claim.PublishedClaim;
import org.quotecheck.deployment.Site;

/** The example that a new dev database holds: an article and the verdict on a quote of it, made over the API itself. */
@IfBuildProfile("dev")
@ApplicationScoped
class DevExample {

    private static final Logger LOG = Logger.getLogger(DevExample.class);

    private final Site site;
    private final ObjectMapper json;
    private final HttpClient client = HttpClient.newHttpClient();

    DevExample(Site site, ObjectMapper json) {
        this.site = site;
        this.json = json;
    }

    void make(@ObservesAsync HttpServerStart started) {
        if (QuarkusTransaction.requiringNew().call(PublishedClaim::firstId).isPresent()) {
            return;
        }
        try (var in = DevExample.class.getResourceAsStream("/dev/example.json")) {
            var claim = publish(json.readTree(in));
            LOG.infof("An example is ready: %s", site.url("/claims/" + claim));
        } catch (IOException | InterruptedException e) {
            LOG.error("The example could not be made", e);
        }
    }

    private String publish(JsonNode example) throws IOException, InterruptedException {
        var rita = token("rita", "reviewer");
        var ed = token("ed", "editor");
        var article = send("POST", "/v1/articles", token("sam", "submitter"), null, example.get("article"));
        var quote = Map.of(
                "quoteId",
                body(article).at("/quotes/0/id").asText(),
                "text",
                example.get("claim").asText());
        var claim = "/v1/claims/"
                + body(send("POST", "/v1/claims", rita, null, json.valueToTree(quote)))
                        .get("id")
                        .asText();
        move(claim, rita, "in_review");
        send("POST", claim + "/sources", rita, null, example.get("source"));
        send("PUT", claim + "/verdict-draft", rita, null, example.get("draft"));
        move(claim, rita, "proposed");
        move(claim, ed, "published");
        return claim.substring("/v1/claims/".length());
    }

    private void move(String claim, String token, String to) throws IOException, InterruptedException {
        var etag = send("GET", claim, token, null, null)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        send("POST", claim + "/transitions", token, etag, json.valueToTree(Map.of("to", to)));
    }

    private String token(String subject, String role) throws IOException, InterruptedException {
        var request = json.valueToTree(Map.of("subject", subject, "roles", List.of(role)));
        return body(send("POST", "/dev/tokens", null, null, request))
                .get("token")
                .asText();
    }

    private HttpResponse<String> send(String method, String path, String token, String ifMatch, JsonNode body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(site.url(path)))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()));
        request.header("Content-Type", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(method + " " + path + ": " + response.body());
        }
        return response;
    }

    private JsonNode body(HttpResponse<String> response) throws IOException {
        return json.readTree(response.body());
    }
}
