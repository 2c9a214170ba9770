import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The Lambda Runtime API for one function: hands out one event after the other and takes the answers. Nothing but
 * sockets, so that it costs little of what is measured. Times are those of {@link System#nanoTime}.
 */
final class RuntimeApi implements AutoCloseable {

    private static final int MAX_SECONDS = 60;

    /** @param firstAsked when the function first asked for an event, which on AWS ends its init phase */
    record Answer(String body, long firstAsked, long handedOut, long answered) {}

    private record Request(String path, byte[] body) {}

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private volatile long firstAsked;
    private volatile long handedOut;

    RuntimeApi() throws IOException {
        daemon(this::accept);
    }

    /** Value of AWS_LAMBDA_RUNTIME_API. */
    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    void give(String event) {
        events.add(event);
    }

    /** @throws IOException when the function does not answer, or answers with an error of its own */
    Answer await() throws IOException, InterruptedException {
        var answer = answers.poll(MAX_SECONDS, TimeUnit.SECONDS);
        if (answer == null) {
            throw new IOException("The function did not answer within " + MAX_SECONDS + " s");
        }
        if (answer.body() == null) {
            throw new IOException("The function reported an error");
        }
        return answer;
    }

    private void accept() {
        try {
            while (true) {
                var connection = server.accept();
                connection.setTcpNoDelay(true);
                daemon(() -> serve(connection));
            }
        } catch (IOException closed) {
            // the bench is done with this function
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in = new BufferedInputStream(connection.getInputStream());
            var out = new BufferedOutputStream(connection.getOutputStream());
            for (var request = read(in); request != null; request = read(in)) {
                if (request.path().endsWith("/invocation/next")) {
                    handOut(out);
                } else {
                    boolean error = !request.path().endsWith("/response");
                    answers.add(new Answer(
                            error ? null : new String(request.body(), StandardCharsets.UTF_8),
                            firstAsked,
                            handedOut,
                            System.nanoTime()));
                    write(out, "202 Accepted", "", "{}");
                }
            }
        } catch (IOException | InterruptedException gone) {
            // the function was stopped
        }
    }

    private void handOut(OutputStream out) throws IOException, InterruptedException {
        if (firstAsked == 0) {
            firstAsked = System.nanoTime();
        }
        var event = events.take();
        handedOut = System.nanoTime();
        write(
                out,
                "200 OK",
                "Lambda-Runtime-Aws-Request-Id: " + UUID.randomUUID() + "\r\nLambda-Runtime-Invoked-Function-Arn: "
                        + "arn:aws:lambda:eu-west-1:123456789012:function:quotecheck\r\nLambda-Runtime-Deadline-Ms: "
                        + (System.currentTimeMillis() + MAX_SECONDS * 1000L) + "\r\n",
                event);
    }

    private static void write(OutputStream out, String status, String headers, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        out.write(("HTTP/1.1 " + status + "\r\n" + headers + "Content-Type: application/json\r\nContent-Length: "
                        + bytes.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.flush();
    }

    /** Null at the end of the connection. */
    private static Request read(InputStream in) throws IOException {
        var first = line(in);
        if (first == null) {
            return null;
        }
        Map<String, String> headers = new HashMap<>();
        for (var line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        var body = "chunked".equalsIgnoreCase(headers.get("transfer-encoding"))
                ? chunks(in)
                : in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Request(first.split(" ")[1], body);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        for (int length = Integer.parseInt(line(in), 16); length > 0; length = Integer.parseInt(line(in), 16)) {
            body.write(in.readNBytes(length));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return null;
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static void daemon(Runnable work) {
        Thread.ofPlatform().daemon().start(work);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
