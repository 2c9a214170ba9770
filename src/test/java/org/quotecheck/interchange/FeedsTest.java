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
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.Browser;
import org.quotecheck.task.RemoveContent;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

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

    /** RFC 4287's own grammar, and that of RFC 6721. */
    @Test
    void documentsKeepTheGrammarOfAtom() throws IOException, SAXException {
        var hostile = List.of(
                "]]><!-- &amp; &#0; <script>alert(1)</script>",
                "\u0001\u0008\u000b\u001f \ufffe \uffff \ud83d\ude42",
                "\u202e\u2066\u202d reversed",
                "\u0085\u2028\u2029 {feed.self} {#if} {|raw|}",
                "\ud834\udd1e".repeat(3_000));
        for (var text : hostile) {
            published(Api.unique(text));
        }
        var withdrawn = published(Api.unique("Taken back in between"));
        published(Api.unique("After it"));
        retract(withdrawn);
        published(Api.unique("Newest"));
        RemoveContent.correct(published(Api.unique("Corrected")), "We wrote <b> & \u0002.");
        var text = get("/feeds/verdicts.atom").asString();
        assertThat(text.indexOf(withdrawn)).isPositive().isLessThan(text.indexOf("<entry"));
        for (var grammar : List.of("atom.rnc", "tombstones.rnc")) {
            for (var path : List.of("/feeds/verdicts.atom", "/feeds/corrections.atom")) {
                assertThat(mistakes(grammar, get(path).asString()))
                        .as(path + " by " + grammar)
                        .isEmpty();
            }
        }
        assertThat(mistakes("tombstones.rnc", text.replaceFirst(" when=\"[^\"]*\"", "")))
                .isNotEmpty();
        assertThat(mistakes("atom.rnc", text.replace("<updated>", "<updated>x")))
                .isNotEmpty();
    }

    private static List<String> mistakes(String grammar, String document) throws IOException, SAXException {
        var found = new ArrayList<String>();
        var handler = new DefaultHandler() {
            @Override
            public void error(SAXParseException mistake) {
                found.add(mistake.getLineNumber() + ": " + mistake.getMessage());
            }
        };
        var properties = new PropertyMapBuilder();
        properties.put(ValidateProperty.ERROR_HANDLER, handler);
        var driver = new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
        var schema = Objects.requireNonNull(FeedsTest.class.getResource("/atom/" + grammar));
        assertThat(driver.loadSchema(new InputSource(schema.toString()))).isTrue();
        driver.validate(new InputSource(new StringReader(document)));
        return found;
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
        Api.correct(id, "We misread a table.");
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
        var feeds = new HashSet<String>();
        for (var next = Browser.service() + "/feeds/verdicts.atom"; next != null; ) {
            var feed = atom(Api.nobody().urlEncodingEnabled(false).get(next));
            feed.getEntries().forEach(entry -> seen.add(entry.getId()));
            feeds.add(feed.getId());
            next = feed.getOtherLinks().stream()
                    .filter(link -> link.getRel().equals("next"))
                    .map(Link::getHref)
                    .findFirst()
                    .orElse(null);
        }
        assertThat(seen).containsAll(ids).doesNotHaveDuplicates();
        assertThat(feeds).containsExactly(Browser.service() + "/feeds/verdicts.atom");
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
    void everyPageNamesTheFeeds() {
        var url = Api.uniqueUrl();
        var id = Api.claim(Api.unique("Followed"), url);
        Api.confirm(id);
        Api.publish(id, "false");
        for (var path : List.of(
                "/",
                "/claims/" + id,
                "/claims/" + id + "/revisions/1",
                "/corrections",
                "/ratings",
                "/about",
                "/search?q=followed",
                "/verify",
                "/none")) {
            var page = Api.nobody()
                    .accept("text/html")
                    .urlEncodingEnabled(false)
                    .get(path)
                    .asString();
            var alternates = Pattern.compile("<link rel=\"alternate\" type=\"([^\"]+)\" href=\"([^\"]+)\"")
                    .matcher(page)
                    .results()
                    .map(link -> link.group(2) + ' ' + link.group(1))
                    .toList();
            assertThat(alternates)
                    .as(path)
                    .contains(
                            "/feeds/verdicts.atom application/atom+xml",
                            "/feeds/verdicts.json application/feed+json",
                            "/feeds/corrections.atom application/atom+xml");
        }
        for (var feed : List.of(
                "verdicts.atom application/atom+xml",
                "verdicts.json application/feed+json",
                "corrections.atom application/atom+xml")) {
            get("/feeds/" + feed.split(" ")[0]).then().contentType(feed.split(" ")[1]);
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
