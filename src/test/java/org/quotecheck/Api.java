package org.quotecheck;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** The service as its users see it: each person with a token, the public without. */
public final class Api {

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    private static BiFunction<String, Set<String>, String> signer = Api::devToken;
    private static boolean production;

    private Api() {}

    public static RequestSpecification nobody() {
        return Requests.given();
    }

    public static RequestSpecification submitter() {
        return as("sam", "submitter");
    }

    public static RequestSpecification reviewer() {
        return as("rita", "reviewer");
    }

    public static RequestSpecification editor() {
        return as("ed", "editor");
    }

    public static RequestSpecification as(String subject, String... roles) {
        return Requests.given().header("Authorization", "Bearer " + token(subject, roles));
    }

    public static String token(String subject, String... roles) {
        return TOKENS.computeIfAbsent(subject + List.of(roles), key -> signer.apply(subject, Set.of(roles)));
    }

    /** Whether it is an artefact that does not hand out tokens. */
    static boolean isProduction() {
        return production;
    }

    /** For artefacts that do not hand out tokens. */
    static void signTokensWith(BiFunction<String, Set<String>, String> other) {
        signer = other;
        production = true;
    }

    private static String devToken(String subject, Set<String> roles) {
        return Requests.given()
                .contentType(ContentType.JSON)
                .body(Map.of("subject", subject, "roles", roles))
                .post("/dev/tokens")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }

    /** Words that no other test has said. */
    public static String unique(String words) {
        return words + " " + UUID.randomUUID();
    }

    public static String uniqueUrl() {
        return "https://news.example/" + UUID.randomUUID();
    }

    /** A submitted claim with these words; its id. */
    public static String claim(String text) {
        return claim(Map.of("text", text));
    }

    /** The same, said on that page. */
    public static String claim(String text, String url) {
        return claim(Map.of("text", text, "article", Map.of("url", url)));
    }

    /** The same with any members that a claim may have. */
    public static String claim(Map<String, ?> body) {
        return submitter()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/claims")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Moves a claim with its present ETag; the answer, whatever it is. */
    public static Response move(RequestSpecification actor, String claim, Map<String, ?> transition) {
        return actor.contentType(ContentType.JSON)
                .header("If-Match", etag(claim))
                .body(transition)
                .post("/v1/claims/" + claim + "/transitions");
    }

    public static String etag(String claim) {
        return reviewer()
                .get("/v1/claims/" + claim + "?redirect=false")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    /** Confirms all places that wait. */
    public static void confirm(String claim) {
        List<String> waiting = reviewer()
                .get("/v1/claims/" + claim + "/appearances?state=pending&limit=100")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        waiting.forEach(
                id -> settle(claim, id, Map.of("state", "confirmed")).then().statusCode(200));
    }

    /** What a reviewer says to a place, with the claim's present ETag; the answer, whatever it is. */
    public static Response settle(String claim, String appearance, Map<String, ?> correction) {
        return reviewer()
                .contentType(ContentType.JSON)
                .header("If-Match", etag(claim))
                .body(correction)
                .patch("/v1/claims/" + claim + "/appearances/" + appearance);
    }

    /** Takes a claim all the way to its first verdict. */
    public static void publish(String claim, String rating) {
        publish(claim, rating, "en");
    }

    /** The same with what was found told in that language. */
    public static void publish(String claim, String rating, String language) {
        propose(claim, rating, language);
        move(editor(), claim, Map.of("to", "published")).then().statusCode(201);
    }

    /** Takes a claim to the proposal of its first verdict. */
    public static void propose(String claim, String rating) {
        propose(claim, rating, "en");
    }

    private static void propose(String claim, String rating, String language) {
        move(reviewer(), claim, Map.of("to", "in_review")).then().statusCode(201);
        addSource(claim);
        var draft = Map.of(
                "rating",
                rating,
                "quoteVerdict",
                "exact",
                "summary",
                "What was found.",
                "explanation",
                "First.\n\nSecond.",
                "language",
                language);
        propose(claim, draft);
    }

    /** Takes a claim that is in review, with a source, to its first verdict. */
    public static void publish(String claim, Map<String, ?> draft) {
        propose(claim, draft);
        move(editor(), claim, Map.of("to", "published")).then().statusCode(201);
    }

    private static void propose(String claim, Map<String, ?> draft) {
        reviewer()
                .contentType(ContentType.JSON)
                .body(draft)
                .put("/v1/claims/" + claim + "/verdict-draft")
                .then()
                .statusCode(201);
        move(reviewer(), claim, Map.of("to", "proposed")).then().statusCode(201);
    }

    /** Corrects a claim with a verdict that is in review again: another editor publishes that it is true. */
    public static void correct(String claim, String note) {
        var draft = "/v1/claims/" + claim + "/verdict-draft";
        editor().contentType(ContentType.JSON)
                .header("If-Match", editor().get(draft).header("ETag"))
                .body(Map.of("rating", "true", "summary", "It is.", "language", "en"))
                .put(draft)
                .then()
                .statusCode(200);
        move(editor(), claim, Map.of("to", "proposed")).then().statusCode(201);
        move(as("edith", "editor"), claim, Map.of("to", "published", "kind", "correction", "publicNote", note))
                .then()
                .statusCode(201);
    }

    public static String addSource(String claim) {
        return reviewer()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "url",
                        "https://statistics.example/table-1",
                        "title",
                        "Table 1",
                        "publisher",
                        "Statistics Office",
                        "role",
                        "refutes",
                        "excerpt",
                        "The number is 3."))
                .post("/v1/claims/" + claim + "/sources")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
