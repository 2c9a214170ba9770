package org.quotecheck.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * RFC 9162's own ways to verify (sections 2.1.3.2 and 2.1.4.2), and its definition of the root, written from its text.
 */
final class LogVerifier {

    private LogVerifier() {}

    static boolean includes(long leaf, long size, String leafHash, List<String> path, String root) {
        if (leaf >= size) {
            return false;
        }
        long fn = leaf;
        long sn = size - 1;
        var r = hex(leafHash);
        for (var step : path) {
            if (sn == 0) {
                return false;
            }
            if (fn % 2 == 1 || fn == sn) {
                r = node(hex(step), r);
                while (fn % 2 == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = node(r, hex(step));
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && HexFormat.of().formatHex(r).equals(root);
    }

    static boolean goesOn(long first, String firstRoot, long second, String secondRoot, List<String> given) {
        if (first == second) {
            return given.isEmpty() && firstRoot.equals(secondRoot);
        }
        if (given.isEmpty()) {
            return false;
        }
        var path = new java.util.ArrayList<>(given);
        if (Long.bitCount(first) == 1) {
            path.addFirst(firstRoot);
        }
        long fn = first - 1;
        long sn = second - 1;
        while (fn % 2 == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        var fr = hex(path.getFirst());
        var sr = fr;
        for (var step : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            var c = hex(step);
            if (fn % 2 == 1 || fn == sn) {
                fr = node(c, fr);
                sr = node(c, sr);
                while (fn % 2 == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        var format = HexFormat.of();
        return sn == 0
                && format.formatHex(fr).equals(firstRoot)
                && format.formatHex(sr).equals(secondRoot);
    }

    /** MTH of section 2.1.1, over the leaves' hashes. */
    static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return sha256();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = 1;
        while (k * 2 < leaves.size()) {
            k *= 2;
        }
        return node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    static byte[] leaf(byte[] content) {
        return sha256(new byte[] {0}, content);
    }

    private static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
