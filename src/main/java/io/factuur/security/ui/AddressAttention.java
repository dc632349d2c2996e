package io.factuur.security.ui;

import com.vaadin.flow.component.UI;
import io.factuur.security.Person;
import io.factuur.security.Profiles;
import io.factuur.shared.Texts;
import io.factuur.ui.Attention;
import io.factuur.ui.Badge.Tone;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** One's own new address, as long as the mail that went there has not been answered: mails go to the old one. */
@Component
class AddressAttention implements Attention.Source {

    private final Profiles profiles;

    AddressAttention(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public List<Attention> list(Person person) {
        Locale locale = UI.getCurrent().getLocale();
        String waiting = profiles.of(person).waitingAddress();
        return waiting == null
                ? List.of()
                : List.of(new Attention(
                        Tone.WARN,
                        Texts.get(locale, "attention.address", waiting),
                        Texts.get(locale, "attention.address.detail"),
                        "profile"));
    }
}
