package io.factuur.shell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.factuur.security.Person;
import io.factuur.shared.Texts;
import io.factuur.ui.Icons;
import io.factuur.ui.Languages;
import io.factuur.ui.PopUp;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Language, colours, profile and the way out: three buttons, and what they open while it is open. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class PersonMenu extends Div {

    private static final String PROFILE = "profile";

    private final Commands commands;

    PersonMenu(Commands commands) {
        this.commands = commands;
        addClassName("person-menu");
    }

    void show(Person person) {
        removeAll();
        Avatar avatar = new Avatar(person.displayName());
        avatar.getElement().setAttribute("aria-hidden", "true");
        add(
                forWide("language", "language.title", () -> languages(person)),
                forWide("sun", "colours.title", this::colours),
                button(avatar, getTranslation("person.menu", person.displayName()), () -> all(person)));
    }

    /** On a narrow screen these are in the person's own menu, so that the search keeps its room. */
    private NativeButton forWide(String icon, String labelKey, Supplier<Stream<Component>> lines) {
        NativeButton button = button(Icons.of(icon), getTranslation(labelKey), lines);
        button.addClassName("when-wide");
        button.setTitle(getTranslation(labelKey));
        return button;
    }

    private NativeButton button(Component face, String label, Supplier<Stream<Component>> lines) {
        NativeButton button = new NativeButton();
        button.add(face);
        button.addClassName("icon-link");
        button.setAriaLabel(label);
        PopUp.openedBy(button, () -> menu(label, lines.get()));
        return button;
    }

    private static PopUp menu(String label, Stream<Component> lines) {
        Div menu = new Div(lines.toArray(Component[]::new));
        menu.addClassName("menu-lines");
        PopUp popUp = new PopUp(PopoverPosition.BOTTOM_END, label, menu);
        menu.addClickListener(chosen -> popUp.close());
        return popUp;
    }

    private Stream<Component> languages(Person person) {
        return Texts.LANGUAGES.stream().map(language -> {
            NativeButton line = line(Languages.name(language), () -> commands.choose(language, person));
            line.getElement().setAttribute("lang", language.toLanguageTag());
            boolean current = language.getLanguage().equals(getLocale().getLanguage());
            line.getElement().setAttribute("aria-pressed", String.valueOf(current));
            return line;
        });
    }

    private Stream<Component> colours() {
        return Arrays.stream(ColourScheme.values())
                .map(scheme -> line(
                        scheme.icon(),
                        scheme.labelKey(),
                        () -> scheme.choose(UI.getCurrent().getPage())));
    }

    private Stream<Component> all(Person person) {
        Stream<Component> profile = RouteConfiguration.forApplicationScope().isPathAvailable(PROFILE)
                ? Stream.of(line("user", "profile.title", () -> UI.getCurrent().navigate(PROFILE)))
                : Stream.empty();
        Stream<Component> settings =
                Stream.of(forNarrow("language.title", languages(person)), forNarrow("colours.title", colours()));
        Stream<Component> ways = Stream.of(
                line("help", "help.title", () -> UI.getCurrent().navigate("help")),
                line("sign-out", "sign-out", commands::signOut));
        return Stream.of(Stream.<Component>of(who(person)), profile, settings, ways)
                .flatMap(part -> part);
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

    private Div forNarrow(String titleKey, Stream<Component> lines) {
        Div group = new Div(lines.toArray(Component[]::new));
        group.addClassNames("menu-lines", "when-narrow");
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-label", getTranslation(titleKey));
        return group;
    }

    private NativeButton line(String icon, String labelKey, Runnable chosen) {
        NativeButton line = line(getTranslation(labelKey), chosen);
        line.addComponentAsFirst(Icons.of(icon));
        return line;
    }

    private static NativeButton line(String text, Runnable chosen) {
        NativeButton line = new NativeButton("", pressed -> chosen.run());
        line.add(new Span(text));
        line.addClassName("menu-line");
        return line;
    }
}
