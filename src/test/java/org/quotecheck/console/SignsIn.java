package org.quotecheck.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.quotecheck.Browser;
import org.quotecheck.InBrowser;

/** Tests in which people sign in to the console at a provider. */
abstract class SignsIn extends InBrowser {

    static String console() {
        return Browser.service() + "/console";
    }

    /** Neither tokens nor anything else, whether for the tab or for longer. */
    static void assertNothingKept(Page page) {
        assertThat(page.evaluate("() => localStorage.length + sessionStorage.length + document.cookie.length"))
                .isEqualTo(0);
    }
}
