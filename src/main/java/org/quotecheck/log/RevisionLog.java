package org.quotecheck.log;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.quotecheck.claim.ClaimChanged;
import org.quotecheck.digest.Canonical;
import org.quotecheck.log.MerkleTree.Node;

/** The entries and interior hashes of the log, written once, in the transaction of the publication that they record. */
@ApplicationScoped
class RevisionLog {

    /** Of the advisory lock that a publication takes last. */
    private static final String LOCK = "quotecheck.log";

    /** The entry as its hash is taken over it, in its RFC 8785 form. */
    @RegisterForReflection
    record Leaf(long index, UUID claimId, int number, String digest) {

        byte[] hash() {
            return MerkleTree.leafHash(Canonical.json(this));
        }
    }

    /** An entry; {@code publishedAt} is its revision's. */
    @RegisterForReflection
    record Entry(long index, UUID claimId, int number, String digest, Instant publishedAt) {

        Leaf leaf() {
            return new Leaf(index, claimId, number, digest);
        }
    }

    private final EntityManager database;
    private final Event<RevisionEntered> entries;

    RevisionLog(EntityManager database, Event<RevisionEntered> entries) {
        this.database = database;
        this.entries = entries;
    }

    /**
     * Enters the claim's revisions that are not there yet. It runs after all other observers of a change, so that
     * nobody waits for a row while holding the log's lock.
     */
    void append(@Observes @Priority(Integer.MAX_VALUE) ClaimChanged changed) {
        @SuppressWarnings("unchecked")
        List<Tuple> revisions = database.createNativeQuery("""
                select number, digest from verdict_revision
                where claim_id = :claim
                  and number > (select coalesce(max(number), 0) from log_entry where claim_id = :claim)
                order by number""", Tuple.class)
                .setParameter("claim", changed.claimId())
                .getResultList();
        if (revisions.isEmpty()) {
            return;
        }
        database.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:name, 0))", Object.class)
                .setParameter("name", LOCK)
                .getSingleResult();
        long index = size();
        for (var revision : revisions) {
            int number = revision.get("number", Integer.class);
            append(new Leaf(index, changed.claimId(), number, revision.get("digest", String.class)));
            entries.fire(new RevisionEntered(changed.claimId(), number, index++));
        }
    }

    private void append(Leaf leaf) {
        database.createNativeQuery("insert into log_entry (index, claim_id, number) values (:index, :claim, :number)")
                .setParameter("index", leaf.index)
                .setParameter("claim", leaf.claimId)
                .setParameter("number", leaf.number)
                .executeUpdate();
        var node = new Node(0, leaf.index);
        var completed = new ArrayList<Node>(List.of(node));
        while (node.isRight()) {
            node = node.parent();
            completed.add(node);
        }
        var left = hashes(Set.copyOf(completed.subList(0, completed.size() - 1).stream()
                .map(Node::sibling)
                .toList()));
        var hash = leaf.hash();
        for (var subtree : completed) {
            database.createNativeQuery("insert into log_node (node, hash) values (:node, :hash)")
                    .setParameter("node", subtree.number())
                    .setParameter("hash", hash)
                    .executeUpdate();
            hash = subtree.isRight() ? MerkleTree.interiorHash(left.apply(subtree.sibling()), hash) : hash;
        }
    }

    /** How many entries there are. */
    long size() {
        return ((Number) database.createNativeQuery("select coalesce(max(index) + 1, 0) from log_entry", Long.class)
                        .getSingleResult())
                .longValue();
    }

    /** The last entry, if any. */
    Optional<Entry> last() {
        return entries("where index = (select max(index) from log_entry)", Map.of(), 1).stream()
                .findFirst();
    }

    /** In their order, from this index on. */
    List<Entry> entries(long from, int most) {
        return entries("where index >= :from", Map.of("from", from), most);
    }

    /** That of a claim's revision. */
    Optional<Entry> entry(UUID claimId, int number) {
        return entries(
                        "where e.claim_id = :claim and e.number = :number",
                        Map.of("claim", claimId, "number", number),
                        1)
                .stream()
                .findFirst();
    }

    private List<Entry> entries(String where, Map<String, Object> values, int most) {
        var select = database.createNativeQuery(
                        "select e.index, e.claim_id, e.number, r.digest, r.published_at from log_entry e"
                                + " join verdict_revision r on r.claim_id = e.claim_id and r.number = e.number " + where
                                + " order by e.index",
                        Entry.class)
                .setMaxResults(most);
        values.forEach(select::setParameter);
        @SuppressWarnings("unchecked")
        List<Entry> found = select.getResultList();
        return found;
    }

    /** A tree that has all the hashes that these questions need. One statement. */
    MerkleTree tree(ToLongFunction<MerkleTree> questions) {
        return new MerkleTree(hashes(MerkleTree.needed(questions)));
    }

    private Function<Node, byte[]> hashes(Set<Node> nodes) {
        var found = new HashMap<Long, byte[]>();
        if (!nodes.isEmpty()) {
            @SuppressWarnings("unchecked")
            List<Tuple> rows = database.createNativeQuery(
                            "select node, hash from log_node where node in (:nodes)", Tuple.class)
                    .setParameter("nodes", nodes.stream().map(Node::number).toList())
                    .getResultList();
            rows.forEach(row -> found.put(row.get("node", Long.class), row.get("hash", byte[].class)));
        }
        return node -> {
            var hash = found.get(node.number());
            if (hash == null) {
                throw new IllegalStateException("the log has no hash for " + node);
            }
            return hash;
        };
    }
}
