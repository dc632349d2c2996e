package io.factuur.security.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.factuur.security.Person;
import io.factuur.security.Profiles;
import io.factuur.security.ReadingHabits;
import io.factuur.shared.Texts;
import io.factuur.ui.BrowserMemory;
import io.factuur.ui.Formats;
import io.factuur.ui.Languages;
import io.factuur.ui.Notices;
import java.time.ZoneId;
import java.util.Locale;

/** Name, language, time zone. */
class AboutCard extends ProfileCard {

    final TextField displayName = new TextField();
    final Select<Locale> language = new Select<>();
    final ComboBox<String> zone = new ComboBox<>();
    final Button save = new Button();

    private final Profiles profiles;
    private final ReadingHabits habits;
    private final Person person;

    AboutCard(Profiles profiles, ReadingHabits habits, Person person) {
        super("profile.me", "profile.me.about");
        this.profiles = profiles;
        this.habits = habits;
        this.person = person;
        displayName.setLabel(getTranslation("people.name"));
        displayName.setValue(profiles.of(person).displayName());
        language.setLabel(getTranslation("language.title"));
        language.setItems(Texts.LANGUAGES);
        language.setItemLabelGenerator(Languages::name);
        language.setValue(Texts.LANGUAGES.stream()
                .filter(one -> one.getLanguage().equals(getLocale().getLanguage()))
                .findFirst()
                .orElse(Texts.LANGUAGES.getFirst()));
        zone.setLabel(getTranslation("profile.zone"));
        zone.setItems(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        zone.setValue(
                Formats.here().zone().getId().equals("Z")
                        ? "UTC"
                        : Formats.here().zone().getId());
        save.setText(getTranslation("ui.save"));
        save.addClickListener(click -> save());
        add(displayName, language, zone, save);
    }

    private void save() {
        boolean done = Notices.attempt(() -> {
            profiles.rename(displayName.getValue(), person);
            if (zone.getValue() != null) {
                habits.chooseTimeZone(ZoneId.of(zone.getValue()), person);
            }
            habits.chooseLanguage(language.getValue(), person);
        });
        if (done) {
            BrowserMemory.remember(BrowserMemory.LANGUAGE, language.getValue().toLanguageTag());
            UI.getCurrent().getPage().reload();
        }
    }
}
