import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** As much of HTTP/1.1 as the servers' answers need. */
final class Http {

    private Http() {}

    /** The body of an answer with a Content-Length. */
    static String readAnswer(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("The server hung up");
            }
            head.append((char) c);
        }
        var length = head.toString()
                .toLowerCase(java.util.Locale.ROOT)
                .split("\r\ncontent-length: ")[1]
                .split("\r\n")[0];
        return new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8);
    }
}
