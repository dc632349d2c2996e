package io.factuur.delivery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.factuur.delivery.MailPreference;
import io.factuur.delivery.MailPreference.Recipient;
import io.factuur.delivery.MailPreference.State;
import io.factuur.security.Person;
import io.factuur.ui.Badge;
import io.factuur.ui.Formats;
import io.factuur.ui.Icons;
import io.factuur.ui.Notices;
import io.factuur.ui.StoredChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

/** Who gets the invoices of a scope, with what they get; for those who may, buttons to change it. */
class RecipientPanel extends Div {

    private final MailDoors doors;
    private final Person person;
    private final Consumer<MailPreference> changed;
    private MailPreference preference;

    /** @param changed told what the preference has become */
    RecipientPanel(MailDoors doors, MailPreference preference, Person person, Consumer<MailPreference> changed) {
        this.doors = doors;
        this.preference = preference;
        this.person = person;
        this.changed = changed;
        addClassName("recipient-panel");
        build();
    }

    private void build() {
        removeAll();
        Div head = new Div(new H3(getTranslation("delivery.recipients")));
        head.addClassName("recipient-head");
        add(head);
        if (preference.mayChange()) {
            Button add =
                    new Button(getTranslation("delivery.recipient.add"), Icons.of("plus"), click -> new RecipientDialog(
                                    null, this::add)
                            .open());
            head.add(add);
        }
        if (preference.recipients().isEmpty()) {
            Paragraph nobody = new Paragraph(getTranslation("delivery.recipients.none"));
            nobody.addClassName("quiet");
            add(nobody);
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassName("recipient-list");
            preference.recipients().forEach(recipient -> list.add(row(recipient)));
            add(list);
        }
        if (preference.mayChange() && preference.recipients().size() > 1) {
            add(together());
        }
    }

    private ListItem row(Recipient recipient) {
        Span address = new Span(recipient.address());
        address.addClassName("recipient-address");
        Span about = new Span(String.join(" · ", about(recipient)));
        about.addClassNames("quiet", "recipient-about");
        Div words = new Div(address, about);
        words.addClassName("recipient-words");
        if (recipient.trouble() != null) {
            Span trouble = new Span(getTranslation("delivery.trouble", recipient.trouble()));
            trouble.addClassName("recipient-trouble");
            words.add(trouble);
        }
        ListItem row = new ListItem(words, badge(recipient));
        row.addClassName("recipient-row");
        if (preference.mayChange() && recipient.id() != null) {
            row.add(actions(recipient));
        }
        return row;
    }

    private List<String> about(Recipient recipient) {
        List<String> about = new ArrayList<>();
        if (recipient.role() != null) {
            about.add(getTranslation(recipient.role().labelKey()));
        }
        about.add(getTranslation(recipient.content().labelKey()));
        Locale language = Locale.of(recipient.language());
        about.add(language.getDisplayLanguage(getLocale()));
        if (recipient.endsOn() != null) {
            about.add(getTranslation("delivery.until", Formats.here().date(recipient.endsOn())));
        }
        return about;
    }

    private Badge badge(Recipient recipient) {
        Badge.Tone tone =
                switch (recipient.state()) {
                    case BY_ROLE -> Badge.Tone.NEUTRAL;
                    case PENDING -> Badge.Tone.WARN;
                    case CONFIRMED -> Badge.Tone.GOOD;
                    case ENDED -> Badge.Tone.NEUTRAL;
                };
        return new Badge(tone, getTranslation(recipient.state().labelKey()));
    }

    private Component actions(Recipient recipient) {
        Div actions = new Div();
        actions.addClassName("recipient-actions");
        if (recipient.state() == State.PENDING) {
            actions.add(action("delivery.recipient.ask-again", recipient, () -> {
                doors.recipients().askAgain(preference.scopeId(), id(recipient), person);
                Notices.done(getTranslation("delivery.recipient.asked"));
            }));
        }
        Button change = new Button(
                getTranslation("delivery.recipient.change"),
                click -> new RecipientDialog(recipient, form -> change(recipient, form)).open());
        change.addThemeVariants(ButtonVariant.TERTIARY);
        change.setAriaLabel(getTranslation("delivery.recipient.change-of", recipient.address()));
        actions.add(change);
        actions.add(action("delivery.recipient.remove", recipient, () -> remove(recipient)));
        return actions;
    }

    private Button action(String key, Recipient recipient, Runnable what) {
        Button button = new Button(getTranslation(key), click -> Notices.attempt(what));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(getTranslation(key) + ": " + recipient.address());
        return button;
    }

    private Component together() {
        RadioButtonGroup<Boolean> choice = new RadioButtonGroup<>(getTranslation("delivery.together"));
        choice.setItems(false, true);
        choice.setItemLabelGenerator(one -> getTranslation(one ? "delivery.together.yes" : "delivery.together.no"));
        choice.setValue(preference.together());
        StoredChoice.of(choice, chosen -> show(doors.preferences().sendTogether(preference.scopeId(), chosen, person)));
        return choice;
    }

    private boolean add(RecipientForm form) {
        return Notices.attempt(() -> {
            doors.recipients().add(preference.scopeId(), form.recipient(), person);
            Notices.done(getTranslation("delivery.recipient.added"));
            reload();
        });
    }

    private boolean change(Recipient recipient, RecipientForm form) {
        return Notices.attempt(() -> {
            doors.recipients()
                    .change(
                            preference.scopeId(),
                            id(recipient),
                            form.language(),
                            form.content(),
                            form.endsOn(),
                            person);
            reload();
        });
    }

    private void remove(Recipient recipient) {
        new ErasedDialog(doors.recipients().remove(preference.scopeId(), id(recipient), person)).open();
        reload();
    }

    private static long id(Recipient recipient) {
        return Objects.requireNonNull(recipient.id());
    }

    private void reload() {
        show(doors.preferences().get(preference.scopeId(), person));
    }

    private void show(MailPreference now) {
        preference = now;
        build();
        changed.accept(now);
    }
}
