package org.quotecheck.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.quotecheck.digest.JsonForm;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;
import org.quotecheck.problem.ProblemView;

/**
 * What a connection may take: the next request's lines must arrive in time, and so must its body, however many bytes
 * trickle in; and an answer must be taken in time, however many bytes trickle out. A request that cannot be read at
 * all, or whose body cannot be read to its end, gets a problem as others do, after the answers to those before it, and
 * ends the connection (RFC 9112, sections 6.3, 7.1 and 9.3.2).
 */
final class ConnectionGuard extends ChannelDuplexHandler {

    /** Idle, or in the middle of the first lines. */
    private static final int LINES_SECONDS = 60;
    /** The same where there are many. */
    private static final int LINES_SECONDS_OF_MANY = 10;
    /** Half of what the server takes (quarkus.http.limits.max-connections): idle ones must not keep others out. */
    static final int MANY = 5_000;
    /** For 4 MiB, half a megabit per second. */
    private static final int BODY_SECONDS = 60;
    /** Until a whole answer is made, and taken by the client. */
    private static final int ANSWER_SECONDS = 60;

    private final IntSupplier connections;
    private ScheduledFuture<?> deadline;
    private boolean refused;
    /** Requests that were passed on and do not have a complete answer yet. */
    private int open;

    private boolean isAnswerBegun;
    /** The answer says that it ends the connection (section 9.6). */
    private boolean isLast;
    /** Of a request that cannot be read, until the earlier ones have their answers. */
    private ProblemType waiting;

    /** @param connections how many there are */
    ConnectionGuard(IntSupplier connections) {
        this.connections = connections;
    }

    /** For how long a connection may be idle when there are so many. */
    static int patience(int connections) {
        return connections > MANY ? LINES_SECONDS_OF_MANY : LINES_SECONDS;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext connection) {
        expect(connection, patience(connections.getAsInt()));
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext connection) {
        deadline.cancel(false);
    }

    @Override
    public void channelRead(ChannelHandlerContext connection, Object message) {
        if (refused) {
            ReferenceCountUtil.release(message);
            return;
        }
        boolean unreadable =
                message instanceof HttpObject part && part.decoderResult().isFailure()
                        || message instanceof HttpRequest request
                                && (!isSpoken(request.protocolVersion())
                                        || !RequestForm.isEncoded(request.uri())
                                        || !isFramed(request));
        if (unreadable) {
            refuse(connection, (HttpObject) message);
            return;
        }
        if (message instanceof HttpRequest && !connection.channel().isWritable()) {
            refused = true;
            ReferenceCountUtil.release(message);
            connection.close(); // it asks for more than it reads
            return;
        }
        if (message instanceof LastHttpContent) {
            expect(connection, ANSWER_SECONDS);
        } else if (message instanceof HttpRequest) {
            expect(connection, BODY_SECONDS);
        }
        if (message instanceof HttpRequest) {
            open++;
        }
        connection.fireChannelRead(message);
    }

    /** HTTP/1.2 is not defined, and an answer would be in it. */
    private static boolean isSpoken(HttpVersion version) {
        return version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0);
    }

    /**
     * Whether nobody on the way may see the body end elsewhere (RFC 9112, section 6.1): chunked once, or not at all.
     */
    private static boolean isFramed(HttpRequest request) {
        var codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return codings.isEmpty()
                || codings.size() == 1 && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.getFirst());
    }

    private void expect(ChannelHandlerContext connection, int seconds) {
        if (deadline != null) {
            deadline.cancel(false);
        }
        deadline = connection.executor().schedule(() -> connection.close(), seconds, TimeUnit.SECONDS);
    }

    @Override
    public void write(ChannelHandlerContext connection, Object message, ChannelPromise written) {
        if (refused && open == 0) {
            ReferenceCountUtil.release(message);
            written.tryFailure(new ClosedChannelException());
            return;
        }
        boolean interim = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (message instanceof HttpResponse response && !interim) {
            isAnswerBegun = true;
            isLast = response.headers().containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true);
        }
        boolean ends = message instanceof LastHttpContent && !interim;
        connection.write(message, written);
        if (ends && isLast) {
            refused = true;
            open = 0;
            connection.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        } else if (ends) {
            isAnswerBegun = false;
            open--;
            if (open == 0 && waiting != null) {
                end(connection, waiting);
            } else if (open == 0 && connection.channel().isWritable()) {
                expect(connection, patience(connections.getAsInt()));
            }
        }
    }

    private void refuse(ChannelHandlerContext connection, HttpObject part) {
        refused = true;
        var cause = part.decoderResult().cause();
        boolean inBody = !(part instanceof HttpRequest);
        ReferenceCountUtil.release(part);
        if (inBody && (open != 1 || isAnswerBegun)) {
            connection.close(); // who reads the request learns that it ended
            return;
        }
        var type = cause instanceof TooLongHttpLineException
                ? ProblemType.URI_TOO_LONG
                : cause instanceof TooLongHttpHeaderException
                        ? ProblemType.HEADERS_TOO_LARGE
                        : ProblemType.MALFORMED_REQUEST;
        if (inBody || open == 0) {
            open = 0;
            end(connection, type);
        } else {
            waiting = type;
        }
    }

    private static void end(ChannelHandlerContext connection, ProblemType type) {
        connection.writeAndFlush(answer(type)).addListener(ChannelFutureListener.CLOSE);
    }

    private static DefaultFullHttpResponse answer(ProblemType type) {
        var answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(type.status()),
                Unpooled.wrappedBuffer(write(new Problem(type, type.explanation()))));
        var headers = answer.headers();
        headers.set("Content-Type", ProblemView.MEDIA_TYPE);
        headers.set("Content-Length", answer.content().readableBytes());
        headers.set("Connection", "close");
        headers.set("Access-Control-Allow-Origin", "*"); // a page's script is told as much as anybody
        headers.set("X-Request-Id", ResponseHeaders.requestId(null));
        Audience.NOBODY.complete(headers::get, headers::set, type.status());
        return answer;
    }

    private static byte[] write(Problem problem) {
        try {
            return JsonForm.mapper().writeValueAsBytes(ProblemView.of(problem, "/"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
