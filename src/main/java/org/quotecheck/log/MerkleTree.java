package org.quotecheck.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Hashes and proofs of RFC 9162, section 2.1, over the hashes of complete subtrees, of which each needs as many as the
 * size has bits, twice at most.
 */
final class MerkleTree {

    /** The subtree over the leaves from {@code index * 2^level} on, {@code 2^level} of them, all there. */
    record Node(int level, long index) {

        private static final int LEVELS = 64;

        /** One number for both, as the table has it. */
        long number() {
            return index * LEVELS + level;
        }

        Node sibling() {
            return new Node(level, index ^ 1);
        }

        Node parent() {
            return new Node(level + 1, index >> 1);
        }

        boolean isRight() {
            return (index & 1) == 1;
        }
    }

    private static final byte LEAF = 0;
    private static final byte INTERIOR = 1;

    private final Function<Node, byte[]> hashes;

    MerkleTree(Function<Node, byte[]> hashes) {
        this.hashes = hashes;
    }

    /** The subtrees whose hashes a question needs. */
    static Set<Node> needed(ToLongFunction<MerkleTree> question) {
        var needed = new LinkedHashSet<Node>();
        question.applyAsLong(new MerkleTree(node -> {
            needed.add(node);
            return new byte[0];
        }));
        return needed;
    }

    static byte[] leafHash(String leaf) {
        return hash(LEAF, leaf.getBytes(StandardCharsets.UTF_8), new byte[0]);
    }

    static byte[] interiorHash(byte[] left, byte[] right) {
        return hash(INTERIOR, left, right);
    }

    /** MTH(D[0:size]); that of no leaves is the hash of nothing. */
    byte[] root(long size) {
        return size == 0 ? sha256().digest() : subtree(0, size);
    }

    /** PATH(leaf, D[0:size]), from the leaf up; {@code leaf < size}. */
    List<byte[]> inclusion(long leaf, long size) {
        var path = new ArrayList<byte[]>();
        inclusion(leaf, 0, size, path);
        return path;
    }

    /** PROOF(from, D[0:to]); {@code 0 < from <= to}. */
    List<byte[]> consistency(long from, long to) {
        var path = new ArrayList<byte[]>();
        consistency(from, 0, to, true, path);
        return path;
    }

    private byte[] subtree(long begin, long end) {
        long width = end - begin;
        if (Long.bitCount(width) == 1) {
            int level = Long.numberOfTrailingZeros(width);
            return hashes.apply(new Node(level, begin >> level));
        }
        long middle = middle(begin, end);
        return interiorHash(subtree(begin, middle), subtree(middle, end));
    }

    private void inclusion(long leaf, long begin, long end, List<byte[]> path) {
        if (end - begin == 1) {
            return;
        }
        long middle = middle(begin, end);
        if (leaf < middle) {
            inclusion(leaf, begin, middle, path);
            path.add(subtree(middle, end));
        } else {
            inclusion(leaf, middle, end, path);
            path.add(subtree(begin, middle));
        }
    }

    /** SUBPROOF, where the old tree ends at {@code from}; {@code whole}: the old tree is a complete subtree of it. */
    private void consistency(long from, long begin, long end, boolean whole, List<byte[]> path) {
        if (from == end) {
            if (!whole) {
                path.add(subtree(begin, end));
            }
            return;
        }
        long middle = middle(begin, end);
        if (from <= middle) {
            consistency(from, begin, middle, whole, path);
            path.add(subtree(middle, end));
        } else {
            consistency(from, middle, end, false, path);
            path.add(subtree(begin, middle));
        }
    }

    /** After the largest power of two that is smaller than the width. */
    private static long middle(long begin, long end) {
        return begin + Long.highestOneBit(end - begin - 1);
    }

    private static byte[] hash(byte kind, byte[] first, byte[] second) {
        var digest = sha256();
        digest.update(kind);
        digest.update(first);
        return digest.digest(second);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
