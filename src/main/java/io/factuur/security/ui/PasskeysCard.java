package io.factuur.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.factuur.security.Passkeys;
import io.factuur.security.Passkeys.Passkey;
import io.factuur.security.Person;
import io.factuur.ui.Formats;
import io.factuur.ui.Notices;
import java.util.List;

/** Signing in with a fingerprint, a face or a key. */
class PasskeysCard extends ProfileCard {

    final TextField name = new TextField();
    final PasskeyButton add;
    private final UnorderedList list = new UnorderedList();
    private final Passkeys passkeys;
    private final Person person;

    PasskeysCard(Passkeys passkeys, Person person) {
        super("profile.passkeys", "profile.passkeys.about");
        this.passkeys = passkeys;
        this.person = person;
        list.addClassName("own-list");
        add = new PasskeyButton(getTranslation("profile.passkeys.add"), PasskeyButton.Purpose.REGISTER);
        add.named("");
        add.getElement().addEventListener("passkey-added", added -> {
            name.clear();
            Notices.done(getTranslation("profile.passkeys.added"));
            refresh();
        });
        name.setLabel(getTranslation("profile.passkeys.name"));
        name.setPlaceholder(getTranslation("profile.passkeys.example"));
        name.setMaxLength(100);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.addValueChangeListener(typed -> add.named(typed.getValue().strip()));
        add(list, name, add);
        refresh();
    }

    private void refresh() {
        List<Passkey> own = passkeys.list(person);
        list.removeAll();
        list.setVisible(!own.isEmpty());
        own.forEach(key -> list.add(line(key)));
    }

    private ListItem line(Passkey key) {
        Formats formats = Formats.here();
        String used = key.lastUsedAt() == null
                ? getTranslation("own.unused")
                : getTranslation("own.used", formats.dateTime(key.lastUsedAt()));
        Span name = new Span(key.name());
        Span detail = new Span(used);
        detail.addClassName("quiet");
        Div words = new Div(name, detail);
        words.addClassName("own-words");
        Button remove = new Button(getTranslation("ui.remove"), click -> {
            if (Notices.attempt(() -> passkeys.remove(key.id(), person))) {
                refresh();
            }
        });
        remove.addThemeNames("tertiary", "error");
        remove.setAriaLabel(getTranslation("profile.passkeys.remove", key.name()));
        return new ListItem(words, remove);
    }
}
