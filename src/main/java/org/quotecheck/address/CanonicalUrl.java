package org.quotecheck.address;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.util.ICUException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;
import org.netpreserve.urlcanon.Canonicalizer;
import org.netpreserve.urlcanon.ParsedUrl;
import org.quotecheck.digest.Sha256;
import org.quotecheck.problem.Problem;

/**
 * The one form of an article's URL: parsed as the WHATWG URL Standard does, https, without fragment, default port and
 * tracking parameters, escapes in one spelling, its query sorted by name. The widget makes the same form and sends its
 * hash.
 *
 * @param value the canonical URL, ASCII
 */
public record CanonicalUrl(String value) {

    /** URL Standard, section 3.1: a domain with one of these after percent-decoding and IDNA is a failure. */
    private static final Pattern FORBIDDEN_IN_DOMAIN =
            Pattern.compile("[\\x00-\\x20\"#%/:<>?@\\[\\\\\\]^`{|}\\x7f]|[^\\x00-\\x7f]");

    /** URL Standard, section 4.4: these are removed before anything is parsed. */
    private static final Pattern TAB_OR_NEWLINE = Pattern.compile("[\\t\\n\\r]");

    private static final Pattern IPV6_GROUPS = Pattern.compile("([0-9a-f]{1,4}(?::[0-9a-f]{1,4})*+)?");
    /** What domain to ASCII (section 3.3) checks and the library does not; lengths and hyphens are free there. */
    private static final IDNA DOMAIN =
            IDNA.getUTS46Instance(IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_UNICODE);

    private static final Set<IDNA.Error> NO_ERROR = Set.of(
            IDNA.Error.EMPTY_LABEL,
            IDNA.Error.LABEL_TOO_LONG,
            IDNA.Error.DOMAIN_NAME_TOO_LONG,
            IDNA.Error.LEADING_HYPHEN,
            IDNA.Error.TRAILING_HYPHEN,
            IDNA.Error.HYPHEN_3_4);
    private static final int MAX_LENGTH = 2048;

    private static final String SCHEME = "https://";

    /** Its host and, where it has one, its port: {@code news.example:8443}. */
    public String authority() {
        return value.substring(SCHEME.length(), value.indexOf('/', SCHEME.length()));
    }

    /** Its path with the query, from the first slash on. */
    public String pathAndQuery() {
        return value.substring(SCHEME.length() + authority().length());
    }

    /** What is wrong with a URL, in words that follow its name. */
    public static final class Refused extends RuntimeException {
        Refused(String reason) {
            super(reason, null, false, false);
        }
    }

    /**
     * @throws Refused when it is not an absolute http or https URL, carries user information, or is over 2,048
     *     characters
     */
    public static CanonicalUrl of(String url) {
        if (url.length() > MAX_LENGTH) {
            throw new Refused("must have at most " + MAX_LENGTH + " characters");
        }
        var parsed = ParsedUrl.parseUrl(TAB_OR_NEWLINE.matcher(url).replaceAll(""));
        var scheme = parsed.getScheme();
        if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
            throw new Refused("must be an absolute http or https URL");
        }
        if (!parsed.getUsername().isEmpty() || !parsed.getPassword().isEmpty()) {
            throw new Refused("must not carry user information");
        }
        var host = host(parsed);
        var port = port(parsed.getPort());
        var path = parsed.getPath().isEmpty() ? "/" : parsed.getPath();
        if (path.length() > 1 && path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return new CanonicalUrl(SCHEME + host + port + Escapes.normalised(path) + query(parsed.getQuery()));
    }

    /**
     * Of the query parameter {@code url}
     *
     * @throws Problem 400 instead of {@link Refused}
     */
    public static CanonicalUrl ofParameter(String url) {
        return ofParameter("url", url);
    }

    /**
     * Of the query parameter of that name
     *
     * @throws Problem 400 instead of {@link Refused}
     */
    public static CanonicalUrl ofParameter(String name, String url) {
        try {
            return of(url);
        } catch (Refused e) {
            throw Problem.malformed("The query parameter " + name + ' ' + e.getMessage() + ".");
        }
    }

    /** Lower-case hex SHA-256 of the URL. */
    public String hash() {
        return Sha256.hex(value.getBytes(StandardCharsets.US_ASCII));
    }

    /** Of the URL, whose parts are all in the standard's form thereafter. */
    private static String host(ParsedUrl url) {
        try {
            Canonicalizer.WHATWG.canonicalize(url);
            return host(url.getHost());
        } catch (ICUException | IllegalArgumentException e) {
            throw new Refused(
                    "must have a valid host"); // ICU gives up labels of over 1,000 letters, the library long numbers
        }
    }

    private static String host(String host) {
        boolean ipv6 = host.startsWith("[") && host.endsWith("]");
        var name = ipv6 ? host.substring(1, host.length() - 1) : host;
        boolean wrong = ipv6
                ? !isIpv6(name)
                : name.isEmpty()
                        || FORBIDDEN_IN_DOMAIN.matcher(name).find()
                        || isBrokenIpv4(name)
                        || isBrokenDomain(name);
        if (wrong) {
            throw new Refused("must have a valid host");
        }
        return host;
    }

    /** Eight groups, or fewer around one "::"; the library leaves anything that is not one as it came. */
    private static boolean isIpv6(String name) {
        var sides = name.split("::", -1);
        var groups = Arrays.stream(sides)
                .mapToLong(side ->
                        side.isEmpty() ? 0 : side.chars().filter(c -> c == ':').count() + 1)
                .sum();
        return Arrays.stream(sides).allMatch(side -> IPV6_GROUPS.matcher(side).matches())
                && (sides.length == 1 ? groups == 8 : sides.length == 2 && groups < 8);
    }

    private static boolean isBrokenDomain(String name) {
        if (!name.contains("xn--")) {
            return false;
        }
        var info = new IDNA.Info();
        DOMAIN.nameToUnicode(name, new StringBuilder(), info);
        return !NO_ERROR.containsAll(info.getErrors());
    }

    /** URL Standard, "ends in a number checker": such a host is an IPv4 address or nothing. */
    private static boolean isBrokenIpv4(String name) {
        var labels = name.split("\\.");
        var last = labels.length == 0 ? "" : labels[labels.length - 1];
        boolean numeric = last.matches("[0-9]+|0[xX][0-9a-fA-F]*");
        return numeric
                && !(labels.length == 4
                        && Arrays.stream(labels)
                                .allMatch(
                                        label -> label.matches("0|[1-9][0-9]{0,2}") && Integer.parseInt(label) < 256));
    }

    private static String port(String port) {
        var digits = port.replaceFirst("^0+(?=.)", "");
        if (digits.isEmpty() || digits.equals("80") || digits.equals("443")) {
            return "";
        }
        if (!digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) > 65535) {
            throw new Refused("must have a valid port");
        }
        return ":" + digits;
    }

    /** Raw name=value pairs, sorted by name in code unit order, those with the same name in their original order. */
    private static String query(String query) {
        // the URL Standard's special-query percent-encode set has the apostrophe, the library's has not
        var raw = Escapes.normalised(query.replace("'", "%27"));
        var pairs = new ArrayList<>(Arrays.asList(raw.split("&")));
        pairs.removeIf(pair -> pair.isEmpty() || TrackingParameters.has(name(pair)));
        pairs.sort(Comparator.comparing(CanonicalUrl::name));
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private static String name(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? pair : pair.substring(0, equals);
    }
}
