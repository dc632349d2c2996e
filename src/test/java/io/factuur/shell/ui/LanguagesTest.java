package io.factuur.shell.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import io.factuur.UiTest;
import io.factuur.shared.Texts;
import io.factuur.ui.Languages;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A language that there is a file of words for is offered, and spoken. */
class LanguagesTest extends UiTest {

    @Test
    void eachIsOfferedByItsOwnName() {
        open("login");
        assertThat(_find(Button.class).stream().map(Button::getText))
                .containsAll(Texts.LANGUAGES.stream().map(Languages::name).toList())
                .contains("Deutsch", "English", "Nederlands");
    }

    @Test
    void whoseBrowserSpeaksGermanReadsGerman() {
        signIn(people.operator(), Locale.GERMANY);
        open("billing");
        assertThat(_get(H1.class).getText()).isEqualTo("Abrechnungsbereiche");
    }
}
