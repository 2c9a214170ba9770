package org.quotecheck.anchor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quotecheck.extraction.Part;

/**
 * What makes a browser scroll to the words of a text and highlight them: {@code text=[prefix-,]start[,end][,-suffix]}
 * (WICG, URL Fragment Text Directives). Browsers match whole words without case, and take the first place that fits.
 */
public final class TextFragments {

    private static final int MAX_WHOLE = 300;
    /**
     * Scripts that do not separate words have no edge words to take; beyond this they get their first and last clause.
     */
    private static final int MAX_UNPARTED = 1_000;

    /** As they stand in the address, percent-encoded. */
    private static final int MAX_DIRECTIVES = 2_800;

    private static final int EDGE_WORDS = 5;
    /** Directives of one URL; what the writer interrupts more often is shown by its beginning. */
    private static final int MOST_PARTS = 4;

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern CLAUSE_END = Pattern.compile("(?<=[\\p{Po}&&[^'\"]])");

    /**
     * A page's address with the words in it to which a browser scrolls, where nothing else of the page is known;
     * without them where they cannot be said in few
     */
    public static String link(String url, List<Part> parts) {
        var directives = new TextFragments("").of(parts);
        return directives.length() > MAX_DIRECTIVES ? url : url + "#:~:" + directives;
    }

    private final String text;

    /** @param text the page's text; the empty text where it is not known, and all words are taken for unique */
    public TextFragments(String text) {
        this.text = plain(text);
    }

    /** The fragment directive with a text directive for each part, without the "#:~:" before it. */
    public String of(List<Part> parts) {
        return parts.stream().limit(MOST_PARTS).map(this::of).collect(Collectors.joining("&"));
    }

    private String of(Part part) {
        var exact = part.exact().strip();
        var words = words(exact);
        boolean whole = exact.indexOf('\n') < 0 && (exact.length() <= MAX_WHOLE || words.length < 2 * EDGE_WORDS)
                || words.length < 2;
        int edge = Math.min(EDGE_WORDS, words.length / 2);
        var start = whole ? exact : join(words, 0, edge);
        var end = whole ? "" : ',' + encode(join(words, words.length - edge, words.length));
        if (isUnique(start)) {
            return "text=" + encode(start) + end;
        }
        var prefix = prefix(part.prefix());
        var suffix = suffix(part.suffix());
        return "text=" + (prefix.isEmpty() ? "" : encode(prefix) + "-,") + encode(start) + end
                + (suffix.isEmpty() ? "" : ",-" + encode(suffix));
    }

    private static String[] words(String exact) {
        var words = BLANKS.split(exact);
        return words.length < 2 * EDGE_WORDS && exact.length() > MAX_UNPARTED ? CLAUSE_END.split(exact) : words;
    }

    private static String join(String[] words, int from, int to) {
        return String.join(" ", Arrays.copyOfRange(words, from, to)).strip();
    }

    /** Whole words of the same line before; a word that the context cuts at its beginning is not a whole one. */
    private static String prefix(String context) {
        var line = context.substring(context.lastIndexOf('\n') + 1);
        int blank = line.indexOf(' ');
        var whole = line.length() < context.length() ? line : blank < 0 ? "" : line.substring(blank + 1);
        return hasLetter(whole) ? whole.strip() : "";
    }

    private static String suffix(String context) {
        int lineEnd = context.indexOf('\n');
        var whole = lineEnd >= 0
                ? context.substring(0, lineEnd)
                : context.substring(0, Math.max(0, context.lastIndexOf(' ')));
        return hasLetter(whole) ? whole.strip() : "";
    }

    private static boolean hasLetter(String words) {
        return words.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Whether a browser finds no other place. */
    private boolean isUnique(String words) {
        var sought = plain(words);
        int places = 0;
        for (int at = text.indexOf(sought); at >= 0 && places < 2; at = text.indexOf(sought, at + 1)) {
            places += isWordEdge(at) && isWordEdge(at + sought.length()) ? 1 : 0;
        }
        return places < 2;
    }

    private boolean isWordEdge(int at) {
        return at == 0
                || at == text.length()
                || !Character.isLetterOrDigit(text.charAt(at - 1))
                || !Character.isLetterOrDigit(text.charAt(at));
    }

    /** In lower case, with one kind of apostrophe and single spaces. */
    private static String plain(String words) {
        var lower = words.toLowerCase(Locale.ROOT);
        var plain = new StringBuilder(lower.length());
        boolean blank = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean more = c == ' ' || c >= '\t' && c <= '\r';
            if (!more) {
                plain.append(c == '\u2019' ? '\'' : c);
            } else if (!blank) {
                plain.append(' ');
            }
            blank = more;
        }
        return plain.toString();
    }

    /** Percent-encodes, and with it the directive's own syntax characters: the comma, the ampersand and the dash. */
    private static String encode(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("-", "%2D");
    }
}
