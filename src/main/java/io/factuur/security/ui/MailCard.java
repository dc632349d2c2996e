package io.factuur.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import io.factuur.security.Person;
import io.factuur.security.Profiles;
import io.factuur.security.Profiles.Profile;
import io.factuur.shared.EmailAddress;
import io.factuur.ui.DefinitionList;
import io.factuur.ui.Notices;

/** Where mails go; a new address counts once somebody there has followed a link. */
class MailCard extends ProfileCard {

    final EmailField address = new EmailField();
    final Button ask = new Button();
    private final Div state = new Div();
    private final Profiles profiles;
    private final Person person;

    MailCard(Profiles profiles, Person person) {
        super("profile.mail", "profile.mail.about");
        this.profiles = profiles;
        this.person = person;
        address.setLabel(getTranslation("profile.mail.new"));
        ask.setText(getTranslation("profile.mail.ask"));
        ask.addClickListener(click -> ask());
        add(state, address, ask);
        refresh();
    }

    private void ask() {
        boolean done = Notices.attempt(
                () -> profiles.askForAddress(new EmailAddress(address.getValue()), getLocale(), person));
        if (done) {
            address.clear();
            Notices.done(getTranslation("profile.mail.asked"));
            refresh();
        }
    }

    private void refresh() {
        Profile profile = profiles.of(person);
        DefinitionList lines = new DefinitionList()
                .add(getTranslation("profile.mail.sign-in"), profile.email())
                .add(getTranslation("profile.mail.current"), profile.mailAddress());
        if (profile.waitingAddress() != null) {
            lines.add(getTranslation("profile.mail.waiting"), profile.waitingAddress());
        }
        state.removeAll();
        state.add(lines);
    }
}
