package org.quotecheck.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every tree up to a size, every leaf, every earlier tree, against RFC 9162's own definitions. */
class MerkleTreeTest {

    private static final int LARGEST = 70;

    private final List<byte[]> leaves = new ArrayList<>();
    private final Map<MerkleTree.Node, byte[]> complete = new HashMap<>();
    private final MerkleTree tree = new MerkleTree(node -> {
        assertThat(complete).containsKey(node);
        return complete.get(node);
    });

    @Test
    void rootOfNothingIsTheHashOfNothing() {
        assertThat(hex(tree.root(0))).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void rootsAndProofsHold() {
        for (int size = 1; size <= LARGEST; size++) {
            add("entry " + size);
            var root = hex(tree.root(size));
            assertThat(root).isEqualTo(hex(LogVerifier.root(leaves)));
            for (int leaf = 0; leaf < size; leaf++) {
                var path = texts(tree.inclusion(leaf, size));
                assertThat(LogVerifier.includes(leaf, size, hex(leaves.get(leaf)), path, root))
                        .as("%d in %d", leaf, size)
                        .isTrue();
                assertThat(LogVerifier.includes(leaf, size, hex(leaves.get((leaf + 1) % size)), path, root))
                        .isEqualTo(size == 1);
            }
            for (int earlier = 1; earlier <= size; earlier++) {
                var path = texts(tree.consistency(earlier, size));
                var before = hex(tree.root(earlier));
                assertThat(LogVerifier.goesOn(earlier, before, size, root, path))
                        .as("%d to %d", earlier, size)
                        .isTrue();
                assertThat(LogVerifier.goesOn(earlier, hex(new byte[32]), size, root, path))
                        .isFalse();
            }
        }
    }

    @Test
    void proofsNeedFewHashes() {
        long size = (1L << 40) - 1;
        var needed = MerkleTree.needed(asked ->
                asked.root(size).length + asked.inclusion(12_345_678_901L, size).size());
        assertThat(needed).hasSizeLessThanOrEqualTo(80);
        assertThat(needed.stream().map(MerkleTree.Node::number)).doesNotHaveDuplicates();
    }

    private void add(String content) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        leaves.add(LogVerifier.leaf(bytes));
        var node = new MerkleTree.Node(0, leaves.size() - 1);
        var hash = MerkleTree.leafHash(content);
        complete.put(node, hash);
        while (node.isRight()) {
            hash = MerkleTree.interiorHash(complete.get(node.sibling()), hash);
            node = node.parent();
            complete.put(node, hash);
        }
    }

    private static List<String> texts(List<byte[]> hashes) {
        return hashes.stream().map(MerkleTreeTest::hex).toList();
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
