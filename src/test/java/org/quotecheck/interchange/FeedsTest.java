package org.quotecheck.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.Browser;
import org.quotecheck.task.RemoveContent;

/** Feeds, sitemap and what else programs read of the site, with their own readers. */
@QuarkusTest
class FeedsTest {

    @Inject
    AgroalDataSource database;

    @Test
    void atomReaderReadsVerdicts() throws FeedException {
        var text = Api.unique("Five < six & \"seven\" > \u0001 \u202e \ud83d\ude42");
        var id = published(text);
        var feed = atom(get("/feeds/verdicts.atom"));
        assertThat(feed.getTitle()).isEqualTo("Fact checks by Quotecheck");
        var entry = feed.getEntries().stream()
                .filter(found -> found.getId().equals("urn:uuid:" + id))
                .findFirst()
                .orElseThrow();
        assertThat(entry.getTitle()).isEqualTo("False: " + text.replace('\u0001', '\ufffd'));
        assertThat(entry.getAlternateLinks().getFirst().getHref()).isEqualTo(Browser.service() + "/claims/" + id);
        assertThat(entry.getUpdated()).isNotNull();
    }

    @Test
    void withdrawnVerdictLeavesATombstone() {
        var id = published(Api.unique("Taken back"));
        retract(id);
        assertThat(get("/feeds/verdicts.atom").asString())
                .contains("<at:deleted-entry ref=\"urn:uuid:" + id + "\"")
                .doesNotContain("<id>urn:uuid:" + id + "</id>");
        get("/feeds/verdicts.json").then().body("items.id", not(hasItem("urn:uuid:" + id)));
        get("/feeds/claimreview.jsonld")
                .then()
                .body(
                        "dataFeedElement.find { it.item.url.endsWith('%s') }.keySet()".formatted(id),
                        hasItem("dateDeleted"));
        assertThat(get("/sitemap.xml").asString()).doesNotContain(id);
    }

    @Test
    void removedContentIsNotServedFromMemory() throws SQLException {
        var id = published(Api.unique("Removed by order"));
        var feeds = List.of("/feeds/verdicts.atom", "/feeds/verdicts.json", "/feeds/claimreview.jsonld");
        feeds.forEach(feed -> assertThat(get(feed).asString()).as(feed).contains(id));
        RemoveContent.byHand(database, id, 1);
        feeds.forEach(feed -> assertThat(get(feed).asString()).as(feed).doesNotContain(id));
    }

    @Test
    void jsonFeedAndDataFeedGiveTheVerdict() {
        var text = Api.unique("The harbour was sold");
        var id = published(text);
        get("/feeds/verdicts.json")
                .then()
                .contentType("application/feed+json")
                .body("version", equalTo("https://jsonfeed.org/version/1.1"))
                .body("items.find { it.id == 'urn:uuid:%s' }.title".formatted(id), equalTo("False: " + text))
                .body("items.find { it.id == 'urn:uuid:%s' }.tags".formatted(id), hasItem("false"));
        var item = "dataFeedElement.find { it.item.url.endsWith('%s') }.item".formatted(id);
        get("/feeds/claimreview.jsonld")
                .then()
                .contentType("application/ld+json")
                .body("'@type'", equalTo("DataFeed"))
                .body(item + ".claimReviewed", equalTo(text))
                .body(item + ".reviewRating.alternateName", equalTo("False"));
        assertThat(get("/sitemap.xml").asString()).contains("<loc>" + Browser.service() + "/claims/" + id + "</loc>");
    }

    @Test
    void correctionIsAnEntryOfItsOwn() throws FeedException {
        var id = published(Api.unique("Corrected"));
        Api.move(Api.editor(), id, Map.of("to", "in_review")).then().statusCode(201);
        var draft = "/v1/claims/" + id + "/verdict-draft";
        Api.editor()
                .contentType(ContentType.JSON)
                .header("If-Match", Api.editor().get(draft).header("ETag"))
                .body(Map.of("rating", "true", "summary", "It is.", "language", "en"))
                .put(draft)
                .then()
                .statusCode(200);
        Api.move(Api.editor(), id, Map.of("to", "proposed")).then().statusCode(201);
        Api.move(
                        Api.as("edith", "editor"),
                        id,
                        Map.of("to", "published", "kind", "correction", "publicNote", "We misread a table."))
                .then()
                .statusCode(201);
        var entries = atom(get("/feeds/corrections.atom")).getEntries();
        assertThat(entries.getFirst().getId()).isEqualTo("urn:uuid:" + id + "#revision-2");
        assertThat(entries.getFirst().getSummary().getValue()).isEqualTo("We misread a table.");
        assertThat(atom(get("/feeds/verdicts.atom")).getEntries().getFirst().getTitle())
                .startsWith("True: ");
    }

    @Test
    void pagesLeadThroughAllClaims() throws FeedException {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 55; i++) {
            ids.add("urn:uuid:" + published(Api.unique("Paged")));
        }
        var seen = new ArrayList<String>();
        for (var next = Browser.service() + "/feeds/verdicts.atom"; next != null; ) {
            var feed = atom(Api.nobody().urlEncodingEnabled(false).get(next));
            feed.getEntries().forEach(entry -> seen.add(entry.getId()));
            next = feed.getOtherLinks().stream()
                    .filter(link -> link.getRel().equals("next"))
                    .map(Link::getHref)
                    .findFirst()
                    .orElse(null);
        }
        assertThat(seen).containsAll(ids).doesNotHaveDuplicates();
    }

    @Test
    void feedsAreCachedAndAskedAgainCheaply() {
        published(Api.unique("Cached"));
        for (var path : new String[] {
            "/feeds/verdicts.atom",
            "/feeds/verdicts.json",
            "/feeds/claimreview.jsonld",
            "/feeds/corrections.atom",
            "/sitemap.xml",
            "/robots.txt",
            "/llms.txt"
        }) {
            var answer = get(path + "?utm_source=x&fbclid=y");
            answer.then().statusCode(200).header("Cache-Control", startsWith("public, max-age=60"));
            Api.nobody()
                    .header("If-None-Match", answer.header("ETag"))
                    .get(path)
                    .then()
                    .statusCode(304);
        }
    }

    @Test
    void cursorThatNoFeedGaveIsRefused() {
        for (var path : new String[] {"verdicts.atom", "verdicts.json", "claimreview.jsonld", "corrections.atom"}) {
            get("/feeds/" + path + "?cursor=bm8").then().statusCode(400).contentType("application/problem+json");
        }
        get("/sitemap-x.xml").then().statusCode(400);
    }

    @Test
    void crawlersAreToldWhereToGo() {
        assertThat(get("/robots.txt").asString())
                .contains("User-agent: *")
                .contains("Sitemap: " + Browser.service() + "/sitemap.xml");
        assertThat(get("/llms.txt").asString())
                .startsWith("# Fact checks by Quotecheck")
                .contains(Browser.service());
    }

    private static Feed atom(Response response) throws FeedException {
        response.then().statusCode(200).contentType("application/atom+xml");
        return (Feed) new WireFeedInput().build(new StringReader(response.asString()));
    }

    private static Response get(String path) {
        return Api.nobody().get(path);
    }

    private static void retract(String id) {
        var note = Map.of("to", "retracted", "publicNote", "It was wrong.");
        Api.move(Api.editor(), id, note).then().statusCode(202);
        Api.move(Api.as("edith", "editor"), id, note).then().statusCode(201);
    }

    private static String published(String text) {
        var id = Api.claim(text);
        Api.publish(id, "false");
        return id;
    }
}
