package io.factuur.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Somebody without a mouse: goes from one thing to the next by Tab, through a list by the arrows, and never clicks. */
final class Keys {

    private static final int PATIENCE = 150;

    /** What has the focus, as it is called; of a list's cell, the words of its row. */
    private static final String FOCUSED = """
            () => {
              let at = document.activeElement;
              while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
              const cell = at?.matches('td, th');
              const words = cell
                  ? [...at.parentElement.querySelectorAll('slot')].flatMap(slot => slot.assignedNodes())
                      .map(node => node.textContent).join(' ')
                  : at?.getAttribute('aria-label') || [...at?.labels ?? []].map(label => label.textContent).join(' ')
                      || at?.textContent.trim() || at?.getRootNode().host?.textContent;
              return (cell ? at.localName + ' ' : '') + (words ?? '').trim().replace(/\\s+/g, ' ');
            }""";

    private final Page page;

    Keys(Page page) {
        this.page = page;
    }

    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    void type(String words) {
        page.keyboard().type(words);
    }

    /** Goes on until something of this name has the focus. */
    void to(String name) {
        until(name::equals, "Tab", "'" + name + "'");
    }

    /** As {@link #to}, for a name that goes on with what the test does not know. */
    void toWhatBegins(String name) {
        until(focused -> focused.startsWith(name), "Tab", "'" + name + "…'");
    }

    void choose(String name) {
        to(name);
        press("Enter");
    }

    /** Goes to the list's row that has these words, and opens its link. */
    void open(String words) {
        row(words);
        String before = page.url();
        enter();
        page.waitForURL(now -> !now.equals(before));
    }

    /** Goes to the last cell of the row with these words, and presses its button. */
    void pressInRow(String words) {
        row(words);
        press("End");
        enter();
    }

    /** Into the cell, and then what is in it. */
    private void enter() {
        press("Enter");
        page.waitForCondition(() -> !focused().startsWith("td "));
        press("Enter");
    }

    /** Fetches what a link or button of this name offers. */
    Download fetch(String name) {
        to(name);
        return page.waitForDownload(() -> press("Enter"));
    }

    private void row(String words) {
        until(focused -> focused.startsWith("td "), "Tab", "a row");
        press("Control+Home");
        until(focused -> focused.contains(words), "ArrowDown", "a row with '" + words + "'");
    }

    private void until(Predicate<String> reached, String key, String what) {
        List<String> passed = new ArrayList<>();
        for (String now = focused(); !reached.test(now); now = focused()) {
            passed.add(now);
            assertThat(passed)
                    .as("%s, among what has the focus at %s", what, page.url())
                    .hasSizeLessThan(PATIENCE);
            press(key);
        }
    }

    private String focused() {
        return (String) page.evaluate(FOCUSED);
    }
}
