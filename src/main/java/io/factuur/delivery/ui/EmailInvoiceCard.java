package io.factuur.delivery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.factuur.delivery.MailPreference;
import io.factuur.security.Person;
import io.factuur.ui.Badge;
import io.factuur.ui.DisabledReason;

/** A billing profile's mail preference: one switch for everyone with a role on it, and further recipients. */
class EmailInvoiceCard extends Section {

    private final MailDoors doors;
    private final Person person;

    EmailInvoiceCard(MailDoors doors, long scopeId, Person person) {
        this.doors = doors;
        this.person = person;
        addClassNames("card", "mail-card");
        show(doors.preferences().get(scopeId, person));
    }

    private void show(MailPreference preference) {
        removeAll();
        Badge state = preference.optedIn()
                ? new Badge(Badge.Tone.GOOD, getTranslation("delivery.state.opted-in"))
                : new Badge(Badge.Tone.NEUTRAL, getTranslation("delivery.state.opted-out"));
        Div head = new Div(new H2(getTranslation("delivery.email-invoice")), state);
        head.addClassName("mail-card-head");
        add(
                head,
                new Paragraph(getTranslation(
                        preference.optedIn() ? "delivery.profile.opted-in" : "delivery.profile.opted-out")),
                new Div(update(preference)));
        if (preference.optedIn()) {
            add(new RecipientPanel(doors, preference, person, now -> {}));
        }
    }

    private Component update(MailPreference preference) {
        Button update = new Button(getTranslation("delivery.update-preference"));
        if (!preference.mayChange()) {
            String why = doors.whyNot(preference.scopeId(), person, getLocale());
            Span reason = new Span(why);
            reason.addClassNames("quiet", "mail-reason");
            Div both = new Div(new DisabledReason(update, why), reason);
            both.addClassName("mail-update");
            return both;
        }
        update.addClickListener(click ->
                new PreferenceDialog(preference.optedIn(), optIn -> change(preference.scopeId(), optIn)).open());
        return update;
    }

    private void change(long scopeId, boolean optIn) {
        show(
                optIn
                        ? doors.preferences().optIn(scopeId, null, person)
                        : doors.preferences().optOut(scopeId, person));
    }
}
