package io.factuur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every page, as somebody who uses it, on the two screens that differ most: nothing that keeps somebody out, nothing that
 * sticks out, one heading that says where one is, no error in the console.
 */
class EveryPageTest extends BrowserTest {

    private static final int ENLARGED = 320;

    /** Words of what one presses or reads first that end where their box does. */
    private static final String CUT_OFF = """
            () => [...document.querySelectorAll(
                'h1, h2, .badge, .key-figure-value, .button-link, main vaadin-button, .term-line, .linked-row-name')]
              .filter(box => box.checkVisibility() && box.scrollWidth > box.clientWidth + 1
                && getComputedStyle(box).display !== 'inline' && !box.closest('vaadin-grid'))
              .map(box => box.localName + ' ' + box.textContent.trim().slice(0, 60))""";

    private static final String FOCUSED = """
            () => document.activeElement.outerHTML.slice(0, 120)""";

    private static final String FOCUS_SHOWS = """
            () => {
              for (let box = document.activeElement; box && box !== document.body; box = box.parentElement) {
                const style = getComputedStyle(box);
                if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) return true;
                if (box.hasAttribute('focus-ring')) return true;
              }
              return document.activeElement === document.body || !!document.activeElement.shadowRoot;
            }""";

    @Autowired
    JdbcClient demo;

    @Test
    void inEnglishOnAWideLightScreen() {
        assertThat(complaints(WIDE, "en-GB", ColorScheme.LIGHT)).isEmpty();
    }

    @Test
    void inDutchOnANarrowDarkScreen() {
        assertThat(complaints(NARROW, "nl-NL", ColorScheme.DARK)).isEmpty();
    }

    /** A quarter of a desk's width, as somebody sees it who enlarges to 400 %, in colours of their own. */
    @Test
    void inGermanEnlargedInForcedColours() {
        assertThat(complaints(ENLARGED, "de-DE", ColorScheme.DARK, this::lookEnlarged))
                .isEmpty();
    }

    /** All that is wrong anywhere, so that one run tells it all. */
    private List<String> complaints(int width, String language, ColorScheme colours) {
        return complaints(width, language, colours, this::look);
    }

    private List<String> complaints(int width, String language, ColorScheme colours, Supplier<List<String>> look) {
        List<String> found = new ArrayList<>();
        Visit.byPerson().forEach((person, pages) -> {
            browse(width, language, colours);
            if (!person.equals(Visit.STRANGER)) {
                enter(person);
            }
            for (Visit visit : pages) {
                String address = visit.in(demo);
                go(address);
                look.get().forEach(wrong -> found.add(person + " at " + address + ": " + wrong));
            }
        });
        return found;
    }

    private List<String> look() {
        List<String> wrong = new ArrayList<>(violations());
        wrong.addAll(shape());
        return wrong;
    }

    private List<String> lookEnlarged() {
        List<String> wrong = shape();
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        for (Object cut : (List<?>) page.evaluate(CUT_OFF)) {
            wrong.add("cut off: " + cut);
        }
        page.keyboard().press("Tab");
        if (!(boolean) page.evaluate(FOCUS_SHOWS)) {
            wrong.add("one does not see where the focus is: " + page.evaluate(FOCUSED));
        }
        return wrong;
    }

    private List<String> shape() {
        List<String> wrong = new ArrayList<>();
        int wide = sticksOut();
        if (wide > 0) {
            wrong.add(wide + " pixels stick out");
        }
        int headings = page.locator("h1")
                .filter(new Locator.FilterOptions().setVisible(true))
                .count();
        if (headings != 1) {
            wrong.add(headings + " H1");
        }
        if (page.title().isBlank()) {
            wrong.add("no title");
        }
        return wrong;
    }
}
