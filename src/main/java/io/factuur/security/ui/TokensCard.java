package io.factuur.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.factuur.security.ApiTokens;
import io.factuur.security.ApiTokens.Token;
import io.factuur.security.Person;
import io.factuur.ui.Badge;
import io.factuur.ui.Formats;
import io.factuur.ui.Icons;
import io.factuur.ui.Notices;
import java.time.Clock;
import java.util.List;

/** What my programs carry. */
class TokensCard extends ProfileCard {

    final Button create = new Button();
    private final UnorderedList list = new UnorderedList();
    private final ApiTokens tokens;
    private final Person person;
    private final Clock clock;

    TokensCard(ApiTokens tokens, Person person, Clock clock) {
        super("profile.tokens", "profile.tokens.about");
        this.tokens = tokens;
        this.person = person;
        this.clock = clock;
        addClassName("wide");
        list.addClassName("own-list");
        create.setText(getTranslation("profile.tokens.create"));
        create.setIcon(Icons.of("plus"));
        create.addClickListener(click -> new TokenDialog(tokens, person, clock, this::show).open());
        add(list, create);
        refresh();
    }

    private void show(String secret) {
        refresh();
        new SecretDialog(
                        getTranslation("profile.tokens.created"),
                        getTranslation("profile.tokens.once"),
                        getTranslation("profile.tokens.token"),
                        secret)
                .open();
    }

    private void refresh() {
        List<Token> own = tokens.list(person);
        list.removeAll();
        list.setVisible(!own.isEmpty());
        own.forEach(token -> list.add(line(token)));
    }

    private ListItem line(Token token) {
        Formats formats = Formats.here();
        String used = token.lastUsedAt() == null
                ? getTranslation("own.unused")
                : getTranslation("own.used", formats.dateTime(token.lastUsedAt()));
        Span name = new Span(token.name());
        Span detail = new Span(used);
        detail.addClassName("quiet");
        Div words = new Div(name, detail);
        words.addClassName("own-words");
        Button revoke = new Button(getTranslation("profile.tokens.revoke"), click -> {
            if (Notices.attempt(() -> tokens.revoke(token.id(), person))) {
                refresh();
            }
        });
        revoke.addThemeNames("tertiary", "error");
        revoke.setAriaLabel(getTranslation("profile.tokens.revoke.named", token.name()));
        return new ListItem(words, expiry(token, formats), revoke);
    }

    private Badge expiry(Token token, Formats formats) {
        if (token.expiresAt() == null) {
            return new Badge(Badge.Tone.WARN, getTranslation("own.no-expiry"));
        }
        boolean over = !token.expiresAt().isAfter(clock.instant());
        return over
                ? new Badge(Badge.Tone.BAD, getTranslation("own.expired", formats.date(token.expiresAt())))
                : new Badge(Badge.Tone.NEUTRAL, getTranslation("own.expires", formats.date(token.expiresAt())));
    }
}
