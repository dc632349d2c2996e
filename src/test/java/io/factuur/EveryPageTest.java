package io.factuur;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every page, as somebody who uses it, on the two screens that differ most: nothing that keeps somebody out, nothing that
 * sticks out, one heading that says where one is, no error in the console.
 */
class EveryPageTest extends BrowserTest {

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

    /** All that is wrong anywhere, so that one run tells it all. */
    private List<String> complaints(int width, String language, ColorScheme colours) {
        List<String> found = new ArrayList<>();
        Visit.byPerson().forEach((person, pages) -> {
            browse(width, language, colours);
            if (!person.equals(Visit.STRANGER)) {
                enter(person);
            }
            for (Visit visit : pages) {
                String address = visit.in(demo);
                go(address);
                look().forEach(wrong -> found.add(person + " at " + address + ": " + wrong));
            }
        });
        return found;
    }

    private List<String> look() {
        List<String> wrong = new ArrayList<>(violations());
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
