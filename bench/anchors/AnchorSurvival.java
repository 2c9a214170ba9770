import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import org.quotecheck.anchor.Anchor;
import org.quotecheck.anchor.Anchors;
import org.quotecheck.extraction.Part;
import org.quotecheck.stage.Ratios;

/**
 * Whether quotations are found again in their article after it changed, and not where they are not. Prints a table: how
 * many were found, at the right place (four fifths in common), with the state that is due, and how long it took.
 */
final class AnchorSurvival {

    private static final int OTHERS = 20;
    private static final String BREAK = "\n\n";

    private record Article(String id, String text, List<Part> quotes) {}

    /** A text made from another one, with the new offset (UTF-16) of each old one. */
    private record Edited(String text, int[] map) {}

    /** What stands instead of one character. */
    private interface Edit extends BiFunction<Integer, String, String> {}

    private static final class Row {
        int asked;
        int found;
        int right;
        int exact;
        int unmoved;
        long nanos;
        double lowest = 1;
        final List<String> misses = new ArrayList<>();
    }

    private final Random random = new Random(1);
    private final Map<String, Row> rows = new LinkedHashMap<>();

    public static void main(String[] arguments) throws Exception {
        boolean telling = arguments[0].equals("--misses");
        for (String file : Arrays.copyOfRange(arguments, telling ? 1 : 0, arguments.length)) {
            var survival = new AnchorSurvival();
            var articles = read(Path.of(file));
            for (Article article : articles) {
                survival.change(article, articles);
            }
            survival.print(Path.of(file).getFileName().toString(), articles, telling);
        }
    }

