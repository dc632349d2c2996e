package io.factuur.shell.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H1;
import io.factuur.UiTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HomeViewTest extends UiTest {

    @Test
    void greetsInEnglish() {
        signIn(people.somebody());
        open("", HomeView.class);
        assertThat(_get(H1.class).getText()).isEqualTo("Home");
    }

    @Test
    void greetsInDutch() {
        signIn(people.somebody(), Locale.of("nl"));
        open("", HomeView.class);
        assertThat(_get(H1.class).getText()).isEqualTo("Start");
    }
}
