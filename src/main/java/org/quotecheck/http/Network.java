package org.quotecheck.http;

import io.netty.util.NetUtil;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.quotecheck.digest.Hmac;

/**
 * The network that a request comes from: the prefix of its address (/24 of IPv4, /48 of IPv6), named by an HMAC with a
 * salt of the day. The address is kept nowhere, and once the salts are gone, nobody can tell it from the name.
 */
@ApplicationScoped
public class Network {

    private static final int IPV4_PREFIX = 3;
    private static final int IPV6_PREFIX = 6;
    private static final int SALT_BYTES = 32;

    private final RoutingContext request;
    private final Edge edge;
    private final EntityManager database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Network(RoutingContext request, Edge edge, EntityManager database, Clock clock) {
        this.request = request;
        this.edge = edge;
        this.database = database;
        this.clock = clock;
    }

    /** Today's name. In a transaction. */
    public String name() {
        return names().getFirst();
    }

    /** The prefix itself, in hex: for what is forgotten at once, and written nowhere. */
    public String prefix() {
        return HexFormat.of().formatHex(prefix(edge.caller(request)));
    }

    /** Today's name, and yesterday's if anybody called then. In a transaction. */
    List<String> names() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var salts = salts(today);
        if (salts.isEmpty() || !salts.getFirst().day.equals(today)) {
            makeSalt(today);
            salts = salts(today);
        }
        var prefix = prefix(edge.caller(request));
        return salts.stream()
                .map(salt -> HexFormat.of().formatHex(Hmac.of(salt.bytes, prefix)))
                .toList();
    }

    @RegisterForReflection
    record Salt(LocalDate day, byte[] bytes) {}

    private List<Salt> salts(LocalDate today) {
        @SuppressWarnings("unchecked")
        List<Salt> salts = database.createNativeQuery(
                        "select day, salt from network_salt where day >= :yesterday order by day desc", Salt.class)
                .setParameter("yesterday", today.minusDays(1))
                .getResultList();
        return salts;
    }

    /** The first caller makes it; those of earlier days are forgotten. */
    private void makeSalt(LocalDate today) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        database.createNativeQuery("insert into network_salt (day, salt) values (:day, :salt) on conflict do nothing")
                .setParameter("day", today)
                .setParameter("salt", salt)
                .executeUpdate();
        database.createNativeQuery("delete from network_salt where day < :yesterday")
                .setParameter("yesterday", today.minusDays(1))
                .executeUpdate();
    }

    /** Anything that is not an IP address counts as one separate network. */
    static byte[] prefix(String address) {
        var bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return new byte[0];
        }
        try {
            var read = InetAddress.getByAddress(bytes); // IPv4 in IPv6 becomes IPv4
            return Arrays.copyOf(read.getAddress(), read instanceof Inet6Address ? IPV6_PREFIX : IPV4_PREFIX);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
