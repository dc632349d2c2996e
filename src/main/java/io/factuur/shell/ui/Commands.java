package io.factuur.shell.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.factuur.security.Person;
import io.factuur.security.ReadingHabits;
import io.factuur.shared.Likeness;
import io.factuur.shared.Texts;
import io.factuur.ui.BrowserMemory;
import io.factuur.ui.Languages;
import io.factuur.ui.SearchSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What can be done from anywhere: language, colours, the way out, and the operator's first steps. */
@Component
class Commands implements SearchSource {

    private static final String SIGN_OUT = "do:sign-out";
    private static final String LANGUAGE = "do:language:";
    private static final String COLOURS = "do:colours:";

    private record Command(String labelKey, String path, boolean operator) {}

    private static final List<Command> COMMANDS = List.of(
            new Command("command.import", "operator/imports", true),
            new Command("command.close-period", "operator/billing-runs", true),
            new Command("accounts.create", "operator/accounts?create", true),
            new Command("people.invite", "operator/people?invite", true),
            new Command("command.password", "profile", false),
            new Command("command.token", "profile", false),
            new Command("sign-out", SIGN_OUT, false));

    private final AuthenticationContext authentication;
    private final ReadingHabits habits;

    Commands(AuthenticationContext authentication, ReadingHabits habits) {
        this.authentication = authentication;
        this.habits = habits;
    }

    @Override
    public Group group() {
        return Group.ACTION;
    }

    @Override
    public List<Hit> search(String typed, int limit, Person person) {
        Locale locale = UI.getCurrent().getLocale();
        Stream<Hit> fixed = COMMANDS.stream()
                .filter(command -> person.operator() || !command.operator())
                .filter(command -> typed.isBlank() || called(typed, command.labelKey()))
                .map(command -> new Hit("", Texts.get(locale, command.labelKey()), "", command.path()));
        return Stream.concat(fixed, typed.isBlank() ? Stream.empty() : settings(typed, locale))
                .limit(limit)
                .toList();
    }

    /** Does it; says whether the path was that of a command. */
    boolean run(String path, Person person) {
        if (path.equals(SIGN_OUT)) {
            signOut();
        } else if (path.startsWith(LANGUAGE)) {
            choose(Locale.forLanguageTag(path.substring(LANGUAGE.length())), person);
        } else if (path.startsWith(COLOURS)) {
            ColourScheme.valueOf(path.substring(COLOURS.length()))
                    .choose(UI.getCurrent().getPage());
        } else {
            return false;
        }
        return true;
    }

    void choose(Locale language, Person person) {
        habits.chooseLanguage(language, person);
        BrowserMemory.remember(BrowserMemory.LANGUAGE, language.toLanguageTag());
        UI.getCurrent().getPage().reload();
    }

    void signOut() {
        authentication.logout();
    }

    private static Stream<Hit> settings(String typed, Locale locale) {
        Stream<Hit> languages = Texts.LANGUAGES.stream()
                .filter(language -> called(typed, "language.title") || likes(typed, Languages.name(language)))
                .map(language -> new Hit(
                        "",
                        Texts.get(locale, "language.title") + ": " + Languages.name(language),
                        "",
                        LANGUAGE + language.toLanguageTag()));
        Stream<Hit> colours = Stream.of(ColourScheme.values())
                .filter(scheme -> called(typed, "colours.title") || called(typed, scheme.labelKey()))
                .map(scheme -> new Hit(
                        "",
                        Texts.get(locale, "colours.title") + ": " + Texts.get(locale, scheme.labelKey()),
                        "",
                        COLOURS + scheme.name()));
        return Stream.concat(languages, colours);
    }

    /** By its name in any of the languages. */
    static boolean called(String typed, String labelKey) {
        return Texts.LANGUAGES.stream().anyMatch(language -> likes(typed, Texts.get(language, labelKey)));
    }

    private static boolean likes(String typed, String name) {
        return Likeness.of(typed, name) != Likeness.NONE;
    }
}
