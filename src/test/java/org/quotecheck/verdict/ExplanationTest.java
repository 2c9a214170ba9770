package org.quotecheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationTest {

    private static final int ROOM = 10_000;
    private static final int LONGEST = 50_000;

    private static final Set<String> ELEMENTS =
            Set.of("p", "h3", "ul", "ol", "li", "blockquote", "pre", "code", "hr", "br", "em", "strong", "a");
    private static final Set<String> ATTRIBUTES = Set.of("dir", "href", "rel", "class", "start");

    @Test
    void sourcesThatExistAreCited() {
        var shown = shown("As the register[2][1] says![2]\n\nNobody [9], [0], \\[1], `[1]`, [01] and [x][1].", 2);
        assertThat(shown.select("a.cite").eachAttr("href"))
                .containsExactly("#source-2", "#source-1", "#source-2", "#source-1");
        assertThat(shown.select("p").eachText())
                .containsExactly("As the register[2][1] says![2]", "Nobody [9], [0], [1], [1], [01] and [x][1].");
    }

    @Test
    void citationIsNoOtherLink() {
        var shown = shown("[1]: https://other.example/\n\nSo says [1], [and [2] too](https://a.example/).", 2);
        assertThat(shown.select("a").eachAttr("href"))
                .as("the inner one of two links is the link, as CommonMark has it")
                .containsExactly("#source-1", "#source-2");
        assertThat(shown("[1](https://a.example/)", 1).selectFirst("a").attr("href"))
                .isEqualTo("https://a.example/");
    }

    @Test
    void commonMarkIsRendered() {
        var shown = shown("""
                # How *we* counted

                1. The **register**
                2. [The court](https://court.example/a?b=1&c=%20 "A title")
                   - by [mail](mailto:court@court.example)

                > As it was said

                ```html
                <b>
                ```
                ![A chart](https://pictures.example/a.png) and two lines \s
                of text
                """, 0);
        assertThat(shown.selectFirst("h3").html()).isEqualTo("How <em>we</em> counted");
        assertThat(shown.select("ol > li")).hasSize(2);
        assertThat(shown.selectFirst("ol > li:nth-child(2) > a").attributes().html())
                .isEqualTo(" href=\"https://court.example/a?b=1&amp;c=%20\" rel=\"external\"");
        assertThat(shown.selectFirst("ol ul a").attr("href")).isEqualTo("mailto:court@court.example");
        assertThat(shown.selectFirst("blockquote p").text()).isEqualTo("As it was said");
        assertThat(shown.selectFirst("pre code").text()).isEqualTo("<b>");
        assertThat(shown.select("img")).isEmpty();
        assertThat(shown.select("p").last().html()).matches("(?s)A chart and two lines\\s*<br>\\s*of text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a <img src=x onerror=alert(1)> b",
                "[a](javascript:alert(1))",
                "[a](JaVaScRiPt:alert(1))",
                "[a](&#106;avascript:alert(1))",
                "[a](java\\\nscript:alert(1))",
                "[a](<java\tscript:alert(1)>)",
                "[a](\u0001javascript:alert(1))",
                "[a](vbscript:x) [b](data:text/html,<script>alert(1)</script>) [c](file:///etc/passwd)",
                "[a](//other.example/) [b](/console) [c](x) [d](#top) [e](?q=1) [f]()",
                "<javascript:alert(1)>",
                "![x\" onerror=\"alert(1)](https://a.example/\"onload=\"x)",
                "[a](https://a.example/\"onmouseover=\"alert(1) \"t\\\" style=\\\"x\")",
                "[a]: javascript:alert(1)\n\n[a] [b][a]",
                "```\" onclick=\"alert(1)\nx\n```",
                "<a href=\"https://a.example\" onclick=alert(1)>x</a>",
                "<style>*{display:none}</style>\n<!-- x --><?php x ?><![CDATA[x]]>",
                "&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x>",
                "</div></section></main><h1>x</h1>",
                "{f.organization} {{x}} ${x} \u202e txet \u0000 \uD83D"
            })
    void hostileWordsStayWords(String text) {
        var html = html(text, 1);
        var shown = assertTame(html);
        assertThat(shown.select("a").eachAttr("href"))
                .allMatch(href -> href.startsWith("https://a.example"), "leads to where it says");
        assertThat(html).doesNotContain("<script", "<img", "<style", "<!--");
    }

    static Stream<String> bombs() {
        return Stream.of(
                        "*_",
                        "**",
                        "[",
                        "![",
                        "[a](",
                        "![a](b",
                        "> ",
                        "- ",
                        ">",
                        "1. ",
                        "`",
                        "` `` ",
                        "<!-- ",
                        "<?",
                        "<![CDATA[",
                        "<a ",
                        "<a href=\"",
                        "&",
                        "\\",
                        "*a ",
                        "a**b",
                        "*a_ ",
                        "](",
                        "[1]",
                        "~~~\n",
                        "    a\n",
                        "- a\n\n",
                        "# a\n",
                        "a\n\n",
                        "a  \n",
                        "[a]: b\n",
                        "<https://a.example/>",
                        "[a](https://a.example/)",
                        "\u4e00",
                        "&amp;")
                .map(part -> part.repeat(LONGEST / part.length()));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    @Timeout(60)
    void bombIsBounded(String text) {
        assertThat(assertTame(html(text, 3)).html()).isNotNull();
    }

    static Stream<String> nested() {
        int deep = LONGEST / 2;
        return Stream.of(
                "*_".repeat(deep / 2) + "a" + "_*".repeat(deep / 2),
                "*_".repeat(990) + "a" + "_*".repeat(990),
                "*".repeat(deep) + "a" + "*".repeat(deep),
                "[".repeat(deep) + "a" + "](https://a.example/)".repeat(deep / 20),
                "![".repeat(1_999) + "a" + "](b)".repeat(1_999),
                "![".repeat(deep / 4) + "a" + "](b)".repeat(deep / 4),
                "> ".repeat(deep - 1) + "a",
                "- ".repeat(deep - 1) + "a",
                "\\*".repeat(deep),
                "[a]: https://a.example/" + "b".repeat(2_000) + "\n\n" + "[a] ".repeat(1_900));
    }

    @ParameterizedTest
    @MethodSource("nested")
    @Timeout(60)
    void deepTextIsShownOnASmallStack(String text) throws InterruptedException {
        var html = new String[1];
        var thread = new Thread(null, () -> html[0] = html(text, 0), "small stack", 512 * 1024);
        thread.start();
        thread.join(Duration.ofSeconds(60));
        var shown = assertTame(html[0]);
        assertThat(shown.select("*")).allMatch(element -> element.parents().size() < 40);
    }

    /** Forty times the longest: what grows with its square would take hours. */
    @ParameterizedTest
    @ValueSource(strings = {"*a **b ", "[a](", "<!-- ", "` `` ", "[a][b] ", "> a\n"})
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void workGrowsAsTheTextDoes(String part) {
        assertThat(html(part.repeat(40 * LONGEST / part.length()), 1)).isNotNull();
    }

    @Test
    void longExplanationIsCut() {
        var cut = Explanation.of("One *two*.\n\n- " + "Wörter und mehr ".repeat(LONGEST / 20), 0, 1000);
        assertThat(cut.complete()).isFalse();
        assertThat(cut.html().toString()).endsWith(" …</li>\n</ul>\n").hasSizeBetween(700, 1000);
        assertThat(Explanation.of("One.\n\n## " + "x".repeat(100) + "\n\nTwo.", 0, 140)
                        .html()
                        .toString())
                .isEqualTo("<p dir=\"auto\">One.</p>\n<h3 dir=\"auto\"> …</h3>\n");
        assertThat(Explanation.of("One.\n\n- [two](https://two.example/)\n\nThree", 0, 160)
                        .html()
                        .toString())
                .isEqualTo("<p dir=\"auto\">One.</p>\n");
        assertThat(Explanation.of("All of *it*.", 0, ROOM).complete()).isTrue();
        assertThat(Explanation.of(" \n\n ", 0, ROOM)).isNull();
        assertThat(Explanation.of("[a]: https://a.example/", 0, ROOM)).isNull();
        assertThat(Explanation.of(null, 0, ROOM)).isNull();
    }

    private static String html(String text, int sources) {
        var explanation = Explanation.of(text, sources, ROOM);
        return explanation == null ? "" : explanation.html().toString();
    }

    private static Element shown(String text, int sources) {
        return Jsoup.parseBodyFragment(html(text, sources)).body();
    }

    /** As a browser reads it: only what an explanation may have, and nothing that is not closed. */
    private static Element assertTame(String html) {
        assertThat(html.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(ROOM + 100);
        var body = Jsoup.parseBodyFragment("<div>" + html + "</div><b>").body();
        assertThat(body.child(1).normalName()).isEqualTo("b");
        for (var element : body.child(0).select("> * *, > *")) {
            assertThat(ELEMENTS).contains(element.normalName());
            assertThat(ATTRIBUTES)
                    .containsAll(element.attributes().asList().stream()
                            .map(attribute -> attribute.getKey())
                            .toList());
        }
        return body.child(0);
    }
}
