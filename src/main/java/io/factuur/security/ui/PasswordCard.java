package io.factuur.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import io.factuur.security.Person;
import io.factuur.security.Profiles;
import io.factuur.security.SessionMark;
import io.factuur.ui.Notices;
import java.time.Instant;

/** A new password; every other session ends. */
class PasswordCard extends ProfileCard {

    final PasswordField current = field("password.current", Autocomplete.CURRENT_PASSWORD);
    final PasswordField wanted = field("password.new", Autocomplete.NEW_PASSWORD);
    final PasswordField again = field("password.again", Autocomplete.NEW_PASSWORD);
    final Button change = new Button();
    private final Profiles profiles;
    private final Person person;

    PasswordCard(Profiles profiles, Person person) {
        super("profile.password", "profile.password.about");
        this.profiles = profiles;
        this.person = person;
        wanted.setHelperText(getTranslation("password.rule"));
        change.setText(getTranslation("profile.password.change"));
        change.addClickListener(click -> change());
        if (profiles.of(person).hasPassword()) {
            add(current);
        }
        add(wanted, again, change);
    }

    private void change() {
        if (!wanted.getValue().equals(again.getValue())) {
            Notices.failed(getTranslation("password.differs"));
            return;
        }
        Notices.attempt(() -> {
            Instant from = profiles.changePassword(current.getValue(), wanted.getValue(), person);
            WrappedSession session = VaadinSession.getCurrent().getSession();
            SessionMark.begunAt(from, session::setAttribute);
            current.clear();
            wanted.clear();
            again.clear();
            Notices.done(getTranslation("profile.password.changed"));
        });
    }

    private PasswordField field(String labelKey, Autocomplete kind) {
        PasswordField field = new PasswordField(getTranslation(labelKey));
        field.setAutocomplete(kind);
        return field;
    }
}
