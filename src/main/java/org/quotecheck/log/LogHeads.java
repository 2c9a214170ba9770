package org.quotecheck.log;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HexFormat;
import org.quotecheck.digest.Canonical;

/**
 * Makes the log's head, once for each size: a signature costs more than everything else, and comes out different each
 * time.
 */
@ApplicationScoped
class LogHeads {

    /**
     * What is signed, in its RFC 8785 form
     *
     * @param at when the last entry was published; null where there is none
     */
    @RegisterForReflection
    record Head(long size, String rootHash, Instant at) {}

    /**
     * @param signed false where this deployment has no key: nothing binds it to this head
     * @param jws the head as JWS in compact form; null where it is not signed
     */
    @RegisterForReflection
    record HeadView(
            long size,
            String rootHash,
            Instant at,
            @JsonProperty boolean signed,
            String jws) {}

    private final RevisionLog log;
    private final LogKeys keys;
    private volatile HeadView last = new HeadView(-1, null, null, false, null);

    LogHeads(RevisionLog log, LogKeys keys) {
        this.log = log;
        this.keys = keys;
    }

    /** The present one. Two statements, one where it is as it was. */
    HeadView current() {
        var entry = log.last();
        long size = entry.map(found -> found.index() + 1).orElse(0L);
        var known = last;
        if (known.size == size) {
            return known;
        }
        var root = HexFormat.of()
                .formatHex(log.tree(tree -> tree.root(size).length).root(size));
        var head =
                new Head(size, root, entry.map(RevisionLog.Entry::publishedAt).orElse(null));
        var jws = keys.sign(Canonical.json(head)).orElse(null);
        last = new HeadView(size, root, head.at, jws != null, jws);
        return last;
    }
}
