package org.quotecheck.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * How a person works a page: by keys alone, or by mouse and typing. Counts what they do; letters of what is typed are
 * counted apart, and so is each step through a list.
 */
abstract class Hands {

    private static final int FARTHEST = 60;

    /**
     * Where the focus is, seen from an element: 0 on it, 1 before it, -1 after it; a radio button stands for its group.
     */
    private static final String DIRECTION = """
            (target) => {
              const at = document.activeElement;
              if (at === target || target.type === 'radio' && at.type === 'radio' && at.name === target.name) return 0;
              return at === document.body || at.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1;
            }""";

    int keys;
    int clicks;
    int letters;
    int steps;

    /** Does what a button, link, checkbox or radio button is for. */
    abstract void press(Locator target);

    /** Sends the form that is being filled in. */
    abstract void send(Locator button);

    /** Brings the text insertion point into a field. */
    abstract void enter(Locator field);

    /** Opens what the list's selected row will be once the row with this link is reached. */
    abstract void open(Locator list, String href);

    /** Goes to a part of a claim by its key, where that is shorter. */
    abstract void turnTo(Page page, String key);

    /** Goes back to the queue by its key, where that is shorter than its link. */
    abstract void toQueue(Locator link);

    /** Opens the form of a move; after a verdict that is the way on. */
    abstract void openMove(Locator opener);

    void write(Locator field, String text) {
        enter(field);
        key(field.page(), "Control+A");
        field.page().keyboard().type(text);
        letters += text.length();
    }

    void paste(Locator field, String text) {
        var page = field.page();
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.evaluate("(text) => navigator.clipboard.writeText(text)", text);
        enter(field);
        key(page, "Control+V");
    }

    void key(Page page, String key) {
        page.keyboard().press(key);
        keys++;
    }

    static final class Keyboard extends Hands {

        @Override
        void press(Locator target) {
            reach(target);
            boolean isLink = "A".equals(target.evaluate("(each) => each.tagName"));
            var type = target.getAttribute("type");
            if ("radio".equals(type)) {
                pick(target);
            } else {
                key(target.page(), isLink ? "Enter" : "Space");
            }
        }

        private void pick(Locator radio) {
            if (!(boolean) radio.evaluate("(each) => each === document.activeElement")) {
                for (int i = 0; i < FARTHEST && !radio.isChecked(); i++) {
                    key(radio.page(), "ArrowDown");
                }
            } else if (!radio.isChecked()) {
                key(radio.page(), "Space");
            }
        }

        @Override
        void send(Locator button) {
            key(button.page(), "Control+Enter");
        }

        @Override
        void enter(Locator field) {
            reach(field);
        }

        @Override
        void open(Locator list, String href) {
            var page = list.page();
            list.first().waitFor();
            for (int i = 0; i < FARTHEST && !at(page).equals(href); i++) {
                page.keyboard().press("j");
                steps++;
                page.waitForFunction("() => document.activeElement.closest('[data-at]')");
            }
            key(page, "Enter");
        }

        private static String at(Page page) {
            return page.locator(".queue > [data-at] > a").getAttribute("href");
        }

        @Override
        void turnTo(Page page, String key) {
            key(page, key);
        }

        @Override
        void toQueue(Locator link) {
            turnTo(link.page(), "q");
        }

        @Override
        void openMove(Locator opener) {
            var page = opener.page();
            if ((boolean) page.evaluate("() => document.activeElement.closest('.verdict-form') !== null")) {
                key(page, "Control+Enter");
            } else {
                turnTo(page, "m");
                press(opener);
            }
        }

        private void reach(Locator target) {
            target.waitFor();
            for (int i = 0; i < FARTHEST; i++) {
                int direction = (int) target.evaluate(DIRECTION);
                if (direction == 0) {
                    return;
                }
                key(target.page(), direction > 0 ? "Tab" : "Shift+Tab");
            }
            throw new AssertionError("not reached by " + FARTHEST + " keys: " + target);
        }
    }

    static final class Mouse extends Hands {

        @Override
        void press(Locator target) {
            target.click();
            clicks++;
        }

        @Override
        void send(Locator button) {
            press(button);
        }

        @Override
        void enter(Locator field) {
            press(field);
        }

        @Override
        void open(Locator list, String href) {
            press(list.page().locator(".queue a[href='" + href + "']"));
        }

        @Override
        void turnTo(Page page, String key) {
            // what one sees one clicks
        }

        @Override
        void toQueue(Locator link) {
            press(link);
        }

        @Override
        void openMove(Locator opener) {
            press(opener);
        }
    }
}
