package org.quotecheck.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;

/** Requests as they stand, over a bare socket. */
final class Wire {

    /** Longer than an answer takes on the busiest machine. */
    private static final Duration HANGS = Duration.ofMinutes(1);

    private Wire() {}

    /**
     * What comes until the service closes the connection. It may do so while the request is still being sent, which
     * breaks the pipe and resets the connection; what was answered stays.
     */
    static String answer(URI service, String request) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout((int) HANGS.toMillis());
            var answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            } catch (SocketException e) {
                // refused before it was whole
            }
            var piece = new byte[8192];
            try {
                for (int n = 0; n >= 0; n = socket.getInputStream().read(piece)) {
                    answer.write(piece, 0, n);
                }
            } catch (SocketException e) {
                if (answer.size() == 0) {
                    throw e;
                }
            }
            return answer.toString(ISO_8859_1);
        }
    }
}
