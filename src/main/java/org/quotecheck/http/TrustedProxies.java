package org.quotecheck.http;

import io.netty.util.NetUtil;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quotecheck.deployment.Settings;

/** The operator's own proxies, which alone are believed when they say who they are asking for. */
@ApplicationScoped
class TrustedProxies {

    private static final Pattern CIDR = Pattern.compile("([0-9A-Fa-f:.]{2,45})/([0-9]{1,3})");
    /** An address as X-Forwarded-For may contain it, with or without a port. */
    private static final Pattern FORWARDED = Pattern.compile(
            "([0-9.]{7,15})(?::[0-9]{1,5})?|\\[([0-9A-Fa-f:.]{2,45})](?::[0-9]{1,5})?|([0-9A-Fa-f:.]{2,45})");

    /** A block of addresses: its first bits, which all of them have. */
    private record Block(byte[] first, int bits) {

        boolean has(byte[] address) {
            if (address.length != first.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                if (((address[bit / Byte.SIZE] ^ first[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Block> blocks;

    @Inject
    TrustedProxies(Settings settings) {
        this(settings.trustedProxies().orElse(List.of()));
    }

    /**
     * @param blocks as CIDR
     * @throws ConfigurationException for anything that is not one
     */
    TrustedProxies(List<String> blocks) {
        this.blocks = blocks.stream().map(TrustedProxies::block).toList();
    }

    /** Has anything that is not a block reported at start-up. */
    void check(@Observes StartupEvent start) {}

    /**
     * The caller's address: the right-most forwarded one that is not a proxy of ours, otherwise the connection's. What
     * is to the left of it was said by a stranger.
     *
     * @param connection the address of the other end
     * @param forwarded the values of X-Forwarded-For, in their order
     */
    String caller(String connection, Collection<String> forwarded) {
        var hops = new ArrayList<String>();
        forwarded.forEach(value -> hops.addAll(List.of(value.split(",", -1))));
        var caller = connection;
        while (isOurs(caller) && !hops.isEmpty()) {
            var told = address(hops.removeLast().strip());
            if (told.isEmpty()) {
                return caller;
            }
            caller = told.get();
        }
        return caller;
    }

    private boolean isOurs(String address) {
        if (blocks.isEmpty()) {
            return false;
        }
        var bytes = bytes(address);
        return bytes != null && blocks.stream().anyMatch(block -> block.has(bytes));
    }

    private static Optional<String> address(String hop) {
        var parts = FORWARDED.matcher(hop);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var address =
                parts.group(1) != null ? parts.group(1) : parts.group(2) != null ? parts.group(2) : parts.group(3);
        return Optional.of(address).filter(text -> bytes(text) != null);
    }

    private static Block block(String cidr) {
        var parts = CIDR.matcher(cidr.strip());
        var first = parts.matches() ? bytes(parts.group(1)) : null;
        if (first == null || Integer.parseInt(parts.group(2)) > first.length * Byte.SIZE) {
            throw new ConfigurationException(
                    "QUOTECHECK_TRUSTED_PROXIES must be blocks of addresses, such as 10.0.0.0/8, separated by commas");
        }
        return new Block(first, Integer.parseInt(parts.group(2)));
    }

    /** Four or sixteen; IPv4 in IPv6 becomes IPv4. Null for anything that is not an address. */
    private static byte[] bytes(String address) {
        var bytes = NetUtil.createByteArrayFromIpAddressString(address);
        try {
            return bytes == null ? null : InetAddress.getByAddress(bytes).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
