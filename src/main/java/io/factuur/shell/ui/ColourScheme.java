package io.factuur.shell.ui;

import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.server.VaadinRequest;
import io.factuur.ui.BrowserMemory;
import java.util.Arrays;
import java.util.Locale;

/** Light, dark, or as the system has it; remembered by the browser, since it is about the screen, not the person. */
enum ColourScheme {
    SYSTEM("light dark", "monitor", ColorScheme.Value.LIGHT_DARK),
    LIGHT("light", "sun", ColorScheme.Value.LIGHT),
    DARK("dark", "moon", ColorScheme.Value.DARK);

    private final String css;
    private final String icon;
    private final ColorScheme.Value value;

    ColourScheme(String css, String icon, ColorScheme.Value value) {
        this.css = css;
        this.icon = icon;
        this.value = value;
    }

    static ColourScheme of(VaadinRequest request) {
        String chosen = BrowserMemory.recall(request, BrowserMemory.COLOURS).orElse("");
        return Arrays.stream(values())
                .filter(scheme -> scheme.word().equals(chosen))
                .findFirst()
                .orElse(SYSTEM);
    }

    void choose(Page page) {
        BrowserMemory.remember(BrowserMemory.COLOURS, word());
        applyTo(page);
    }

    void applyTo(Page page) {
        page.setColorScheme(value);
    }

    String css() {
        return css;
    }

    String icon() {
        return icon;
    }

    String labelKey() {
        return "colours." + word();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
