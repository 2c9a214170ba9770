package org.quotecheck.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quotecheck.extraction.Quotation;
import org.quotecheck.extraction.QuotationExtractor;

class ArticleHtmlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p>Ann Lee wrote:</p><blockquote><p>We hid nothing.</p><p>We will fight.</p></blockquote><p>Then she left.</p> | Ann Lee | We hid nothing. … We will fight.
            <p>Ann Lee wrote:</p><blockquote>We hid nothing.</blockquote> | Ann Lee | We hid nothing.
            <p>Ann Lee wrote:</p><blockquote><p>“We hid nothing.”</p></blockquote> | Ann Lee | We hid nothing.
            <p>It was over.</p><blockquote><p>We hid nothing.</p>— Ann Lee (@lee) May 3, 2026</blockquote> | Ann Lee | We hid nothing.
            <p>It was over.</p><blockquote><p>We hid nothing.</p><p>— Ann Lee, engineer</p></blockquote> | Ann Lee | We hid nothing.
            <p><q>We hid nothing</q>, Ann Lee said.</p> | Ann Lee | We hid nothing
            <p>&ldquo;We&nbsp;hid noth&shy;ing,&rdquo; said Ann&nbsp;Lee.</p> | Ann Lee | We\u00a0hid noth\u00ading,
            """)
    void whatHtmlQuotesIsAQuotation(String html, String speaker, String exact) {
        assertThat(QuotationExtractor.extract(ArticleHtml.text(html), "en"))
                .singleElement()
                .satisfies(quotation -> {
                    assertThat(quotation.exact()).isEqualTo(exact);
                    assertThat(quotation.speaker().name()).isEqualTo(speaker);
                    assertThat(quotation.kind()).isEqualTo(Quotation.Kind.DIRECT);
                });
    }
}
