package io.factuur.security.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.factuur.shared.Texts;
import io.factuur.ui.BrowserMemory;
import io.factuur.ui.Languages;
import java.util.Locale;

/** The languages, each by its own name, for who has not signed in yet. */
class LanguageChoice extends Div {

    LanguageChoice() {
        addClassName("language-choice");
        for (Locale language : Texts.LANGUAGES) {
            Button choice = new Button(Languages.name(language), click -> choose(language));
            choice.addThemeNames("tertiary", "small");
            choice.getElement().setAttribute("lang", language.toLanguageTag());
            choice.getElement()
                    .setAttribute(
                            "aria-pressed",
                            String.valueOf(
                                    language.getLanguage().equals(getLocale().getLanguage())));
            add(choice);
        }
    }

    private static void choose(Locale language) {
        BrowserMemory.remember(BrowserMemory.LANGUAGE, language.toLanguageTag());
        UI.getCurrent().getPage().reload();
    }
}
