package org.quotecheck.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quotecheck.digest.Sha256;

/** docs/verify-log.mjs against services that hide something: 1 where the log does not hold, 2 where nobody can tell. */
class LogScriptTest {

    private static final String CLAIM = "019b0000-0000-7000-8000-000000000001";
    private static final String REVISIONS = "/v1/claims/" + CLAIM + "/verdict-revisions?limit=100";
    private static final String PROOF = "/v1/log/proof?claimId=" + CLAIM + "&number=1&size=1";
    private static final String DIGEST = "ab".repeat(32);
    /** Of the one entry, and so of the whole tree (RFC 9162, section 2.1.1). */
    private static final String ROOT =
            Sha256.hex(("\0{\"claimId\":\"" + CLAIM + "\",\"digest\":\"" + DIGEST + "\",\"index\":0,\"number\":1}")
                    .getBytes(UTF_8));

    private final Map<String, String> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer service;

    @TempDir
    Path directory;

    @BeforeEach
    void serve() throws IOException {
        answers.put("/v1/log/head", head(1, ROOT));
        answers.put(REVISIONS, "{\"items\":[{\"number\":1,\"digest\":\"" + DIGEST + "\"}]}");
        answers.put(
                PROOF,
                "{\"size\":1,\"index\":0,\"rootHash\":\"" + ROOT + "\",\"leafHash\":\"" + ROOT + "\",\"path\":[]}");
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            var path = exchange.getRequestURI().toString();
            asked.add(path);
            var body = answers.getOrDefault(path, "{}").getBytes(UTF_8);
            exchange.sendResponseHeaders(answers.containsKey(path) ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void anHonestLogHolds() throws Exception {
        assertThat(check(0, CLAIM)).contains("revision 1, entry 0: holds");
        check(0, CLAIM, kept(head(0, "00".repeat(32))));
        answers.put(
                "/v1/log/proof?from=1&to=1",
                "{\"from\":1,\"fromRootHash\":\"" + ROOT + "\",\"to\":1,\"toRootHash\":\"" + ROOT + "\",\"path\":[]}");
        assertThat(check(0, CLAIM, kept(head(1, ROOT)))).contains("from the 1 entries of the kept head: holds");
    }

    @Test
    void aShortenedLogDoesNotHold() throws Exception {
        assertThat(check(1, CLAIM, kept(head(2, ROOT)))).contains("only 1 are left: does not hold");
    }

    @Test
    void aRevisionThatIsNotInTheLogDoesNotHold() throws Exception {
        answers.remove(PROOF);
        assertThat(check(1, CLAIM)).contains("revision 1, which is not in the log: does not hold");
    }

    @Test
    void allPagesAreLookedAt() throws Exception {
        answers.put(REVISIONS + "&cursor=a_b", answers.get(REVISIONS));
        answers.put(REVISIONS, "{\"items\":[],\"nextCursor\":\"a_b\"}");
        check(0, CLAIM);
        assertThat(asked).contains(REVISIONS + "&cursor=a_b");
    }

    @Test
    void whatCannotBeToldIsNeitherGoodNorBad() throws Exception {
        assertThat(check(2)).contains("CLAIM-ID");
        check(2, "019b0000-0000-7000-8000-000000000002");
        for (var file : List.of("{}", "[]", "null", "<html>", "", "{\"size\":\"1\",\"rootHash\":\"" + ROOT + "\"}")) {
            assertThat(check(2, CLAIM, kept(file))).contains("This is not a head of the log: ");
        }
        answers.put(REVISIONS, "{\"items\":[]}");
        assertThat(check(2, CLAIM)).contains("has no revisions");
    }

    private static String head(int size, String root) {
        return "{\"size\":" + size + ",\"rootHash\":\"" + root + "\",\"at\":\"2026-01-01T00:00:00Z\",\"signed\":false}";
    }

    private String kept(String head) throws IOException {
        return Files.writeString(directory.resolve("head.json"), head).toString();
    }

    private String check(int code, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                "node",
                "docs/verify-log.mjs",
                "http://127.0.0.1:" + service.getAddress().getPort()));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(output).isEqualTo(code);
            return output;
        } catch (IOException e) {
            Assumptions.abort("node is not there");
            throw e;
        }
    }
}
