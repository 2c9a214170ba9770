package org.quotecheck.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Puts a {@link ConnectionGuard} on each connection that the server accepts: the server has no such setting. Found by
 * Vert.x as a service.
 */
public final class GuardedTransport implements VertxServiceProvider {

    private static final String ENCODER = "httpEncoder";

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new JDKTransport() {
            @Override
            public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
                super.configure(options, domainSocket, bootstrap);
                bootstrap.handler(new Acceptor());
            }
        });
    }

    /** Sees connections as the server socket's messages. */
    private static final class Acceptor extends ChannelInboundHandlerAdapter {
        private final AtomicInteger connections = new AtomicInteger();

        @Override
        public void channelRead(ChannelHandlerContext server, Object connection) {
            var accepted = (Channel) connection;
            connections.incrementAndGet();
            accepted.closeFuture().addListener(closed -> connections.decrementAndGet());
            accepted.pipeline().addFirst(new Installer(connections));
            server.fireChannelRead(connection);
        }

        @Override
        public boolean isSharable() {
            return true;
        }
    }

    /** Waits for the codec: behind TLS, it comes after the handshake. */
    private static final class Installer extends ChannelInboundHandlerAdapter {
        private final AtomicInteger connections;

        Installer(AtomicInteger connections) {
            this.connections = connections;
        }

        @Override
        public void channelActive(ChannelHandlerContext connection) {
            connection.fireChannelActive();
            connection
                    .executor()
                    .schedule(
                            () -> {
                                if (!connection.isRemoved()) {
                                    connection.close();
                                }
                            },
                            ConnectionGuard.patience(connections.get()),
                            TimeUnit.SECONDS);
        }

        @Override
        public void channelRead(ChannelHandlerContext connection, Object message) {
            if (connection.pipeline().get(ENCODER) != null) {
                connection.pipeline().addAfter(ENCODER, "guard", new ConnectionGuard(connections::get));
                connection.pipeline().remove(this);
            }
            connection.fireChannelRead(message);
        }
    }
}
