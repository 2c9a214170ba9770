package org.quotecheck;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;

/** What exists while the contract is fuzzed, and the writes that are right at this moment. */
final class FuzzWorld {

    private static final String UNMARKED = "Nobody had marked these words before the council met";

    /** A claim on its way; {@code by} is who works on it. */
    private static final class Known {
        final String id;
        String status = "submitted";
        String by = "rita";
        int revision;
        boolean draft;
        boolean retraction;
        final List<String> sources = new ArrayList<>();
        final List<String> places = new ArrayList<>();

        Known(String id) {
            this.id = id;
        }
    }

    private final Random random;
    private final BiConsumer<String, Response> answers;
    private final List<Known> claims = new ArrayList<>();
    /** Ids by the name of the path's parameter. */
    private final Map<String, List<String>> ids = new LinkedHashMap<>();

    FuzzWorld(Random random, BiConsumer<String, Response> answers) {
        this.random = random;
        this.answers = answers;
    }

    /** One that exists, of the kind that a path's parameter wants; null where there is none yet. */
    String id(String path, String parameter) {
        var kind = parameter.equals("id")
                ? path.startsWith("/v1/articles") ? "article" : path.startsWith("/v1/reports") ? "report" : "claim"
                : parameter;
        return parameter.equals("number") ? "1" : any(ids.getOrDefault(kind, List.of()));
    }

    /** One write that must succeed. */
    void step() {
        switch (random.nextInt(claims.size() < 3 ? 4 : 12)) {
            case 0 -> article();
            case 1, 2 -> claim();
            case 3 -> {
                post(
                        Api.submitter(),
                        "extractQuotes",
                        "/v1/extractions",
                        Map.of("text", "\"We won,\" Ann Lee said.", "language", "en"));
                post(Api.nobody(), "matchClaim", "/v1/claims/match", Map.of("text", Api.unique("We won 3 times")));
            }
            case 4 -> report();
            default -> move(any(claims));
        }
    }

    private void article() {
        var body = Map.of(
                "url",
                Api.uniqueUrl(),
                "title",
                "Loans",
                "language",
                "en",
                "text",
                "Mayor Ann Lee spoke. \"We lent " + random.nextInt() + " books,\" Lee said.\n\n" + UNMARKED + ".");
        var sent = post(Api.submitter(), "submitArticle", "/v1/articles", body);
        var article = sent.<String>path("id");
        keep("article", article);
        keep("quoteId", sent.path("quotes[0].id"));
        var path = "/v1/articles/" + article;
        post(Api.submitter(), "addQuote", path + "/quotes", Map.of("exact", UNMARKED));
        told(
                "describeArticle",
                Api.submitter()
                        .contentType(ContentType.JSON)
                        .header("If-Match", Api.submitter().get(path).header("ETag"))
                        .body(Map.of("title", Api.unique("Loans")))
                        .patch(path));
        known(post(Api.submitter(), "submitClaim", "/v1/claims", Map.of("quoteId", sent.path("quotes[0].id"))));
    }

    private void claim() {
        known(post(Api.submitter(), "submitClaim", "/v1/claims", Map.of("text", Api.unique("We have 3 of them"))));
    }

    private void known(Response sent) {
        var claim = new Known(sent.path("id"));
        claims.add(claim);
        keep("claim", claim.id);
    }

    private void report() {
        var claim = any(claims.stream().filter(one -> one.revision > 0).toList());
        if (claim == null) {
            return;
        }
        var network = "198.18." + random.nextInt(256) + "." + random.nextInt(256);
        var sent = post(
                Api.nobody().header("X-Forwarded-For", network),
                "sendReport",
                "/v1/claims/" + claim.id + "/reports",
                Map.of("kind", "error", "text", "The year is wrong."));
        if (sent.statusCode() != 202) {
            return; // enough for today
        }
        var path = "/v1/reports/" + sent.path("id");
        keep("key", sent.<String>path("followUp").replaceAll(".*/", ""));
        keep("report", sent.path("id"));
        told(
                "closeReport",
                Api.reviewer()
                        .contentType(ContentType.JSON)
                        .header("If-Match", Api.reviewer().get(path).header("ETag"))
                        .body(Map.of("status", "closed", "answer", "Put right."))
                        .patch(path));
    }

