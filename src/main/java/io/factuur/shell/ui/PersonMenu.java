package io.factuur.shell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.factuur.security.Person;
import io.factuur.shared.Texts;
import io.factuur.ui.Icons;
import io.factuur.ui.Languages;
import java.util.Locale;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Language, colours, profile and the way out. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class PersonMenu extends MenuBar {

    private static final String PROFILE = "profile";
    private static final String WHEN_NARROW = "when-narrow";

    private final Commands commands;

    PersonMenu(Commands commands) {
        this.commands = commands;
        addThemeNames("tertiary", "end-aligned");
        addClassName("person-menu");
    }

    void show(Person person) {
        removeAll();
        addLanguages(root("language", getTranslation("language.title")).getSubMenu(), person);
        addColours(root("sun", getTranslation("colours.title")).getSubMenu());
        addPerson(person);
    }

    private void addLanguages(SubMenu menu, Person person) {
        for (Locale language : Texts.LANGUAGES) {
            MenuItem item = menu.addItem(Languages.name(language), click -> commands.choose(language, person));
            item.getElement().setAttribute("lang", language.toLanguageTag());
            item.setCheckable(true);
            item.setChecked(language.getLanguage().equals(getLocale().getLanguage()));
        }
    }

    private void addColours(SubMenu menu) {
        for (ColourScheme scheme : ColourScheme.values()) {
            menu.addItem(
                    line(scheme.icon(), getTranslation(scheme.labelKey())),
                    click -> scheme.choose(UI.getCurrent().getPage()));
        }
    }

    /** On a narrow screen, language and colours are in here, so that the search keeps its room. */
    private void addPerson(Person person) {
        Avatar avatar = new Avatar(person.displayName());
        avatar.getElement().setAttribute("aria-hidden", "true");
        MenuItem root = addItem(avatar);
        root.getElement().setAttribute("aria-label", getTranslation("person.menu", person.displayName()));
        SubMenu items = root.getSubMenu();
        items.addComponent(who(person));
        items.addSeparator();
        if (RouteConfiguration.forApplicationScope().isPathAvailable(PROFILE)) {
            items.addItem(line("user", getTranslation("profile.title")), click -> UI.getCurrent()
                    .navigate(PROFILE));
        }
        MenuItem languages = items.addItem(line("language", getTranslation("language.title")));
        MenuItem colours = items.addItem(line("sun", getTranslation("colours.title")));
        addLanguages(languages.getSubMenu(), person);
        addColours(colours.getSubMenu());
        languages.addClassName(WHEN_NARROW);
        colours.addClassName(WHEN_NARROW);
        items.addItem(line("help", getTranslation("help.title")), click -> UI.getCurrent()
                .navigate("help"));
        items.addItem(line("sign-out", getTranslation("sign-out")), click -> commands.signOut());
    }

    private static Div who(Person person) {
        Span name = new Span(person.displayName());
        name.addClassName("person-name");
        Span address = new Span(person.email());
        address.addClassName("quiet");
        Div who = new Div(name, address);
        who.addClassName("person-who");
        return who;
    }

    private MenuItem root(String icon, String label) {
        MenuItem item = addItem(Icons.of(icon));
        item.addClassName("when-wide");
        item.getElement().setAttribute("aria-label", label);
        item.getElement().setAttribute("title", label);
        return item;
    }

    private static Component line(String icon, String text) {
        Div line = new Div(Icons.of(icon), new Span(text));
        line.addClassName("menu-line");
        return line;
    }
}
