package io.factuur;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes every page's picture for the documentation: light and dark, wide and narrow, and the page that shows them. */
@EnabledIfSystemProperty(named = "factuur.screenshots", matches = "true")
class ScreenshotsTest extends BrowserTest {

    private static final Path FOLDER = Path.of("docs", "screenshots", "pages");
    private static final Path PAGE = Path.of("docs", "pages.md");
    private static final int DESK = 1280;
    private static final List<Look> LOOKS = List.of(
            new Look("wide-light", DESK, ColorScheme.LIGHT),
            new Look("wide-dark", DESK, ColorScheme.DARK),
            new Look("narrow-light", NARROW, ColorScheme.LIGHT),
            new Look("narrow-dark", NARROW, ColorScheme.DARK));

    @Autowired
    JdbcClient demo;

    @Test
    void takesThemAll() throws IOException {
        Files.createDirectories(FOLDER);
        for (Look look : LOOKS) {
            Visit.byPerson().forEach((person, pages) -> {
                browse(look.width(), "en-GB", look.colours());
                if (!person.equals(Visit.STRANGER)) {
                    enter(person);
                }
                pages.forEach(visit -> take(visit, look));
            });
        }
        Files.writeString(PAGE, page(), StandardCharsets.UTF_8);
    }

    private void take(Visit visit, Look look) {
        go(visit.in(demo));
        page.waitForTimeout(400);
        SmallPng.write(page.screenshot(new Page.ScreenshotOptions()), FOLDER.resolve(file(visit, look)));
    }

    private static String file(Visit visit, Look look) {
        return visit.name() + "-" + who(visit) + "-" + look.name() + ".png";
    }

    private static String who(Visit visit) {
        return visit.person().equals(Visit.STRANGER) ? "stranger" : visit.person();
    }

    private static String page() {
        return Visit.lines()
                .map(visit -> "## `%s` as `%s`%n%n%s%n"
                        .formatted(
                                visit.route(),
                                who(visit),
                                LOOKS.stream()
                                        .map(look -> "<img src=\"screenshots/pages/%s\" alt=\"%s\" height=\"300\">"
                                                .formatted(file(visit, look), visit.route() + ", " + look.name()))
                                        .collect(Collectors.joining("\n"))))
                .collect(Collectors.joining("\n", """
                        # Every page

                        Light and dark, on a desk and on a phone, as the people of the demo see them. Taken anew with
                        `mvn test -Dpostgresql.skip -Dtest=ScreenshotsTest -Dfactuur.screenshots=true`; which pages, and as whom,
                        is in `src/test/resources/pages.txt`.

                        """, ""));
    }

    private record Look(String name, int width, ColorScheme colours) {}
}
