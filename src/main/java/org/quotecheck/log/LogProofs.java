package org.quotecheck.log;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.quotecheck.problem.Problem;

/** Proofs that a revision is in the log, and that a later log continues an earlier one. Two statements each. */
@ApplicationScoped
class LogProofs {

    /**
     * {@code path} leads from the entry's {@code leafHash} to {@code rootHash}, as RFC 9162, section 2.1.3.2, reads it.
     */
    @RegisterForReflection
    record InclusionView(
            long size,
            String rootHash,
            long index,
            UUID claimId,
            int number,
            String digest,
            String leafHash,
            List<String> path) {}

    /** {@code path} ties {@code fromRootHash} to {@code toRootHash}, as RFC 9162, section 2.1.4.2, reads it. */
    @RegisterForReflection
    record ConsistencyView(long from, String fromRootHash, long to, String toRootHash, List<String> path) {}

    private final RevisionLog log;

    LogProofs(RevisionLog log) {
        this.log = log;
    }

    /**
     * @param size of the log in which it is looked for; null for the present one
     * @throws Problem 404 for a revision that is not in the log, 400 for a size that it has not
     */
    InclusionView inclusion(UUID claimId, String number, String size) {
        var entry = log.entry(claimId, (int) Math.min(Integer.MAX_VALUE, number("number", number)))
                .orElseThrow(Problem::notFound);
        long present = log.size();
        long within = size == null ? present : number("size", size);
        if (within <= entry.index() || within > present) {
            throw Problem.malformed("size must be a number from " + (entry.index() + 1) + " to " + present + ".");
        }
        var tree = log.tree(asked -> asked.root(within).length
                + asked.inclusion(entry.index(), within).size());
        return new InclusionView(
                within,
                hex(tree.root(within)),
                entry.index(),
                claimId,
                entry.number(),
                entry.digest(),
                hex(entry.leaf().hash()),
                tree.inclusion(entry.index(), within).stream()
                        .map(LogProofs::hex)
                        .toList());
    }

    /**
     * @param to null for the present size
     * @throws Problem 400 for a size that the log has not
     */
    ConsistencyView consistency(String from, String to) {
        long earlier = number("from", from);
        long present = log.size();
        long later = to == null ? present : number("to", to);
        if (earlier < 1 || earlier > later || later > present) {
            throw Problem.malformed(
                    "from and to must be numbers from 1 to " + present + ", and from must not exceed to.");
        }
        var tree = log.tree(asked -> asked.root(earlier).length
                + asked.root(later).length
                + asked.consistency(earlier, later).size());
        return new ConsistencyView(
                earlier,
                hex(tree.root(earlier)),
                later,
                hex(tree.root(later)),
                tree.consistency(earlier, later).stream().map(LogProofs::hex).toList());
    }

    /**
     * A query parameter that is a whole number
     *
     * @throws Problem 400
     */
    static long number(String name, String text) {
        if (!text.matches("[0-9]{1,15}")) {
            throw Problem.malformed(name + " must be a whole number, 0 or more.");
        }
        return Long.parseLong(text);
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
