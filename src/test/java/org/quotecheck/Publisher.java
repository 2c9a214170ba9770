package org.quotecheck;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * A publisher's site, on an origin and a host name of its own, with the strictest policy that the widget must work
 * under.
 */
public final class Publisher implements AutoCloseable {

    public static final String FALLBACK = "What the publisher wrote";

    private final HttpServer server;
    /** Asked for here: the server's own threads do not know the service's configuration. */
    private final String policy = policy();

    private volatile String page;
    /** The ground that a browser paints by itself, said so that a checker of contrast finds it. */
    private static final String CANVAS = "body { background: Canvas; color: CanvasText } ";

    private volatile String style = ".room quote-check { display: block; min-height: 24em }";

    private Publisher(HttpServer server) {
        this.server = server;
    }

    public static Publisher open() {
        try {
            // the service is "localhost": another host name makes this another site, for cookies too
            var publisher =
                    new Publisher(HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0));
            publisher.start();
            return publisher;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Prints a page with this body, and the widget's script in its head; its address. */
    public String prints(String body) {
        return prints("en", body);
    }

    public String prints(String language, String body) {
        return printsWithHead(
                language,
                "<script type=\"module\" src=\"" + Browser.service() + "/embed/v1/quotecheck.js\"></script>",
                body);
    }

    public String printsWithHead(String language, String head, String body) {
        page = """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
                <title>The Daily</title><link rel="stylesheet" href="/style.css">%s</head>
                <body><main><h1>The Daily</h1>%s<p>The article goes on below.</p></main></body></html>
                """.formatted(language, head, body);
        return "http://" + host() + "/article";
    }

    /** Lays its pages out by these rules from now on. */
    public void styles(String css) {
        style = css;
    }

    /** The widget with a fallback of one line. */
    public static String element(String claim) {
        return "<quote-check claim=\"" + claim + "\"><a href=\"https://service.example/\">" + FALLBACK
                + "</a></quote-check>";
    }

    private void start() {
        server.createContext("/", exchange -> {
            boolean asksForStyle = exchange.getRequestURI().getPath().equals("/style.css");
            var bytes = (asksForStyle ? CANVAS + style : page).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", asksForStyle ? "text/css" : "text/html;charset=utf-8");
            exchange.getResponseHeaders().set("Content-Security-Policy", policy);
            exchange.sendResponseHeaders(200, bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
        server.start();
    }

    public static String policy() {
        return "default-src 'none'; style-src 'self'; script-src %1$s; connect-src %1$s; require-trusted-types-for 'script'; trusted-types 'none'"
                .formatted(Browser.service());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
