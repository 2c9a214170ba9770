package org.quotecheck;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests of what people see: a browser, and a publisher whose pages it reads; skipped where there is no browser. */
@Slow
public abstract class InBrowser {

    protected static Browser browser;
    protected static Publisher publisher;

    @BeforeAll
    static void open() {
        browser = Browser.shared();
        publisher = Publisher.open();
    }

    @AfterAll
    static void close() {
        if (publisher != null) {
            publisher.close();
            publisher = null;
        }
    }
}