    private void move(Known claim) {
        var path = "/v1/claims/" + claim.id;
        var who = Api.as(claim.by, "reviewer", "editor");
        switch (claim.status) {
            case "submitted" -> {
                told(
                        "rewordClaim",
                        change(claim)
                                .body(Map.of("text", Api.unique("We have 4")))
                                .patch(path));
                place(claim, path);
                transition(claim, "rita", "in_review", Map.of());
            }
            case "in_review" -> {
                post(Api.reviewer(), "writeComment", path + "/comments", Map.of("text", "I rang them."));
                if (claim.sources.isEmpty() || random.nextInt(3) == 0) {
                    source(claim, path);
                } else if (!claim.draft) {
                    var draft = Map.of("rating", "false", "summary", "It is not so.", "language", "en");
                    var written = told(
                            "writeVerdictDraft",
                            who.contentType(ContentType.JSON)
                                    .header("If-Match", "*")
                                    .body(draft)
                                    .put(path + "/verdict-draft"));
                    claim.draft = written.statusCode() < 300;
                } else {
                    transition(claim, claim.by, "proposed", Map.of());
                }
            }
            case "proposed" -> {
                var kind = claim.revision == 0
                        ? Map.<String, Object>of()
                        : Map.<String, Object>of("kind", "correction", "publicNote", "We misread the table.");
                if (transition(claim, claim.by.equals("eve") ? "zoe" : "eve", "published", kind)) {
                    claim.revision++;
                    claim.draft = false;
                }
            }
            case "published" -> {
                if (random.nextInt(4) == 0) {
                    var note = Map.<String, Object>of("publicNote", "It does not stand.");
                    transition(claim, claim.retraction ? "zoe" : "eve", "retracted", note);
                    claim.status = claim.retraction ? "retracted" : "published";
                    claim.retraction = !claim.retraction;
                } else if (!claim.retraction) {
                    claim.by = "eve";
                    transition(claim, "eve", "in_review", Map.of());
                }
            }
            default -> claim();
        }
    }

    private void place(Known claim, String path) {
        var added = post(Api.reviewer(), "addAppearance", path + "/appearances", Map.of("url", Api.uniqueUrl()));
        var id = added.<String>path("id");
        keep("appearanceId", id);
        told("correctAppearance", change(claim).body(Map.of("title", "Loans")).patch(path + "/appearances/" + id));
        if (random.nextBoolean()) {
            told("removeAppearance", change(claim).delete(path + "/appearances/" + id));
        }
    }

    private void source(Known claim, String path) {
        var body = Map.of("url", "https://statistics.example/" + random.nextInt(), "title", "Table", "role", "refutes");
        var added = post(Api.reviewer(), "addSource", path + "/sources", body);
        var id = added.<String>path("id");
        keep("sourceId", id);
        claim.sources.add(id);
        told("correctSource", change(claim).body(Map.of("note", "Page 3.")).patch(path + "/sources/" + id));
        if (claim.sources.size() > 1 && !claim.draft) {
            told("removeSource", change(claim).delete(path + "/sources/" + claim.sources.removeLast()));
        }
    }

    private static RequestSpecification change(Known claim) {
        return Api.reviewer().contentType(ContentType.JSON).header("If-Match", Api.etag(claim.id));
    }

    private boolean transition(Known claim, String subject, String to, Map<String, Object> more) {
        var body = new LinkedHashMap<String, Object>(more);
        body.put("to", to);
        var who = subject.equals("rita") ? Api.reviewer() : Api.as(subject, "reviewer", "editor");
        var moved = told("moveClaim", Api.move(who, claim.id, body));
        boolean done = moved.statusCode() == 201;
        claim.status = done ? to : "lost"; // a stranger's call moved it
        return done;
    }

    private Response post(RequestSpecification who, String operation, String path, Map<String, ?> body) {
        return told(operation, who.contentType(ContentType.JSON).body(body).post(path));
    }

    private Response told(String operation, Response answer) {
        answers.accept(operation, answer);
        return answer;
    }

    private void keep(String kind, String id) {
        if (id != null) {
            ids.computeIfAbsent(kind, name -> new ArrayList<>()).add(id);
        }
    }

    private <T> T any(List<T> all) {
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }
}
