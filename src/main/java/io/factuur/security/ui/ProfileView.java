package io.factuur.security.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.factuur.security.ApiTokens;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Passkeys;
import io.factuur.security.Person;
import io.factuur.security.Profiles;
import io.factuur.security.ReadingHabits;
import io.factuur.ui.PageHeader;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/** What I keep about myself: name, language, where mails go, how I sign in, what my programs carry. */
@Route("profile")
@PermitAll
class ProfileView extends Main implements HasDynamicTitle {

    final AboutCard about;
    final MailCard mail;
    final PasswordCard password;
    final PasskeysCard passkeys;
    final TokensCard tokens;

    ProfileView(
            Profiles profiles,
            ReadingHabits habits,
            Passkeys keys,
            ApiTokens apiTokens,
            CurrentPerson me,
            Clock clock) {
        Person person = me.get();
        about = new AboutCard(profiles, habits, person);
        mail = new MailCard(profiles, person);
        password = new PasswordCard(profiles, person);
        passkeys = new PasskeysCard(keys, person);
        tokens = new TokensCard(apiTokens, person, clock);
        addClassName("page");
        Div cards = new Div(about, mail, password, passkeys, tokens);
        cards.addClassName("card-grid");
        add(new PageHeader(getTranslation("profile.title")).subtitle(getTranslation("profile.about")), cards);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("profile.title");
    }
}