    private static List<Article> read(Path file) throws Exception {
        var json = new ObjectMapper();
        var articles = new ArrayList<Article>();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = json.readTree(line);
            String text = node.get("text").asText();
            var quotes = new ArrayList<Part>();
            node.get("quotes")
                    .forEach(quote -> quotes.add(Part.of(
                            text, quote.get("start").asInt(), quote.get("end").asInt())));
            articles.add(new Article(node.get("id").asText(), text, quotes));
        }
        return articles;
    }

    private void change(Article article, List<Article> all) {
        String text = article.text;
        ask("the same text", article, edit(text, (i, c) -> c));
        var marks = edit(text, AnchorSurvival::otherMark);
        ask("other marks", article, marks);
        var blanks = edit(text, this::otherBlank);
        ask("other blanks, soft hyphens", article, blanks);
        ask("character references", article, edit(text, AnchorSurvival::reference));
        String paragraph = all.get(random.nextInt(all.size()))
                .text
                .lines()
                .filter(line -> line.length() > 200)
                .findFirst()
                .orElse("Rain fell.");
        int at = paragraphEnd(text);
        var inserted = edit(text, (i, c) -> i == at ? BREAK + paragraph + BREAK + c : c);
        ask("an inserted paragraph", article, inserted);
        ask("3 % random edits", article, edit(text, this::slip));
        var both = then(then(inserted, AnchorSurvival::otherMark), this::otherBlank);
        ask("all of these", article, then(both, this::slip));
        gone(article, all);
    }

    private void gone(Article article, List<Article> all) {
        int[] offsets = new int[2];
        for (Part quote : article.quotes) {
            offsets[0] = article.text.offsetByCodePoints(0, quote.start());
            offsets[1] = article.text.offsetByCodePoints(0, quote.end());
            var without = article.text.substring(0, offsets[0]) + article.text.substring(offsets[1]);
            absent("words deleted, marks left", article, quote, without);
            int paragraph = Math.max(0, article.text.lastIndexOf('\n', offsets[0]));
            int end = article.text.indexOf('\n', offsets[1]);
            absent(
                    "paragraph deleted",
                    article,
                    quote,
                    article.text.substring(0, paragraph) + (end < 0 ? "" : article.text.substring(end)));
            var replaced = article.text.substring(0, offsets[0]) + "we shall never know what it was"
                    + article.text.substring(offsets[1]);
            absent("other words in the marks", article, quote, replaced);
        }
        for (int i = 0; i < OTHERS && all.size() > 1; i++) {
            Article other = all.get(random.nextInt(all.size()));
            if (other != article) {
                var anchors = new Anchors(other.text);
                article.quotes.forEach(quote -> absent("another article", article, quote, other.text, anchors));
            }
        }
    }

    private void absent(String name, Article article, Part quote, String text) {
        absent(name, article, quote, text, new Anchors(text));
    }

    /** Texts that hold the same words by chance, or because the article says them twice, are counted apart. */
    private void absent(String name, Article article, Part quote, String text, Anchors anchors) {
        boolean stillThere = letters(text).contains(letters(quote.exact()));
        Row row = rows.computeIfAbsent(stillThere ? name + ", but said elsewhere" : name, key -> new Row());
        long start = System.nanoTime();
        var anchor = anchors.find(quote, quote.start(), new BitSet());
        count(row, article, quote, anchor.orElse(null), -1, -1, System.nanoTime() - start);
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private void ask(String name, Article article, Edited edited) {
        Row row = rows.computeIfAbsent(name, key -> new Row());
        long start = System.nanoTime();
        var anchors = new Anchors(edited.text);
        row.nanos += System.nanoTime() - start;
        for (Part quote : article.quotes) {
            int from = edited.map[article.text.offsetByCodePoints(0, quote.start())];
            int to = edited.map[article.text.offsetByCodePoints(0, quote.end())];
            start = System.nanoTime();
            var anchor = anchors.find(quote, quote.start(), new BitSet());
            if (anchor.isEmpty()) {
                row.misses.add(article.id + " stands there as "
                        + edited.text.substring(Math.max(0, from - 40), Math.min(edited.text.length(), to + 40))
                        + " for " + quote.prefix() + "[" + quote.exact() + "]" + quote.suffix());
            }
            count(
                    row,
                    article,
                    quote,
                    anchor.orElse(null),
                    edited.text.codePointCount(0, from),
                    edited.text.codePointCount(0, to),
                    System.nanoTime() - start);
        }
    }

    private static void count(Row row, Article article, Part quote, Anchor anchor, int from, int to, long nanos) {
        row.nanos += nanos;
        row.asked++;
        if (anchor != null) {
            row.found++;
            row.exact += anchor.exact() ? 1 : 0;
            Part there = anchor.part();
            row.lowest = Math.min(row.lowest, anchor.score());
            double common = Math.min(to, there.end()) - Math.max(from, there.start());
            boolean right = common >= 0.8 * (Math.max(to, there.end()) - Math.min(from, there.start()));
            row.right += right ? 1 : 0;
            row.unmoved += there.start() == from && there.end() == to ? 1 : 0;
            if (!right) {
                row.misses.add(article.id + " " + quote.exact() + " -> " + there.exact() + " " + anchor.score() + " "
                        + anchor.exact());
            }
        }
    }

    private void print(String file, List<Article> articles, boolean telling) {
        System.out.printf(
                "%n%s: %d articles, %d quotations%n",
                file,
                articles.size(),
                articles.stream().mapToInt(article -> article.quotes.size()).sum());
        System.out.printf(
                "| %-45s | %7s | %7s | %11s | %9s | %7s | %6s | %6s |%n",
                "Text", "Asked", "Found", "Right place", "To the pt", "Exact", "Lowest", "µs");
        rows.forEach((name, row) -> {
            System.out.printf(
                    Locale.ROOT,
                    "| %-45s | %7d | %7d | %11d | %9d | %7d | %6.3f | %6.1f |%n",
                    name,
                    row.asked,
                    row.found,
                    row.right,
                    row.unmoved,
                    row.exact,
                    row.lowest,
                    row.nanos / 1_000.0 / row.asked);
            Ratios.tell("anchors", name + ": right place, of those asked", "quotations", row.right, row.asked);
            if (telling) {
                row.misses.stream().limit(40).forEach(miss -> System.out.println("      " + miss.replace('\n', ' ')));
            }
        });
    }

    private static Edited edit(String text, Edit edit) {
        var edited = new StringBuilder();
        int[] map = new int[text.length() + 1];
        for (int i = 0; i < text.length(); ) {
            int end = i + Character.charCount(text.codePointAt(i));
            for (int j = i; j < end; j++) {
                map[j] = edited.length();
            }
            edited.append(edit.apply(i, text.substring(i, end)));
            i = end;
        }
        map[text.length()] = edited.length();
        return new Edited(edited.toString(), map);
    }

    private static Edited then(Edited first, Edit edit) {
        var second = edit(first.text, edit);
        return new Edited(
                second.text, Arrays.stream(first.map).map(i -> second.map[i]).toArray());
    }

    private static int paragraphEnd(String text) {
        int at = text.indexOf('\n', text.length() / 3);
        return at < 0 ? 0 : at;
    }

    private static String otherMark(int at, String c) {
        return switch (c) {
            case "“", "”" -> at % 3 == 0 ? "\"" : at % 3 == 1 ? "''" : c.equals("“") ? "« " : " »";
            case "\"" -> at % 2 == 0 ? "“" : "”";
            case "'" -> "’";
            case "’", "‘" -> "'";
            case "—" -> "--";
            default -> c;
        };
    }

    private String otherBlank(int at, String c) {
        if (c.equals(" ")) {
            return new String[] {" ", "\u00a0", "  ", "\n", "\u2009"}[random.nextInt(5)];
        }
        return Character.isLetter(c.codePointAt(0)) && random.nextInt(20) == 0 ? c + "\u00ad" : c;
    }

    private static String reference(int at, String c) {
        return switch (c) {
            case "&" -> "&amp;";
            case "<" -> "&lt;";
            case ">" -> "&gt;";
            case "\"" -> "&quot;";
            case "'" -> "&#39;";
            case "“" -> "&ldquo;";
            case "”" -> "&rdquo;";
            default -> c.codePointAt(0) < 128 ? c : "&#x" + Integer.toHexString(c.codePointAt(0)) + ";";
        };
    }

    private String slip(int at, String c) {
        if (random.nextInt(100) >= 3) {
            return c;
        }
        String letter = String.valueOf((char) ('a' + random.nextInt(26)));
        return new String[] {"", letter, c + letter}[random.nextInt(3)];
    }
}
