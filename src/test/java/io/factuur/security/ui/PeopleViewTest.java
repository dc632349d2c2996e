package io.factuur.security.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._get;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.UiTest;
import io.factuur.security.People;
import io.factuur.security.PeopleDirectory.Entry;
import io.factuur.security.PeopleDirectory.State;
import io.factuur.security.Person;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PeopleViewTest extends UiTest {

    @Autowired
    People register;

    @Test
    void theOperatorInvitesSomebody() {
        signIn(people.operator());
        PeopleView view = open("operator/people", PeopleView.class);
        String name = "v" + UUID.randomUUID();
        _click(view.invite);
        InviteDialog dialog = _get(InviteDialog.class);
        _setValue(dialog.displayName, "Vera");
        _setValue(dialog.username, name);
        _setValue(dialog.email, name + "@example.com");
        _click(dialog.invite);
        assertThat(register.findByUsername(name)).isPresent();
        _setValue(view.search, name);
        assertThat(_size(view.grid)).isEqualTo(1);
        assertThat(_get(view.grid, 0).state()).isEqualTo(State.INVITED);
    }

    @Test
    void anInvitationIsOfferedInTheOperatorsOwnLanguage() {
        signIn(people.operator(), Locale.of("nl"));
        _click(open("operator/people", PeopleView.class).invite);
        assertThat(_get(InviteDialog.class).language.getValue()).isEqualTo(Locale.of("nl"));
    }

    @Test
    void whoeverIsChosenCanBeDisabledAndEnabled() {
        Person person = people.somebody();
        signIn(people.operator());
        PeopleView view = open("operator/people?q=" + person.username(), PeopleView.class);
        assertThat(view.disable.isEnabled()).isFalse();
        view.grid.select(_get(view.grid, 0));
        assertThat(view.disable.getText()).isEqualTo("Disable");
        _click(view.disable);
        Entry now = _get(view.grid, 0);
        assertThat(now.state()).isEqualTo(State.DISABLED);
        view.grid.select(now);
        assertThat(view.disable.getText()).isEqualTo("Enable");
        assertThat(view.newLink.isEnabled()).isFalse();
        _click(view.disable);
        assertThat(_get(view.grid, 0).state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void oneselfCannotBeDisabled() {
        Person operator = people.operator();
        signIn(operator);
        PeopleView view = open("operator/people?q=" + operator.username(), PeopleView.class);
        view.grid.select(_get(view.grid, 0));
        assertThat(view.disable.isEnabled()).isFalse();
    }
}
