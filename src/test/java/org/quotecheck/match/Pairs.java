package org.quotecheck.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The pairs of a file in match/, each with the claim that it belongs to. */
record Pairs(List<Line> claims, List<Pair> pairs) {

    /** Those that say the same in other words. */
    static final Set<String> SAME = Set.of("paraphrase", "language");

    /** @param claimant null where none */
    record Line(String kind, String language, String claimant, String text) {}

    record Pair(Line claim, Line other) {
        boolean isSame() {
            return SAME.contains(other.kind());
        }
    }

    static Pairs read(String file) {
        var claims = new ArrayList<Line>();
        var pairs = new ArrayList<Pair>();
        Line claim = null;
        for (var line : lines(file)) {
            var columns = line.split(" \\| ", 4);
            var read = new Line(columns[0], columns[1], columns[2].equals("-") ? null : columns[2], columns[3]);
            if (read.kind().equals("claim") || read.kind().equals("other")) {
                claims.add(read);
                claim = read;
            } else {
                pairs.add(new Pair(claim, read));
            }
        }
        return new Pairs(claims, pairs);
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of("bench/match/" + file)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
