package org.quotecheck;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * Tests of what people see: one browser for all of a class, and a publisher whose pages it reads; skipped where there
 * is no browser.
 */
public abstract class InBrowser {

    protected static Browser browser;
    protected static Publisher publisher;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        publisher = Publisher.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            publisher.close();
            browser.close();
        }
    }
}
