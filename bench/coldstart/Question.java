import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quotecheck.IdentityProvider;

/**
 * What the first call of an instance asks
 *
 * @param body null for a read
 * @param answered what the right answer contains
 */
record Question(String name, String method, String path, String query, String accept, String body, String answered) {

    static final String NO_DATABASE = "no database";
    static final String EMBED = "embed read";
    static final String CLAIM = "claim";

    private static final String ID = "019a0000-0000-7000-8000-000000000001";
    private static final String WORDS = "We built 40 new schools in 2025";
    private static final String QUOTE = "Nobody thought that was possible";
    /** Of an article in the body: a new one at each start. */
    private static final String ADDRESS = "${address}";

    private static final String TEXT = """
            Eastmoor will reopen its swimming pool in June, Mayor Clara Whitfield told the council on Monday.\\n\\n\
            \\"We have cut the town's debt by 40 percent since 2022,\\" Whitfield said.\
             \\"Nobody thought that was possible.\\"\\n\\n\
            Councillor Marcus Oyelade doubted the figure. \\"The debt was higher last year than in 2022,\\" he said.""";

    private static final List<Question> ALL = List.of(
            read(NO_DATABASE, "/embed/v1/quotecheck.js", "", "*/*", "quote-check"),
            read(EMBED, "/embed/v1/claims", "ids=" + ID, "*/*", WORDS),
            read("embed by address", "/embed/v1/articles", "url=https%3A%2F%2Fnews.example%2Fschools", "*/*", WORDS),
            read("not found", "/wp-login.php", "", "*/*", "/problems/not-found"),
            read(CLAIM, "/v1/claims/" + ID, "", "*/*", WORDS),
            read("page", "/claims/" + ID, "", "text/html", WORDS),
            read("list", "/v1/claims", "limit=1", "*/*", WORDS),
            post("extraction", "/v1/extractions", "{\"language\": \"en\", \"text\": \"" + TEXT + "\"}"),
            post(
                    "submission",
                    "/v1/articles",
                    "{\"url\": \"" + ADDRESS + "\", \"language\": \"en\", \"text\": \"" + TEXT + "\"}"));

    static final List<String> NAMES = ALL.stream().map(Question::name).toList();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = IdentityProvider.token("bench", Set.of("submitter"));

    static Question of(String name) {
        return ALL.stream()
                .filter(question -> question.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Question read(String name, String path, String query, String accept, String answered) {
        return new Question(name, "GET", path, query, accept, null, answered);
    }

    private static Question post(String name, String path, String body) {
        return new Question(name, "POST", path, "", "*/*", body, QUOTE);
    }

    /** As API Gateway would hand it to the function, like that event. */
    String event(Path template) throws IOException {
        var event = (ObjectNode) JSON.readTree(template.toFile());
        event.put("rawPath", path).put("rawQueryString", query);
        var http = (ObjectNode) event.at("/requestContext/http");
        http.put("method", method).put("path", path);
        var headers = (ObjectNode) event.get("headers");
        headers().forEach(headers::put);
        if (body != null) {
            event.put("body", sent());
        }
        return event.toString();
    }

    /** As a client would send it to a server. */
    byte[] http() {
        var request = new StringBuilder(method + " " + path + (query.isEmpty() ? "" : "?" + query) + " HTTP/1.1\r\n");
        request.append("host: localhost\r\n");
        headers().forEach((header, value) -> request.append(header + ": " + value + "\r\n"));
        return (request + "\r\n" + (body == null ? "" : sent())).getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, String> headers() {
        var headers = new LinkedHashMap<>(Map.of("accept", accept));
        if (body != null) {
            headers.put("authorization", "Bearer " + TOKEN);
            headers.put("content-type", "application/json");
            headers.put("content-length", String.valueOf(sent().getBytes(StandardCharsets.UTF_8).length));
        }
        return headers;
    }

    private String sent() {
        return body.replace(ADDRESS, String.format("https://courier.example/%020d", System.nanoTime()));
    }
}
