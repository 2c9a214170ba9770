package org.quotecheck.webpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quotecheck.extraction.Quotation;
import org.quotecheck.extraction.QuotationExtractor;

class WebPageTest {

    /** A hundred times what any of them takes; in the square of their length they would take longer. */
    private static final Duration HANGS = Duration.ofMinutes(2);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p>Ann Lee wrote:</p><blockquote><p>We hid nothing.</p><p>We will fight.</p></blockquote><p>Then she left.</p> | Ann Lee | We hid nothing. … We will fight.
            <p>Ann Lee wrote:</p><blockquote>We hid nothing.</blockquote> | Ann Lee | We hid nothing.
            <p>Ann Lee wrote:</p><blockquote><p>“We hid nothing.”</p></blockquote> | Ann Lee | We hid nothing.
            <p>It was over.</p><blockquote><p>We hid nothing.</p>— Ann Lee (@lee) May 3, 2026</blockquote> | Ann Lee | We hid nothing.
            <p>It was over.</p><blockquote><p>We hid nothing.</p><p>— Ann Lee, engineer</p></blockquote> | Ann Lee | We hid nothing.
            <p>It was over.</p><blockquote><p>We hid nothing.</p><footer>Ann Lee, engineer</footer></blockquote> | Ann Lee | We hid nothing.
            <p>It was over.</p><blockquote><p>We hid nothing.<br><cite>Ann Lee</cite></p></blockquote> | Ann Lee | We hid nothing.
            <p>It was over.</p><blockquote><p>We hid nothing.</p><p class="quote-author">Ann Lee</p></blockquote> | Ann Lee | We hid nothing.
            <p>It was over.</p><figure><blockquote>We hid nothing.</blockquote><figcaption>Ann Lee, engineer</figcaption></figure> | Ann Lee | We hid nothing.
            <p>It was over.</p><blockquote class="post"><p>We hid nothing. <a href="https://a.example/x">https://a.example/x</a></p>— Ann Lee</blockquote> | Ann Lee | We hid nothing.
            <p><q>We hid nothing</q>, Ann Lee said.</p> | Ann Lee | We hid nothing
            <p>“We hid<br>nothing,” said Ann Lee.</p> | Ann Lee | We hid nothing,
            <p>&ldquo;We&nbsp;hid noth&shy;ing,&rdquo; said Ann&nbsp;Lee.</p> | Ann Lee | We\u00a0hid noth\u00ading,
            """)
    void whatHtmlQuotesIsAQuotation(String html, String speaker, String exact) {
        assertThat(QuotationExtractor.extract(WebPage.read(html).text(), "en"))
                .singleElement()
                .satisfies(quotation -> {
                    assertThat(quotation.exact()).isEqualTo(exact);
                    assertThat(quotation.speaker().name()).isEqualTo(speaker);
                    assertThat(quotation.kind()).isEqualTo(Quotation.Kind.DIRECT);
                });
    }

    /** HTML, section 13.2.5.80: such a reference is U+FFFD; JSON has no rule, and what it names cannot be stored. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "&#xD800;",
                "&#xd800",
                "&#X00dfff;",
                "&#55296;",
                "&#057343;",
                "&#xD83D;&#xDE00;",
                "&#xDC00;&#xD800;"
            })
    void halfOfACodePointIsReplaced(String reference) {
        var page = WebPage.read("""
                <title>A %1$s title</title><meta name="author" content="Ann %1$s Lee">
                <script type="application/ld+json">{"@type": "NewsArticle", "headline": "A \\ud800 title"}</script>
                <p>We won %1$s it all, and &#x1F600; smiled; &#216; &#x153; stay.</p>""".formatted(reference));
        assertThat(page.text()).contains("\ufffd", "\ud83d\ude00", "Ø œ");
        assertThat(page.text() + page.facts())
                .contains("A \ufffd title", "Ann \ufffd")
                .matches(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It cost 4,500<sup>2</sup> crowns. | It cost 4,500 crowns.
            It cost 4,500<sup><a href="#fn2">[2]</a></sup> crowns. | It cost 4,500 crowns.
            It cost 4,500<sup class="footnote">a</sup> crowns. | It cost 4,500 crowns.
            The law<sup>3</sup> says so. | The law says so.
            It cost 2,010<sup>3</sup> crowns. | It cost 2,010 crowns.
            A field of 40 m<sup>2</sup> was sold. | A field of 40 m² was sold.
            A field of 40km<sup>2</sup> was sold. | A field of 40km² was sold.
            It holds 10<sup>6</sup> litres. | It holds 10⁶ litres.
            It holds 3×10<sup>-6</sup> litres. | It holds 3×10⁻⁶ litres.
            On the 21<sup>st</sup> of May. | On the 21st of May.
            Le 19<sup>e</sup> jour. | Le 19e jour.
            CO<sub>2</sub> rose. | CO2 rose.
            We lost <del>30</del> <ins>13</ins> percent. | We lost 13 percent.
            We lost <s>30</s><b>13</b> percent. | We lost 13 percent.
            We lost <span style="text-decoration: line-through">30</span> 13 percent. | We lost 13 percent.
            We lost <span hidden>30</span>13 percent. | We lost 13 percent.
            """)
    void figuresStayAsTheyAreRead(String html, String text) {
        assertThat(WebPage.read("<p>" + html + "</p>").text()).isEqualTo(text);
    }

    @Test
    void cellsOfATableStaySeparate() {
        assertThat(WebPage.read("<table><tr><th>Year<th>Ships<tr><td>2024<td>91</table>")
                        .text())
                .isEqualTo("Year\n\nShips\n\n2024\n\n91");
    }

    @Test
    void twoLineBreaksAreAParagraphAndOneIsASpace() {
        assertThat(WebPage.read("<p>One<br>two.<br> <br/>Three.</p>").text()).isEqualTo("One two.\n\nThree.");
    }

    @Test
    void pageSaysWhoPublishedWhatAndWhen() {
        var facts = WebPage.read("""
                <html lang="en-GB"><head><title>Crane | Harbour News</title>
                <link rel="canonical" href="https://news.example/crane"><meta property="og:title" content="Crane stands still">
                <meta property="og:site_name" content="Harbour News"><meta property="article:published_time" content="2026-05-03T10:00:00Z">
                </head><body><h1>Crane</h1><p class="byline">By Ann Lee and Bo Lind</p></body></html>""").facts();
        assertThat(facts)
                .isEqualTo(new PageFacts(
                        "en-GB",
                        "Crane stands still",
                        java.util.List.of("Ann Lee", "Bo Lind"),
                        java.util.List.of("2026-05-03T10:00:00Z"),
                        "Harbour News",
                        null,
                        java.util.List.of("https://news.example/crane")));
    }

    @Test
    void structuredDataComesFirst() {
        var facts = WebPage.read("""
                <meta name="author" content="The desk"><script type="application/ld+json">{not json</script>
                <script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Site"}, {"@type": ["Thing", "NewsArticle"],
                 "headline": "Crane", "author": [{"@type": "Person", "name": "Ann Lee"}, "Bo Lind"], "datePublished": "2026-05",
                 "publisher": {"name": "Harbour News", "url": "https://harbour.example/"}, "inLanguage": "sv"}]}</script><p>Words.</p>""").facts();
        assertThat(facts.title()).isEqualTo("Crane");
        assertThat(facts.authors()).containsExactly("Ann Lee", "Bo Lind");
        assertThat(facts.dates()).containsExactly("2026-05");
        assertThat(facts.publisher()).isEqualTo("Harbour News");
        assertThat(facts.publisherUrl()).isEqualTo("https://harbour.example/");
        assertThat(facts.language()).isEqualTo("sv");
    }

    @Test
    void hostilePagesAreReadInLinearTime() {
        var deep = "<div>".repeat(200_000) + "<article>".repeat(2_000) + "<p>“We hid nothing,” said Ann Lee.</p>";
        var wide =
                ("<article><h2><a href=x>Other</a></h2><p>They said a lot, and nobody listened to them.</p></article>")
                        .repeat(20_000);
        for (var html : new String[] {deep, wide, "<sup>1".repeat(100_000), "<blockquote>a".repeat(100_000)}) {
            assertTimeout(HANGS, () -> assertThat(WebPage.read(html)).isNotNull());
        }
    }
}
