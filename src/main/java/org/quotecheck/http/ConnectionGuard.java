package org.quotecheck.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.quotecheck.problem.Problem;
import org.quotecheck.problem.ProblemType;
import org.quotecheck.problem.ProblemView;

/**
 * What a connection may take: the next request's lines must be there in time, and so must its body, however many bytes
 * come meanwhile. A request that cannot be read at all gets a problem as others do, and ends the connection.
 */
final class ConnectionGuard extends ChannelInboundHandlerAdapter {

    /** Idle, or in the midst of the first lines. */
    static final int LINES_SECONDS = 60;
    /** For 4 MiB, half a megabit per second. */
    static final int BODY_SECONDS = 60;

    private ScheduledFuture<?> deadline;
    private boolean refused;

    @Override
    public void handlerAdded(ChannelHandlerContext connection) {
        expect(connection, LINES_SECONDS);
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
                        || message instanceof HttpRequest request && !RequestForm.isEncoded(request.uri());
        if (unreadable) {
            refuse(connection, (HttpObject) message);
            return;
        }
        if (message instanceof LastHttpContent) {
            expect(connection, LINES_SECONDS);
        } else if (message instanceof HttpRequest) {
            expect(connection, BODY_SECONDS);
        }
        connection.fireChannelRead(message);
    }

    private void expect(ChannelHandlerContext connection, int seconds) {
        if (deadline != null) {
            deadline.cancel(false);
        }
        deadline = connection.executor().schedule(() -> connection.close(), seconds, TimeUnit.SECONDS);
    }

    private void refuse(ChannelHandlerContext connection, HttpObject part) {
        refused = true;
        var cause = part.decoderResult().cause();
        boolean started = !(part instanceof HttpRequest);
        ReferenceCountUtil.release(part);
        if (started) {
            connection.close(); // in a body's midst: who reads the request learns that it ended
            return;
        }
        var type = cause instanceof TooLongHttpLineException
                ? ProblemType.URI_TOO_LONG
                : cause instanceof TooLongHttpHeaderException
                        ? ProblemType.HEADERS_TOO_LARGE
                        : ProblemType.MALFORMED_REQUEST;
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
