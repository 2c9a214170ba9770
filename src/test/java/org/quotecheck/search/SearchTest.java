package org.quotecheck.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quotecheck.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.Api;

/** GET /v1/claims: each filter alone and together, languages, and who may find what by which words. */
@QuarkusTest
class SearchTest {

    private static final List<Supplier<RequestSpecification>> OTHERS =
            List.of(Api::nobody, () -> Api.as("sue", "submitter"), () -> Api.as("pat", "publisher"));

    /** A word that no other test has said. */
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The new schools were opened by volunteers | school opening",
                "fr | Les régions françaises ont été oubliées | région oubliée",
                "fr | L'école n'a jamais été rénovée | ecole RENOVEE",
                "de | Die Häuser wurden über Nacht abgerissen | hauser über",
                "es | Los hospitales públicos cerraron | hospital publico",
                "ru | Новые школы были построены | новая школа",
                "ru | Мы открыли ещё один музей | еще музеи",
                "it | Le scuole chiuse riapriranno | scuola chiusa",
                "pt-BR | As escolas públicas foram fechadas | escola publica fechada",
                "tr | IĞDIR ilinde kapatıldı | ığdır ilinde",
                "pl | Most w Łodzi zamknięto | lodzi zamknieto",
                "hi | विद्यालय बंद है | विद्यालय",
                "ko | 새 학교가 문을 열었다 | 학교가",
                "uk | Міст закрито на ремонт | міст ремонт",
                "und | schools opened | schools",
                "en | The town’s re-opened pool—closed again | \"town's re opened pool closed\"",
                "en | Costs rose to 40,000 euros and 3.5 percent | \"40,000 euros\" 3.5",
                "en | Schul\u00adden\u200b rose | schulden",
            })
    void queryFindsWordsInTheClaimsOwnLanguage(String language, String text, String q) {
        var claim = submit(Map.of("text", text + " " + word, "language", language));
        assertThat(ids(reviewer("q", word + " " + q))).containsExactly(claim);
        assertThat(ids(reviewer("q", word + " " + q, "language", language))).containsExactly(claim);
    }

    @ParameterizedTest
    @CsvSource({"en, schools, simple, school", "ru, новые, new, новость", "de, hauser, haus, hausen"})
    void queryLeavesOutWhatIsAnotherWord(String language, String text, String ignored, String q) {
        submit(Map.of("text", text + " " + word, "language", "und"));
        assertThat(ids(reviewer("q", word + " " + q))).isEmpty();
    }

    @Test
    void exclusionHoldsInTheClaimsOwnLanguage() {
        submit(Map.of("text", "The pools closed " + word, "language", "en"));
        var german = submit(Map.of("text", "Die Schule schloss " + word, "language", "de"));
        assertThat(ids(reviewer("q", word + " -pool"))).containsExactly(german);
        assertThat(ids(reviewer("q", "-" + word + " \"die schule schloss " + word + "\"")))
                .isEmpty();
    }

    @Test
    void filtersNarrowTogether() {
        var url = Api.uniqueUrl();
        var all = Map.of(
                "text",
                "Tax fell " + word,
                "language",
                "pt-BR",
                "claimant",
                Map.of("name", "Ana " + word),
                "article",
                Map.of(
                        "url",
                        url + "/?utm_source=x#top",
                        "publisher",
                        Map.of("name", "O Diário, " + word, "site", "www." + word + ".example")));
        var claim = submit(all);
        Api.publish(claim, "mixed");
        Map<String, String> filters = Map.of(
                "q",
                word,
                "status",
                "published",
                "rating",
                "mixed",
                "claimant",
                "ANA  “" + word + "”",
                "publisher",
                word + ".Example",
                "language",
                "PT",
                "articleUrl",
                url.replace("https", "http"),
                "updatedSince",
                "2020-02-29T23:59:59.5+02:00");
        assertThat(ids(list(Api.nobody(), filters))).containsExactly(claim);
        for (var filter : filters.keySet()) {
            assertThat(ids(list(Api.nobody(), Map.of(filter, filters.get(filter), "limit", "100"))))
                    .as(filter)
                    .contains(claim);
        }
        Map<String, String> others = Map.of(
                "q",
                word + " ninguem",
                "status",
                "retracted",
                "rating",
                "false",
                "claimant",
                "Ana",
                "publisher",
                "Diário",
                "language",
                "pt-PT",
                "articleUrl",
                url + "/2",
                "updatedSince",
                "9999-12-31T23:59:59Z");
        others.forEach((filter, value) -> {
            var changed = new HashMap<>(filters);
            changed.put(filter, value);
            assertThat(ids(list(Api.nobody(), changed))).as(filter).isEmpty();
        });
        assertThat(ids(reviewer("publisher", "o diário " + word))).containsExactly(claim);
        assertThat(ids(reviewer("q", word, "language", "pt-br"))).containsExactly(claim);
    }

    @Test
    void wordsThatAreNotPublishedAreFoundByThoseWhoSeeThem() {
        var other = "x" + word;
        var claim = submit(Map.of("text", "Said " + word, "claimant", Map.of("name", "Ana " + word), "language", "en"));
        Api.publish(claim, "true");
        reword(claim, "Said " + other, "Eva " + other, "fr");
        for (Supplier<RequestSpecification> viewer : OTHERS) {
            assertThat(ids(list(viewer.get(), Map.of("q", other)))).isEmpty();
            assertThat(ids(list(viewer.get(), Map.of("claimant", "eva " + other))))
                    .isEmpty();
            assertThat(ids(list(viewer.get(), Map.of("q", word, "language", "fr"))))
                    .isEmpty();
            assertThat(ids(list(viewer.get(), Map.of("q", word, "claimant", "ana " + word, "language", "en"))))
                    .containsExactly(claim);
        }
        for (Supplier<RequestSpecification> viewer :
                List.<Supplier<RequestSpecification>>of(Api::reviewer, Api::submitter)) {
            assertThat(ids(list(viewer.get(), Map.of("q", word)))).isEmpty();
            assertThat(ids(list(viewer.get(), Map.of("q", other, "claimant", "eva " + other, "language", "fr"))))
                    .containsExactly(claim);
        }
    }

    @Test
    void claimsWithoutAVerdictAreFoundByTheirSubmitterAndReviewers() {
        var url = Api.uniqueUrl();
        var claim = submit(Map.of(
                "text",
                "Said " + word,
                "article",
                Map.of("url", url, "publisher", Map.of("name", word)),
                "claimant",
                Map.of("name", word)));
        for (var filter : List.of(
                Map.of("q", word), Map.of("publisher", word), Map.of("claimant", word), Map.of("articleUrl", url))) {
            for (Supplier<RequestSpecification> viewer : OTHERS) {
                assertThat(ids(list(viewer.get(), filter))).as("%s", filter).isEmpty();
            }
            assertThat(ids(list(Api.submitter(), filter))).as("%s", filter).containsExactly(claim);
            assertThat(ids(list(Api.reviewer(), filter))).as("%s", filter).containsExactly(claim);
        }
        Api.move(Api.reviewer(), claim, Map.of("to", "rejected", "reason", "spam"))
                .then()
                .statusCode(201);
        assertThat(ids(list(Api.submitter(), Map.of("q", word)))).isEmpty();
        assertThat(ids(list(Api.submitter(), Map.of("status", "rejected", "limit", "100"))))
                .contains(claim);
        assertThat(ids(list(Api.reviewer(), Map.of("q", word)))).containsExactly(claim);
    }

    @Test
    void ownAndPublishedClaimsShareTheirPages() {
        for (int i = 0; i < 3; i++) {
            submit(Map.of("text", word + " mine " + i));
            Api.publish(submit(Api.as("sue", "submitter"), Map.of("text", word + " others " + i)), "true");
        }
        var seen = new java.util.ArrayList<String>();
        var filter = new HashMap<>(Map.of("q", word, "limit", "1"));
        for (var page = list(Api.submitter(), filter); ; page = list(Api.submitter(), filter)) {
            seen.addAll(ids(page));
            if (page.path("nextCursor") == null) {
                break;
            }
            filter.put("cursor", page.path("nextCursor"));
        }
        assertThat(seen).hasSize(6).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "rating, 3",
        "rating, FALSE",
        "claimant, ' '",
        "claimant, a\u0000b",
        "publisher, 'p\u0000'",
        "publisher, ' '",
        "language, e",
        "language, en_US",
        "language, '*'",
        "language, pt-",
        "articleUrl, news",
        "articleUrl, 'ftp://news.example/'",
        "articleUrl, 'https://sam@news.example/'",
        "updatedSince, yesterday",
        "updatedSince, 2026-11-23",
        "updatedSince, 2026-02-30T00:00:00Z",
        "updatedSince, 2026-11-23T08:00:00",
        "updatedSince, +10000-01-01T00:00:00Z",
        "updatedSince, 2026-11-23T08:00:00 01:00",
        "updatedSince, -0001-01-01T00:00:00Z",
        "updatedSince, 2026-11-23T24:61:00Z"
    })
    void valueThatIsNoneIsRefused(String name, String value) {
        refused(reviewer(name, value), 400);
    }

    @Test
    void tooLongNameIsRefused() {
        refused(reviewer("claimant", "n".repeat(254)), 400);
        refused(reviewer("articleUrl", "https://news.example/" + "n".repeat(2_048)), 400);
    }

    @ParameterizedTest
    @CsvSource({
        "updatedSince, 0000-01-01T00:00:00Z",
        "updatedSince, 9999-12-31T23:59:59.999999999Z",
        "updatedSince, 0001-01-01t00:00:00+18:00",
        "claimant, \u202eeel",
        "claimant, '%'",
        "publisher, \u202eeel",
        "publisher, ''' or 1=1'",
        "publisher, '{a,b}'",
        "language, zzz",
        "language, sr-Latn-RS",
        "articleUrl, 'https://[::1]/'"
    })
    void valueThatNothingHasFindsNothing(String name, String value) {
        reviewer(name, value, "q", "nobody" + word).then().statusCode(200);
        assertThat(ids(reviewer(name, value, "q", "nobody" + word))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rating", "claimant", "publisher", "language", "articleUrl", "updatedSince", "submittedBy"})
    void emptyParameterIsAsIfItWereAbsent(String name) {
        reviewer(name, "").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ﬃ",
                "ﷺ",
                "я",
                "\"я ",
                "漢",
                "a -",
                "-a ",
                "\"",
                "-\"",
                "a or ",
                "or ",
                "1.",
                "( & | ! <-> :* ' \\ ",
                "🙂a"
            })
    void longQueryOfAnythingFindsNothing(String part) {
        var q = part.repeat(1_000 / part.length());
        assertThat(ids(reviewer("q", q, "claimant", "nobody" + word))).isEmpty();
        assertThat(ids(list(Api.submitter(), Map.of("q", q, "claimant", "nobody" + word))))
                .isEmpty();
    }

    @Test
    void wordsOfADuplicateLeadToItsSurvivor() {
        var survivor = submit(Map.of("text", "Something else was said by " + word));
        var duplicate = submit(Map.of("text", "The zeppelin of " + word + " never landed twice"));
        Api.move(Api.reviewer(), duplicate, Map.of("to", "duplicate", "duplicateOf", survivor))
                .then()
                .statusCode(201);
        var found = Api.reviewer()
                .contentType(ContentType.JSON)
                .body(Map.of("text", "The zeppelin of " + word + " never landed twice"))
                .post("/v1/claims/match");
        assertThat(ids(found, "items.claim.id")).startsWith(survivor).doesNotContain(duplicate);
        assertThat(ids(found, "items[0].why")).containsExactly("the same words", "in the words of a duplicate");
    }

    /** As a reviewer changes a claim while its verdict is looked at again. */
    private static void reword(String id, String text, String claimant, String language) {
        Api.move(Api.editor(), id, Map.of("to", "in_review")).then().statusCode(201);
        Api.editor()
                .contentType(ContentType.JSON)
                .header("If-Match", Api.etag(id))
                .body(Map.of("text", text, "claimant", Map.of("name", claimant), "language", language))
                .patch("/v1/claims/" + id)
                .then()
                .statusCode(200);
    }

    private static String submit(Map<String, ?> claim) {
        return submit(Api.submitter(), claim);
    }

    private static String submit(RequestSpecification who, Map<String, ?> claim) {
        return who.contentType(ContentType.JSON)
                .body(claim)
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static List<String> ids(Response page) {
        return ids(page, "items.id");
    }

    private static List<String> ids(Response page, String path) {
        return page.then().statusCode(200).extract().jsonPath().getList(path);
    }

    private static Response reviewer(String... filters) {
        var request = Api.reviewer();
        for (int i = 0; i < filters.length; i += 2) {
            request.queryParam(filters[i], filters[i + 1]);
        }
        return request.get("/v1/claims");
    }

    private static Response list(RequestSpecification viewer, Map<String, String> filters) {
        return viewer.queryParams(filters).get("/v1/claims");
    }
}
